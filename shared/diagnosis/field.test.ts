import { describe, expect, test } from 'vitest';
import { casesIn } from './cases.test-support.ts';
import { diagnose } from './diagnose.ts';
import { scoreOf, scoreText } from './measure/score.ts';

const field = (casesIn('./field-cases') ?? []).map((of) => ({ of, diagnosis: diagnose(of.attempt) }));

/** Failures that were written down before any rule was looked at; the figure of the first run is the honest one. */
describe('cases from the field', () => {
  test('most are named', () => {
    const score = scoreOf(field);
    console.log(scoreText(score));
    expect(score.first).toBeGreaterThanOrEqual(0.94);
    expect(score.exact).toBeGreaterThanOrEqual(0.72);
  });

  test('every finding shows where it was seen', () => {
    const blind = field.filter(({ diagnosis }) =>
      diagnosis.findings.some(({ evidence }) => evidence.length === 0),
    );
    expect(blind.map(({ of }) => of.id)).toEqual([]);
  });

  test('the odds of an answer never sum to more than one', () => {
    for (const { diagnosis } of field) {
      const sum = diagnosis.findings.reduce((total, { confidence }) => total + confidence, 0);
      expect(sum).toBeLessThanOrEqual(1.0001);
    }
  });
});
