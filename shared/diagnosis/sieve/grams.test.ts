import fc from 'fast-check';
import { expect, test } from 'vitest';
import { casesIn } from '../cases.test-support.ts';
import { factsOf } from '../facts.ts';
import { providers } from '../providers/index.ts';
import { rules } from '../rules/index.ts';
import { demandOf } from './demand.ts';
import { gramsOf, mayMatch } from './grams.ts';

test.each<[RegExp, readonly string[] | undefined]>([
  [/Expired Token/i, ['expired token']],
  [/"code"\s*:\s*"(?:rest_forbidden|jwt_auth_)/, ['rest_forbidden', 'jwt_auth_']],
  [/bad credentials|unknown key/, ['bad credentials', 'unknown key']],
  [/tokens? (?:is )?expired/, ['expired']],
  [/tok(?:en)?/, undefined],
  [/revoked|aud/, undefined],
  [/revoked|/, undefined],
  [/(?!password)secret/, ['secret']],
  [/(?<=user )name/, ['name']],
  [/abcd{2}efgh/, ['abcd']],
  [/abcde{0,2}fg/, ['abcd']],
  [/AADSTS\d{5}/, ['aadsts']],
  [/[Ss]ession expired/, ['ession expired']],
  [/\bexpired\.\[x\]/, ['expired.[x]']],
  [/签名错误了/, ['签名错误了']],
  [/verschlüsselung/, ['verschl']],
  [/expired/iu, undefined],
])('%s demands %j', (pattern, demand) => {
  expect(demandOf(pattern)).toEqual(demand);
});

const patterns: readonly RegExp[] = [
  ...rules.flatMap(({ phrases }) => phrases.map(({ says }) => says)),
  ...providers.flatMap(({ body, signs }) => [body, ...signs.map(({ says }) => says)]),
].filter((pattern) => pattern !== undefined);

test('it lets every match of every table through', () => {
  const texts = (casesIn('./field-cases') ?? []).flatMap(({ attempt }) =>
    attempt.exchanges.flatMap((_, at) => {
      const facts = factsOf(attempt, at);
      return facts === undefined ? [] : [facts.said, facts.bodyText];
    }),
  );
  expect(texts.length).toBeGreaterThan(100);
  for (const text of texts) {
    const grams = gramsOf(text);
    const lost = patterns.filter((pattern) => pattern.test(text) && !mayMatch(pattern, grams));
    expect(lost).toEqual([]);
  }
});

test('it knows what nearly every pattern of the tables demands', () => {
  const open = patterns.filter((pattern) => demandOf(pattern) === undefined);
  expect(open.length / patterns.length).toBeLessThan(0.02);
});

/** A pattern with a text that it matches whole. */
interface Pair {
  readonly source: string;
  readonly text: string;
}

const words: readonly Pair[] = [
  ['Token', 'Token'],
  ['expired ', 'EXPIRED '],
  ['bad', 'bad'],
  ['\\d', '7'],
  ['[a-f|(]+', 'fe('],
  ['key\\.', 'key.'],
  ['ids?', 'id'],
  ['x{2,3}', 'xxx'],
  ['fail*', 'failll'],
  ['Schlüssel', 'Schlüssel'],
  ['(?!z)', ''],
].map(([source = '', text = '']) => ({ source, text }));

const { whole } = fc.letrec<{ whole: Pair; row: Pair; part: Pair }>((tie) => ({
  whole: fc
    .tuple(tie('row'), fc.array(tie('row'), { maxLength: 2 }), fc.boolean())
    .map(([own, others, first]) => {
      const sources = others.map(({ source }) => source);
      return {
        source: (first ? [own.source, ...sources] : [...sources, own.source]).join('|'),
        text: own.text,
      };
    }),
  row: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => ({
    source: parts.map(({ source }) => source).join(''),
    text: parts.map(({ text }) => text).join(''),
  })),
  part: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...words),
    fc
      .tuple(
        tie('whole'),
        fc.constantFrom<[string, number][]>(['', 1], ['?', 0], ['*', 2], ['+', 3], ['{2}', 2], ['{0,2}', 0]),
      )
      .map(([{ source, text }, [wanted, times]]) => {
        // Of repetitions without an end inside of each other a search may never come back.
        const [often, count] = /[*+]/.test(source) && /[*+]/.test(wanted) ? ['', 1] : [wanted, times];
        return { source: `(?:${source})${often}`, text: text.repeat(count) };
      }),
  ),
}));

test('what a pattern matches always gets through', () => {
  fc.assert(
    fc.property(whole, ({ source, text }) => {
      const pattern = new RegExp(source, 'i');
      fc.pre(pattern.test(text));
      expect(mayMatch(pattern, gramsOf(text))).toBe(true);
    }),
    { numRuns: 500 },
  );
});
