import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { causes } from '../causes.ts';
import type { Answer } from '../measure/answers.ts';
import { isRight } from '../measure/answers.ts';
import type { Leading } from './calibration.ts';
import { leadingOf } from './calibration.ts';

const file = fileURLToPath(new URL('first-answers.txt', import.meta.url));

const head = `# Answers to failures that no rule had seen, as the engine of the day gave them; before any calibration.
# One a line: right or wrong, the cause that was named, its odds, the runner-up's, its heaviest evidence, pieces of evidence.
`;

/** What the engine said to a failure when it saw it for the first time. */
export interface FirstAnswer extends Leading {
  readonly right: boolean;
}

const read = (line: string): FirstAnswer => {
  const [right, name, confidence, runnerUp, heaviest, pieces] = line.split(' ');
  const cause = causes.find((known) => known === name);
  if (cause === undefined) throw new Error(`first-answers.txt: no such cause in “${line}”`);
  return {
    right: right === 'right',
    cause,
    confidence: Number(confidence),
    runnerUp: Number(runnerUp),
    heaviest: Number(heaviest),
    pieces: Number(pieces),
  };
};

export const firstAnswers = (): readonly FirstAnswer[] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map(read);

const written = ({ right, cause, confidence, runnerUp, heaviest, pieces }: FirstAnswer): string =>
  [
    right ? 'right' : 'wrong',
    cause,
    confidence.toFixed(4),
    runnerUp.toFixed(4),
    Number(heaviest.toFixed(2)),
    pieces,
  ].join(' ');

/** Adds answers that an uncalibrated engine gave; failures on which it was silent tell nothing of its odds. */
export const keepFirstAnswers = (answers: readonly Answer[]): number => {
  const added = answers.flatMap((answer): readonly FirstAnswer[] => {
    const leading = leadingOf(answer.diagnosis.findings);
    return leading === undefined ? [] : [{ ...leading, right: isRight(answer) }];
  });
  const lines = [...firstAnswers(), ...added].map(written);
  writeFileSync(file, `${head}${lines.join('\n')}\n`);
  return added.length;
};
