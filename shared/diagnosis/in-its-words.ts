import type { Facts } from './facts.ts';
import type { Weighed } from './rule.ts';

/** Longer words are read below, in the evidence. */
const BRIEF = 70;
/** What a verdict may grow to by them. */
const ROOM = 116;

/** Members in which a code's sentence stands beside it. */
const sentenceKey =
  /^(?:error[_-]?)?(?:message|msg|description|details?|desc|reason|text|summary|title|hint)$|^errmsg$/;

/**
 * The verdict with the server's own words behind it: `… cannot be used: “User is disabled”`. Without them where they are a
 * mere code, or too long for one sentence that is read in a hurry.
 */
export const inItsWords = (verdict: string, heard: readonly Weighed[], facts: Facts): string => {
  const quotes = heard
    .toSorted((a, b) => b.weight - a.weight)
    .flatMap(({ evidence }) => /“([^”]+)”/.exec(evidence.text)?.[1] ?? []);
  const said = quotes.some(isSentence) ? quotes : beside(quotes, facts);
  for (const quote of said) {
    const words = firstSentence(quote);
    if (
      isSentence(words) &&
      !words.startsWith('…') &&
      words.length <= BRIEF &&
      verdict.length + words.length + 4 <= ROOM
    )
      return `${verdict}: “${words}”`;
  }
  return verdict;
};

const isSentence = (words: string): boolean => /\p{L}\s\p{L}/u.test(words);

/** What stands beside a code that was heard. */
const beside = (codes: readonly string[], { statements }: Facts): readonly string[] =>
  codes.length > 0
    ? statements
        .filter(({ key, carrier, text }) => sentenceKey.test(key) && carrier === 'body' && isSentence(text))
        .map(({ text }) => text)
    : [];

/** A page's title and heading often say the same, and both begin with the status. */
const firstSentence = (words: string): string =>
  words
    .replace(/^…(?=\p{Lu})/u, '')
    .replace(/^(?:error[: ]+)?[45]\d\d\s+(?=\S+\s\S)/i, '')
    .replace(/^(\p{L}[^.]{2,40}?)\s+(?=\1\b)/u, '')
    .replace(
      /(?:[.!?](?=\s+["'“(]?\p{Lu})|[\r\n]|[;,:]?\s+(?:for more details|see https?:|please see|visit)\b).*$/su,
      '',
    )
    .replace(/[.!,;:\s]+$/, '');
