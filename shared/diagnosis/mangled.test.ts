import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Attempt, Body, Exchange } from '../exchange/exchange.ts';
import { casesIn } from './cases.test-support.ts';
import { diagnose } from './diagnose.ts';
import { explainJson } from './explain-json.ts';

/**
 * What comes from files and servers is hostile: real failures with pieces cut out, doubled and put in that break parsers.
 * The diagnosis may be any, but it comes, and its sentences hold no leftovers of a value that could not be read.
 */
const cases = casesIn('./field-cases') ?? [];

const breakers = [
  '%ff',
  '%',
  '\u0000',
  '\ud800',
  '\u202e',
  '"',
  '\\',
  '{',
  '[',
  '<!',
  ' ',
  '\t',
  ',',
  '=',
  ';',
  ':',
  '../',
  '&&',
  '-1',
  '1e999',
  'null',
  '__proto__',
];

interface Edit {
  readonly at: number;
  readonly kind: 'put' | 'cut' | 'double' | 'flood';
  readonly what: string;
  readonly length: number;
}

const edits = fc.array(
  fc.record<Edit>({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    kind: fc.constantFrom('put', 'cut', 'double', 'flood'),
    what: fc.constantFrom(...breakers),
    length: fc.nat(12),
  }),
  { minLength: 1, maxLength: 4 },
);

const mangled = (text: string, all: readonly Edit[]): string =>
  all.reduce((present, { at, kind, what, length }) => {
    const index = Math.floor(at * present.length);
    const [before, after] = [present.slice(0, index), present.slice(index)];
    switch (kind) {
      case 'put':
        return before + what + after;
      case 'cut':
        return before + after.slice(length);
      case 'double':
        return before + present.slice(Math.max(0, index - length));
      case 'flood':
        return before + what.repeat(length * 8) + after;
      default:
        return kind satisfies never;
    }
  }, text);

const inBody = (body: Body | undefined, all: readonly Edit[]): Body | undefined =>
  body?.kind === 'text' ? { ...body, text: mangled(body.text, all) } : body;

const inFields = <F extends { readonly value: string }>(
  fields: readonly F[],
  all: readonly Edit[],
  which: number,
): F[] =>
  fields.map((field, index) =>
    index === which % fields.length ? { ...field, value: mangled(field.value, all) } : field,
  );

const targets = ['url', 'request field', 'request body', 'answer field', 'answer body'] as const;

const mangledExchange = (
  exchange: Exchange,
  target: (typeof targets)[number],
  all: readonly Edit[],
  which: number,
): Exchange => {
  const { request, outcome } = exchange;
  const answered = outcome.kind === 'answered' ? outcome : undefined;
  switch (target) {
    case 'url':
      return { ...exchange, request: { ...request, url: mangled(request.url, all) } };
    case 'request field':
      return { ...exchange, request: { ...request, fields: inFields(request.fields, all, which) } };
    case 'request body': {
      const body = inBody(request.body, all);
      return { ...exchange, request: { ...request, ...(body === undefined ? {} : { body }) } };
    }
    case 'answer field':
      return answered === undefined
        ? exchange
        : {
            ...exchange,
            outcome: {
              ...answered,
              response: { ...answered.response, fields: inFields(answered.response.fields, all, which) },
            },
          };
    case 'answer body': {
      const body = inBody(answered?.response.body, all);
      return answered === undefined || body === undefined
        ? exchange
        : { ...exchange, outcome: { ...answered, response: { ...answered.response, body } } };
    }
    default:
      return target satisfies never;
  }
};

const leftover = /\bundefined\b|\bNaN\b|\[object |Invalid Date|\bInfinity\b/;

const sentencesOf = (attempt: Attempt): readonly string[] =>
  diagnose(attempt).findings.flatMap(({ title, explanation, evidence }) => [
    title,
    explanation,
    ...evidence.map(({ text }) => text),
  ]);

describe('real failures, mangled', () => {
  test('are explained all the same, without a leftover in the sentences', () => {
    fc.assert(
      fc.property(
        fc.nat(cases.length - 1),
        fc.constantFrom(...targets),
        edits,
        fc.nat(40),
        (index, target, all, which) => {
          const original = cases[index]?.attempt;
          if (original === undefined) throw new Error('No such case.');
          const attempt: Attempt = {
            ...original,
            exchanges: original.exchanges.map((one) => mangledExchange(one, target, all, which)),
          };
          const diagnosis = diagnose(attempt);
          const { findings } = diagnosis;
          expect(findings.length > 0).toBe(diagnosis.failed);
          for (const { confidence } of findings) {
            expect(confidence).toBeGreaterThan(0);
            expect(confidence).toBeLessThanOrEqual(0.98);
          }
          // Programs send such words themselves, and a sentence then quotes them.
          const quoted = JSON.stringify(attempt) + sentencesOf(original).join('\n');
          for (const sentence of sentencesOf(attempt)) {
            const found = leftover.exec(sentence)?.[0];
            if (found !== undefined) expect(quoted, sentence).toContain(found);
          }
          expect(() => JSON.stringify(explainJson('mangled.har', attempt, diagnosis))).not.toThrow();
        },
      ),
      { numRuns: 600 },
    );
  });
});
