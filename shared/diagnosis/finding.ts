import type { Cause } from './causes.ts';
import type { Evidence, Finding } from './diagnosis.ts';
import { explained } from './explained.ts';
import type { Support } from './rule.ts';

/** What a rule supports, as a person reads it: the strongest evidence first, nothing twice, a lesson that is soon read. */
export const findingOf = (cause: Cause, confidence: number, supported: Support): Finding => {
  const lesson = supported.weighed.find((item) => item.explanation !== undefined)?.explanation;
  return {
    cause,
    confidence,
    title: supported.title,
    explanation: explained(lesson, supported.explanation),
    evidence: distinct(
      supported.weighed
        .filter((item) => item.weight > 0)
        .toSorted((a, b) => b.weight - a.weight)
        .map(({ evidence, weight }) => ({ ...evidence, weight })),
    ),
    remedies: supported.remedies,
    ...(supported.figure === undefined ? {} : { figure: supported.figure }),
  };
};

const distinct = (evidence: readonly Evidence[]): readonly Evidence[] =>
  evidence.filter((item, at) => !evidence.slice(0, at).some((other) => saysAgain(item, other)));

/** So many letters that two quotes share are no chance. */
const SHARED = 24;

/** A phrase and a table often hear the same statement, and quote other parts of it. */
const saysAgain = (item: Evidence, other: Evidence): boolean => {
  if (item.text === other.text) return true;
  const [one, two] = [quoteIn(item), quoteIn(other)];
  return (
    one !== undefined &&
    two !== undefined &&
    item.place.in === other.place.in &&
    item.place.exchange === other.place.exchange &&
    (two.includes(one) || one.includes(two.slice(0, SHARED)) || two.includes(one.slice(0, SHARED)))
  );
};

const quoteIn = ({ text }: Evidence): string | undefined => /“…?([^”]*?)…?”$/.exec(text)?.[1];
