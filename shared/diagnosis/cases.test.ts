import { describe, expect, test } from 'vitest';
import { casesIn, scoreOf, scoreText } from './cases.test-support.ts';

const corpus = casesIn('../../../shared/diagnosis/cases');
const nonFailures = casesIn('../../../shared/diagnosis/non-failures');
const own = casesIn('./cases') ?? [];

if (corpus === undefined || nonFailures === undefined)
  console.log('skipped: the corpus of failures, because ../shared/diagnosis is not beside the checkout');

describe('the project’s own cases', () => {
  test.each(own.map((one) => [one.id, one] as const))('%s', (_, one) => {
    expect([one.cause, ...one.alsoAccept]).toContain(one.diagnosis.findings[0]?.cause);
  });

  test('every finding shows where it was seen', () => {
    const blind = own.filter(({ diagnosis }) =>
      diagnosis.findings.some(({ evidence }) => evidence.length === 0),
    );
    expect(blind.map(({ id }) => id)).toEqual([]);
  });

  test('the odds of an answer never sum to more than one', () => {
    for (const { diagnosis } of own) {
      const sum = diagnosis.findings.reduce((total, { confidence }) => total + confidence, 0);
      expect(sum).toBeLessThanOrEqual(1.0001);
    }
  });
});

describe.skipIf(corpus === undefined)('the corpus', () => {
  test('names the cause', () => {
    const score = scoreOf(corpus ?? []);
    console.log(scoreText(score));
    expect(score.first).toBeGreaterThanOrEqual(0.95);
    expect(score.exact).toBeGreaterThanOrEqual(0.85);
    expect(score.confidentErrors).toEqual([]);
  });
});

describe.skipIf(nonFailures === undefined)('what is no authentication failure', () => {
  test.each((nonFailures ?? []).map((one) => [one.id, one] as const))('%s', (_, { diagnosis }) => {
    expect(diagnosis).toMatchObject({ failed: false, findings: [], ruledOut: [] });
  });
});
