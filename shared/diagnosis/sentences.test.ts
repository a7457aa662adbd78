import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { responseOf } from '../exchange/outcome.ts';
import { hostIn } from '../exchange/url.ts';
import { casesIn } from './cases.test-support.ts';
import { diagnose } from './diagnose.ts';
import type { Diagnosis, Finding } from './diagnosis.ts';
import { MOST_WORDS } from './explained.ts';
import type { Case } from './measure/answers.ts';
import { sketchesIn } from './sketches/sketch.test-support.ts';

const folder = new URL('./sketches/', import.meta.url);

interface Told {
  readonly of: Case;
  readonly diagnosis: Diagnosis;
  readonly first: Finding;
}

/** What is told of every failure that is at hand. */
const told: Told[] = [];

beforeAll(() => {
  const sketches = readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .flatMap((name) => sketchesIn(readFileSync(new URL(name, folder), 'utf8')));
  const recorded = ['./cases', './field-cases', '../../../shared/diagnosis/cases'].flatMap(
    (path) => casesIn(path) ?? [],
  );
  for (const of of [...recorded, ...sketches]) {
    const diagnosis = diagnose(of.attempt);
    const [first] = diagnosis.findings;
    if (first !== undefined) told.push({ of, diagnosis, first });
  }
}, 120_000);

/** Without the words of the server, for which nobody here answers. */
const own = (text: string): string => text.replace(/“[^”]*”/g, '“”');

const sentencesOf = ({ diagnosis: { findings, ruledOut } }: Told): readonly string[] => [
  ...findings.flatMap(({ title, explanation, evidence }) => [
    title,
    explanation,
    ...evidence.map(({ text }) => text),
  ]),
  ...ruledOut.map(({ because }) => because),
];

const offending = (isWrong: (sentence: string) => boolean): readonly string[] => [
  ...new Set(told.flatMap(sentencesOf).filter(isWrong)),
];

const untrue = (isTrue: (one: Told) => boolean): readonly string[] =>
  told.filter((one) => !isTrue(one)).map(({ of, first }) => `${of.id}: ${first.title}`);

const words = (text: string): number => text.split(/\s+/).length;

/** What a reader can hold on to: the host, a figure, somebody's words, or the name of what was sent or came back. */
const namesSomething = ({ of, diagnosis, first: { title } }: Told): boolean => {
  const exchange = of.attempt.exchanges[diagnosis.exchange];
  if (exchange === undefined) return false;
  const { request } = exchange;
  const host = hostIn(request.url) ?? request.url;
  const fields = [...request.fields, ...(responseOf(exchange)?.fields ?? [])];
  const names = [host, request.method, ...fields.map(({ name }) => name)];
  return (
    /[\d“]|https?:|(?:^| )\/|\b(?:issued (?:by|for)|redirect URI|Basic|Bearer|Digest|Negotiate|NTLM|DPoP)\b/.test(
      title,
    ) ||
    names.some((name) => title.toLowerCase().includes(name.toLowerCase())) ||
    /(?:cookie|parameter|field|scopes?|placeholder|holds|member|misses) \S*\w/.test(title)
  );
};

describe('of all failures that are at hand', () => {
  test('there are some', () => expect(told.length).toBeGreaterThan(3000));

  test('a verdict is one short sentence without a full stop', () => {
    expect(untrue(({ first: { title } }) => title.length <= 150 && !/[.!]$/.test(own(title)))).toEqual([]);
    const long = told.filter(({ first: { title } }) => title.length > 116).length;
    expect(long / told.length).toBeLessThan(0.012);
  });

  test('an explanation is read in a quarter of a minute', () => {
    expect(untrue(({ first: { explanation } }) => words(explanation) <= MOST_WORDS)).toEqual([]);
  });

  test('an explanation says more than the verdict', () => {
    expect(untrue(({ first: { title, explanation } }) => !explanation.startsWith(title))).toEqual([]);
  });

  test('a fact is told once, the strongest first, in one line', () => {
    expect(
      untrue(({ first: { evidence } }) => new Set(evidence.map(({ text }) => text)).size === evidence.length),
    ).toEqual([]);
    expect(
      untrue(({ first: { evidence } }) =>
        evidence.every(({ weight = 0 }, at) => weight <= (evidence[at - 1]?.weight ?? Infinity)),
      ),
    ).toEqual([]);
    expect(
      untrue(
        ({ first: { evidence } }) =>
          evidence.length > 0 && evidence.every(({ text }) => !/[\r\n]/.test(text) && text.length <= 200),
      ),
    ).toEqual([]);
  });

  test('a remedy is offered once, and something is', () => {
    expect(
      untrue(
        ({ first: { remedies } }) =>
          remedies.length > 0 && new Set(remedies.map(({ id }) => id)).size === remedies.length,
      ),
    ).toEqual([]);
  });

  test('nearly every verdict names something of its exchange', () => {
    const nameless = untrue(namesSomething);
    expect(nameless.length / told.length).toBeLessThan(0.02);
  });

  test.each<[string, (sentence: string) => boolean]>([
    ['no word stands twice', (s) => /(?<![-\w=])(\p{L}{2,}) \1(?![-\w=.])/u.test(own(s))],
    ['no space stands twice', (s) => / {2}/.test(own(s))],
    ['no stop stands twice', (s) => /(?<!\.)\.\.(?!\.)|[,;:] ?[,;:.](?!\w)/.test(own(s))],
    ['apostrophes are typographic', (s) => /\p{Ll}'s /u.test(own(s))],
    ['nobody is shouted at', (s) => /\w!(?:\s|$)/.test(own(s))],
    ['quotes do not nest', (s) => /“[^”]*“/.test(s)],
    ['articles fit', (s) => /\ban us|\ba (?:[aei]|o(?!ne\b|auth))\p{Ll}/u.test(own(s))],
    ['one is no plural', (s) => /(?<![\d.,])1 (?:segments|times|hours|minutes|seconds|days)\b/.test(own(s))],
    ['nothing of a program shows through', (s) => /\bNaN\b|\(\?:|\bInvalid Date\b/.test(own(s))],
    [
      'nobody is told to check the credentials',
      (s) => /check (?:your|the) (?:credentials|password|token)/i.test(own(s)),
    ],
  ])('%s', (_, isWrong) => expect(offending(isWrong)).toEqual([]));
});
