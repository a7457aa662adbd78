import { describe, expect, test } from 'vitest';
import { casesIn } from './cases.test-support.ts';
import { diagnose } from './diagnose.ts';
import type { Answer, Case } from './measure/answers.ts';
import { scoreOf, scoreText } from './measure/score.ts';

const answered = (cases: readonly Case[] | undefined): readonly Answer[] =>
  (cases ?? []).map((of) => ({ of, diagnosis: diagnose(of.attempt) }));
const named = (answers: readonly Answer[]) => answers.map((answer) => [answer.of.id, answer] as const);

const corpus = casesIn('../../../shared/diagnosis/cases');
const nonFailures = casesIn('../../../shared/diagnosis/non-failures');
const own = answered(casesIn('./cases'));

if (corpus === undefined || nonFailures === undefined)
  console.log('skipped: the corpus of failures, because ../shared/diagnosis is not beside the checkout');

describe('the project’s own cases', () => {
  test.each(named(own))('%s', (_, { of, diagnosis }) => {
    expect([of.cause, ...of.alsoAccept]).toContain(diagnosis.findings[0]?.cause);
  });

  test('every finding shows where it was seen', () => {
    const blind = own.filter(({ diagnosis }) =>
      diagnosis.findings.some(({ evidence }) => evidence.length === 0),
    );
    expect(blind.map(({ of }) => of.id)).toEqual([]);
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
    const score = scoreOf(answered(corpus));
    console.log(scoreText(score));
    expect(score.first).toBeGreaterThanOrEqual(0.95);
    expect(score.exact).toBeGreaterThanOrEqual(0.85);
    expect(score.confidentErrors).toEqual([]);
  });
});

describe.skipIf(nonFailures === undefined)('what is no authentication failure', () => {
  test.each(named(answered(nonFailures)))('%s', (_, { diagnosis }) => {
    expect(diagnosis).toMatchObject({ failed: false, findings: [], ruledOut: [] });
  });
});
