import { describe, expect, test } from 'vitest';
import { attemptOf, bearer, NOON } from '../attempt.test-support.ts';
import { fitted } from '../calibration/fitted.ts';
import type { Cause } from '../causes.ts';
import { providers } from '../providers/index.ts';
import type { Answer, Case } from './answers.ts';
import { answersWithout, providerFolds, withCalibration } from './folds.ts';
import { partsByKey } from './groups.ts';
import { scoreOf } from './score.ts';

const caseOf = (id: string, cause: Cause, url = `https://${id}.example/`): Case => ({
  id,
  cause,
  alsoAccept: ['token-rejected'],
  attempt: attemptOf({ url, sent: bearer({ exp: NOON - 60 }) }),
});

const said = (of: Case, cause: Cause, confidence: number): Answer => ({
  of,
  diagnosis: {
    exchange: 0,
    failed: true,
    ruledOut: [],
    findings: [{ cause, confidence, title: '', explanation: '', evidence: [], remedies: [] }],
  },
});

describe('the score', () => {
  const score = scoreOf([
    said(caseOf('exact', 'token-expired'), 'token-expired', 0.95),
    said(caseOf('accepted', 'token-expired'), 'token-rejected', 0.65),
    said(caseOf('wrong', 'token-expired'), 'clock-skew', 0.93),
    said(caseOf('doubtful', 'token-expired'), 'clock-skew', 0.35),
  ]);

  test('tells exact from acceptable', () =>
    expect(score).toMatchObject({ exact: 0.25, first: 0.5, three: 0.5 }));
  test('names what was wrong and sure', () =>
    expect(score.confidentErrors.map(({ of }) => of.id)).toEqual(['wrong']));
  test('lists every case missed', () =>
    expect(score.missed.map(({ of }) => of.id)).toEqual(['wrong', 'doubtful']));
  test('sorts by what was said', () =>
    expect(score.reliability.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.3, 1, 0],
      [0.6, 1, 1],
      [0.9, 2, 1],
    ]));
  test('measures the distance from what came true', () => {
    expect(score.brier).toBeCloseTo((0.05 ** 2 + 0.35 ** 2 + 0.93 ** 2 + 0.35 ** 2) / 4);
    expect(score.calibrationError).toBeCloseTo((0.35 + 0.35 + 2 * Math.abs(0.94 - 0.5)) / 4);
  });
});

test.each([
  ['nothing in common', [['a'], ['b']], 2],
  ['a key in common', [['a', 'x'], ['x']], 1],
  ['by way of a third', [['a'], ['b'], ['a', 'b']], 1],
  ['no keys at all', [[], []], 2],
])('parts: %s', (_, keys, count) => {
  expect(partsByKey(keys, (own) => own)).toHaveLength(count);
});

describe('folds by provider', () => {
  const cases = [
    caseOf('one', 'token-expired', 'https://api.github.com/user'),
    caseOf('two', 'token-expired', 'https://api.github.com/orgs'),
    caseOf('three', 'token-expired', 'https://a.vendor.dev/'),
    caseOf('four', 'token-expired', 'https://b.vendor.dev/'),
    caseOf('five', 'token-expired'),
  ];
  const folds = providerFolds(cases, providers, (host) => /vendor\.dev$/.exec(host)?.[0]);

  test('keep kin together', () =>
    expect(folds.map((fold) => fold.cases.map(({ id }) => id))).toEqual([
      ['one', 'two'],
      ['three', 'four'],
      ['five'],
    ]));
  test('know which tables to leave out', () =>
    expect(folds[0]?.known.map(({ id }) => id)).toEqual(expect.arrayContaining(['github'])));
  test('answer each case once', () => {
    const answers = answersWithout(folds, providers)
      .flat()
      .map((answer) => withCalibration(answer, fitted));
    expect(answers.map(({ of }) => of.id).toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
    for (const { diagnosis } of answers) expect(diagnosis.findings[0]?.confidence).toBeLessThanOrEqual(0.98);
  });
});
