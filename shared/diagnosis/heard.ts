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

/** Longer words are read below, in the evidence. */
const BRIEF = 70;

/** The server's own words, to end a verdict with: `: “User is disabled”`. Nothing where they are a mere code, or long. */
export const inItsWords = (heard: readonly Weighed[]): string => {
  const quotes = heard
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ evidence }) => /“([^”]+)”/.exec(evidence.text)?.[1] ?? []);
  const brief = quotes.find((quote) => quote.length <= BRIEF && /\p{L}\s\p{L}/u.test(quote));
  return brief === undefined ? '' : `: “${brief.replace(/[.!\s]+$/, '')}”`;
};

/** What the phrases find in the answer; each phrase speaks once, a statement only for its heaviest phrase. */
export const hear = (facts: Facts, phrases: readonly Phrase[]): readonly Weighed[] => [
  ...heardIn(facts, phrases).values(),
];

/** Most phrases find nothing in most answers. */
const nothing: ReadonlyMap<Statement, Weighed> = new Map();

/** Likewise, by the statement in which it was found. */
export const heardIn = (facts: Facts, phrases: readonly Phrase[]): ReadonlyMap<Statement, Weighed> => {
  let best: Map<Statement, Weighed> | undefined;
  for (const { says, unless, weight } of phrases) {
    const hit = saidOf(facts, says, unless);
    if (hit === undefined) continue;
    best ??= new Map();
    const before = best.get(hit.statement);
    if (before !== undefined && before.weight >= weight) continue;
    best.set(hit.statement, {
      weight,
      evidence: statementEvidence(facts, hit.statement, wordsIn(hit.statement, hit.match[0])),
    });
  }
  return best ?? nothing;
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
export const saidOf = (facts: Facts, pattern: RegExp, unless?: RegExp): Said | undefined => {
  if (!mayMatch(pattern, facts.saidGrams) || !pattern.test(facts.said)) return undefined;
  for (const [at, statement] of facts.statements.entries()) {
    const line = facts.lines[at] ?? '';
    const match = pattern.exec(line);
    if (match !== null && unless?.test(line) !== true) return { statement, match };
  }
  return undefined;
};
