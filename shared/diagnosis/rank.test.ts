import { describe, expect, test } from 'vitest';
import type { Weighed } from './rule.ts';
import { rank } from './rank.ts';
import { scoreOf } from './score.ts';
import { AGAINST, BASELINE, FAINT, PROVEN, STATED } from './weights.ts';

const weights = (...all: readonly number[]): readonly Weighed[] =>
  all.map((weight) => ({ weight, evidence: { text: '', place: { in: 'status', exchange: 0 } } }));

describe('the sum of evidence', () => {
  test('a further fact adds less than the first', () => {
    expect(scoreOf(weights(STATED))).toBe(STATED);
    expect(scoreOf(weights(STATED, STATED))).toBeGreaterThan(STATED);
    expect(scoreOf(weights(STATED, STATED))).toBeLessThan(2 * STATED);
  });
  test('order does not matter', () =>
    expect(scoreOf(weights(FAINT, PROVEN))).toBe(scoreOf(weights(PROVEN, FAINT))));
  test('what speaks against counts in full', () =>
    expect(scoreOf(weights(STATED, AGAINST))).toBe(STATED + AGAINST));
  test('has a ceiling', () =>
    expect(scoreOf(weights(...Array.from({ length: 50 }, () => PROVEN)))).toBeLessThan(PROVEN * 2));
});

describe('the ranking', () => {
  test('nothing found is unexplained, and that is no certainty', () => {
    expect(rank([])).toEqual([{ cause: 'unexplained', probability: 0.6 }]);
  });
  test('sums to one', () => {
    const ranked = rank([
      { cause: 'token-expired', score: 4 },
      { cause: 'clock-skew', score: 3 },
    ]);
    expect(ranked.reduce((sum, { probability }) => sum + probability, 0)).toBeCloseTo(1);
  });
  test('no evidence makes certainty', () => {
    expect(
      rank([{ cause: 'token-expired', score: scoreOf(weights(PROVEN, PROVEN, PROVEN)) }])[0]?.probability,
    ).toBeLessThan(1);
  });
  test('a faint hint stays below unexplained', () => {
    expect(rank([{ cause: 'credentials-rejected', score: BASELINE - 0.4 }])[0]?.cause).toBe('unexplained');
  });
  test('specific beats generic at like weight', () => {
    const [first, second] = rank([
      { cause: 'credentials-rejected', score: 4 },
      { cause: 'token-rejected', score: 4 },
      { cause: 'token-expired', score: 4 },
    ]);
    expect(first).toMatchObject({ cause: 'token-expired' });
    expect(first?.probability).toBeGreaterThan(3 * (second?.probability ?? 1));
  });
  test('a weak specific cause explains nothing away', () => {
    expect(
      rank([
        { cause: 'credentials-rejected', score: 4 },
        { cause: 'token-expired', score: 1 },
      ])[0]?.cause,
    ).toBe('credentials-rejected');
  });
});
