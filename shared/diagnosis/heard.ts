import type { Facts } from './facts.ts';
import type { Statement } from './facts/statements.ts';
import { placeOf } from './facts/statements.ts';
import type { Phrase, Weighed } from './rule.ts';
import { quoted } from './rule.ts';
import { mayMatch } from './sieve/grams.ts';

const carriers: Readonly<Record<Statement['carrier'], string>> = {
  challenge: 'The challenge says',
  body: 'The body says',
  field: 'A field of the answer says',
  reason: 'The status line says',
  redirect: 'The redirect says',
};

/** The statement as evidence, its place narrowed to the words that matched. */
export const statementEvidence = (
  facts: Facts,
  statement: Statement,
  words: string,
): Weighed['evidence'] => ({
  text: `${carriers[statement.carrier]} ${quoted(excerpt(statement.text, words))}`,
  place: placeOf(statement, words, facts.bodyText),
});

/** The words with what stands around them: from the start of their sentence, or of a word where that is far. */
const excerpt = (text: string, words: string): string => {
  const at = text.indexOf(words);
  if (text.length <= 110 || at < 0) return text;
  const sentence = text.slice(0, at).search(/[^.!?]*$/);
  const start = at - sentence <= 60 ? sentence : text.slice(0, at - 30).lastIndexOf(' ') + 1;
  return `${start > 0 ? '…' : ''}${text.slice(start).trimStart()}`;
};

/** A phrase with those of its alternatives that may match. */
export interface Candidate {
  readonly phrase: Phrase;
  readonly alternatives: readonly RegExp[];
}

/** What phrases find in the answer, by statement; each phrase speaks once, a statement only for its heaviest phrase. */
export const heardIn = (facts: Facts, candidates: readonly Candidate[]): ReadonlyMap<Statement, Weighed> => {
  const best = new Map<Statement, Weighed>();
  for (const { phrase, alternatives } of candidates) {
    const hit = firstSaid(facts, alternatives, phrase.unless);
    if (hit === undefined) continue;
    const before = best.get(hit.statement);
    if (before !== undefined && before.weight >= phrase.weight) continue;
    best.set(hit.statement, {
      weight: phrase.weight,
      evidence: statementEvidence(facts, hit.statement, wordsIn(hit.statement, hit.match[0])),
    });
  }
  return best;
};

const wordsIn = (statement: Statement, match: string): string => {
  if (statement.text.includes(match)) return match;
  const text = match.replace(/^[^:]*: /, '');
  return statement.text.includes(text) ? text : statement.text;
};

/** A statement and the words in it that matched. */
export interface Said {
  readonly statement: Statement;
  readonly match: RegExpExecArray;
}

/** First match of a pattern in what was said, of the lines that `unless` does not match. */
export const saidOf = (facts: Facts, pattern: RegExp, unless?: RegExp): Said | undefined =>
  mayMatch(pattern, facts.saidGrams) ? firstSaid(facts, [pattern], unless) : undefined;

const firstSaid = (facts: Facts, alternatives: readonly RegExp[], unless?: RegExp): Said | undefined => {
  if (!alternatives.some((pattern) => pattern.test(facts.said))) return undefined;
  for (const [at, statement] of facts.statements.entries()) {
    const line = facts.lines[at] ?? '';
    const match = firstMatch(line, alternatives);
    if (match !== undefined && unless?.test(line) !== true) return { statement, match };
  }
  return undefined;
};

/** What a pattern of these alternatives finds: the first match, and where several begin there the first that is named. */
const firstMatch = (line: string, alternatives: readonly RegExp[]): RegExpExecArray | undefined => {
  let first: RegExpExecArray | undefined;
  for (const pattern of alternatives) {
    const match = pattern.exec(line);
    if (match !== null && (first === undefined || match.index < first.index)) first = match;
  }
  return first;
};
