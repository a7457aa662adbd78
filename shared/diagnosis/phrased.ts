import type { Cause } from './causes.ts';
import type { Facts } from './facts.ts';
import type { Statement } from './facts/statements.ts';
import type { Candidate } from './heard.ts';
import { heardIn } from './heard.ts';
import type { Phrase, Rule, Weighed } from './rule.ts';
import { rules } from './rules/index.ts';
import type { Alternative } from './sieve/demand.ts';
import { alternativesOf } from './sieve/demand.ts';
import type { PatternIndex } from './sieve/pattern-index.ts';
import { patternIndex } from './sieve/pattern-index.ts';

/** What the phrases of each rule find in an answer, by the statement that says it; causes unheard of are absent. */
export type Phrased = ReadonlyMap<Cause, ReadonlyMap<Statement, Weighed>>;

/** One alternative of a phrase. Its pattern is made when it may match: there are thousands, and few are ever needed. */
interface Filed {
  readonly cause: Cause;
  readonly phrase: Phrase;
  readonly alternative: Alternative;
  pattern?: RegExp;
}

const filed = ({ cause, phrases }: Rule): readonly Filed[] =>
  phrases.flatMap((phrase) =>
    alternativesOf(phrase.says).map((alternative) => ({ cause, phrase, alternative })),
  );

const patternOf = (one: Filed): RegExp =>
  (one.pattern ??= new RegExp(one.alternative.source, one.phrase.says.flags));

let index: PatternIndex<Filed> | undefined;

/** The index is made when the first answer has words. */
const candidatesIn = (said: string): readonly Filed[] => {
  if (said === '') return [];
  index ??= patternIndex(rules.flatMap(filed), ({ alternative }) => alternative.demand);
  return index(said);
};

const known = new WeakMap<Facts, Phrased>();

/** Of an exchange, found once: the situation asks, and so does the verdict. */
export const phrasedIn = (facts: Facts): Phrased => {
  const before = known.get(facts);
  if (before !== undefined) return before;
  const phrased = new Map<Cause, ReadonlyMap<Statement, Weighed>>();
  for (const [cause, candidates] of byCause(candidatesIn(facts.said))) {
    const found = heardIn(facts, candidates);
    if (found.size > 0) phrased.set(cause, found);
  }
  known.set(facts, phrased);
  return phrased;
};

/** The index keeps their order, so that those of one rule, and in it those of one phrase, follow each other. */
const byCause = (candidates: readonly Filed[]): ReadonlyMap<Cause, readonly Candidate[]> => {
  const grouped = new Map<Cause, { phrase: Phrase; alternatives: RegExp[] }[]>();
  for (const one of candidates) {
    const own = grouped.get(one.cause) ?? [];
    const last = own.at(-1);
    if (last?.phrase === one.phrase) last.alternatives.push(patternOf(one));
    else own.push({ phrase: one.phrase, alternatives: [patternOf(one)] });
    grouped.set(one.cause, own);
  }
  return grouped;
};

/** What they find for one cause. */
export const phrasedFor = (facts: Facts, cause: Cause): readonly Weighed[] => [
  ...(phrasedIn(facts).get(cause)?.values() ?? []),
];
