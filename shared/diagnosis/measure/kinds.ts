import type { Cause } from '../causes.ts';
import { causes } from '../causes.ts';
import type { Group } from '../handbook/told.ts';
import { groups, told } from '../handbook/told.ts';
import type { Answer } from './answers.ts';
import { confidenceOf, isRight } from './answers.ts';
import { CONFIDENT } from './score.ts';

export interface KindScore {
  /** A part of the list of causes (docs/causes.md). */
  readonly kind: Group;
  /** Cases whose true cause is of this kind. */
  readonly cases: number;
  readonly right: number;
  readonly exact: number;
  /** Answers that name a cause of this kind and are sure of it, whatever was true. */
  readonly sure: number;
  readonly sureAndWrong: number;
}

/** How each kind of cause is found, and how far a sure answer of that kind can be believed. */
export const scoreByKind = (answers: readonly Answer[]): readonly KindScore[] =>
  groups.map((kind) => {
    const own = new Set<Cause>(causes.filter((cause) => told[cause].group === kind));
    const names = ({ diagnosis }: Answer): boolean => {
      const [first] = diagnosis.findings;
      return first !== undefined && own.has(first.cause);
    };
    const cases = answers.filter(({ of }) => of.cause !== undefined && own.has(of.cause));
    const sure = answers.filter((answer) => confidenceOf(answer) >= CONFIDENT && names(answer));
    return {
      kind,
      cases: cases.length,
      right: cases.filter(isRight).length,
      exact: cases.filter(({ of, diagnosis }) => diagnosis.findings[0]?.cause === of.cause).length,
      sure: sure.length,
      sureAndWrong: sure.filter((answer) => !isRight(answer)).length,
    };
  });

export const kindsText = (scores: readonly KindScore[]): string =>
  [
    `${'kind of cause'.padEnd(26)}cases  acceptable  exact   sure  sure and wrong`,
    ...scores.map(
      ({ kind, cases, right, exact, sure, sureAndWrong }) =>
        `${kind.padEnd(26)}${String(cases).padStart(5)}  ${share(right, cases).padStart(10)}  ${share(exact, cases).padStart(5)}  ${String(sure).padStart(5)}  ${String(sureAndWrong).padStart(14)}`,
    ),
  ].join('\n');

const share = (part: number, whole: number): string =>
  whole === 0 ? '' : `${((part / whole) * 100).toFixed(0)} %`;
