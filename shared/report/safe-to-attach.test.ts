import { describe, expect, test } from 'vitest';
import { casesIn } from '../diagnosis/cases.test-support.ts';
import { diagnose } from '../diagnosis/diagnose.ts';
import { explainJson } from '../diagnosis/explain-json.ts';
import { masked } from '../diagnosis/masked.ts';
import { sentCredentials } from '../diagnosis/facts/sent-credentials.ts';
import { parseJson } from '../exchange/json.ts';
import { harReport } from './har.ts';
import { markdownReport } from './markdown.ts';

/**
 * What the diagnosis takes for a credential is found by rules of its own, more of them than names: it must not stand in
 * anything that leaves the app, however the product calls it.
 */
const cases = casesIn('../diagnosis/field-cases') ?? [];

/** Ids of keys are public, as are the names that stand where a value was forgotten. */
const isPublic = (name: string, value: string): boolean =>
  /id$|consumer_key$|username$/i.test(name) ||
  !/\d/.test(value) ||
  /\s|@/.test(value) ||
  /your|pa55|p4ss|tok3n/i.test(value);

const credentialsOf = (attempt: (typeof cases)[number]['attempt']): readonly string[] =>
  attempt.exchanges.flatMap(({ request }, index) =>
    sentCredentials(request, index).flatMap(({ in: where, name, value, parsed }) => {
      const text = parsed === undefined ? value : parsed.params.length > 0 ? '' : parsed.rest;
      return text.length < 16 || (where !== 'cookie' && isPublic(name, text)) ? [] : [text];
    }),
  );

describe('no credential of a known failure stands in', () => {
  const known = cases.map(({ id, attempt }) => ({
    id,
    attempt,
    diagnosis: diagnose(attempt),
    credentials: credentialsOf(attempt),
  }));
  const about = { version: '1.2.3', nowMs: 1_700_000_000_000 };

  test('there are some', () => {
    expect(known.filter(({ credentials }) => credentials.length > 0).length).toBeGreaterThan(400);
  });

  test.each<[string, (one: (typeof known)[number]) => string]>([
    [
      'what is shown',
      ({ attempt, diagnosis }) =>
        // That a placeholder was sent is told by writing it out; remedies need what they write.
        diagnosis.findings[0]?.cause === 'placeholder-unresolved'
          ? ''
          : JSON.stringify(
              masked(attempt, diagnosis).findings.map(({ title, explanation, evidence, figure }) => [
                title,
                explanation,
                evidence,
                figure,
              ]),
            ),
    ],
    ['the report', ({ attempt, diagnosis }) => markdownReport({ attempt, diagnosis, ...about })],
    [
      'the archive of a report',
      ({ attempt, diagnosis }) => JSON.stringify(parseJson(harReport({ attempt, diagnosis, ...about }))),
    ],
    [
      'what scripts read',
      ({ id, attempt, diagnosis }) =>
        diagnosis.findings[0]?.cause === 'placeholder-unresolved'
          ? ''
          : JSON.stringify(explainJson(id, attempt, diagnosis)),
    ],
  ])('%s', (_, written) => {
    const found = known.flatMap((one) => {
      const text = written(one);
      return one.credentials
        .filter((secret) => text.includes(secret))
        .map((secret) => `${one.id}: ${secret}`);
    });
    expect(found).toEqual([]);
  });
});
