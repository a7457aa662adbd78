import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Evidence, Finding } from '../diagnosis.ts';
import type { Features } from './calibration.ts';
import { calibrated, featureNames, featuresOf, leadingOf, trustIn, uncalibrated } from './calibration.ts';
import { fitCalibration, RIGHT } from './fit.ts';
import { firstAnswers } from './first-answers.test-support.ts';
import { fitted } from './fitted.ts';

const found = (...confidences: readonly number[]): readonly Finding[] =>
  confidences.map((confidence, at) => ({
    cause: at === 0 ? 'token-expired' : 'clock-skew',
    confidence,
    title: '',
    explanation: '',
    evidence: [{ text: '', place: { in: 'status', exchange: 0 }, weight: 4 }],
    remedies: [],
  }));

const featuresIn = (findings: readonly Finding[]): Features => {
  const leading = leadingOf(findings);
  if (leading === undefined) throw new Error('nothing found');
  return featuresOf(leading);
};

const odds = fc.double({ min: 0.01, max: 0.97, noNaN: true });

test('every feature has a weight', () => {
  expect(featuresIn(found(0.5))).toHaveLength(featureNames.length);
  expect(uncalibrated.weights).toHaveLength(featureNames.length);
  expect(fitted.weights).toHaveLength(featureNames.length);
});

test('no calibration leaves the odds as they are', () => {
  fc.assert(
    fc.property(odds, odds, (a, b) => {
      const [first, second] = [Math.max(a, b), Math.min(a, b, 1 - Math.max(a, b))];
      const after = calibrated(found(first, second), uncalibrated, 0.98);
      expect(after[0]?.confidence).toBeCloseTo(first);
      expect(after[1]?.confidence).toBeCloseTo(second);
    }),
  );
});

test('calibrated odds keep their order and never sum to more than one', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 8, maxLength: 8 }),
      odds,
      (weights, a) => {
        const calibration = { weights, doubtfulAtMost: 0.89 };
        const after = calibrated(found(a, (1 - a) * 0.7, (1 - a) * 0.2), calibration, 0.98);
        const values = after.map(({ confidence }) => confidence);
        expect(values.toSorted((x, y) => y - x)).toEqual(values);
        expect(values.reduce((sum, value) => sum + value, 0)).toBeLessThanOrEqual(1.0001);
      },
    ),
  );
});

const doubting = { ...uncalibrated, doubtfulAtMost: 0.89 };

describe('a general cause', () => {
  const said = (cause: 'credentials-rejected' | 'token-expired', weight: number): readonly Finding[] => [
    {
      cause,
      confidence: 0.97,
      title: '',
      explanation: '',
      evidence: [{ text: '', place: { in: 'status', exchange: 0 }, weight }],
      remedies: [],
    },
  ];

  test.each([
    ['is never quite sure', 'credentials-rejected', 5, 0.89],
    ['is another matter than a cause that tells why', 'token-expired', 4, 0.97],
  ] as const)('%s', (_, cause, weight, most) =>
    expect(calibrated(said(cause, weight), doubting, 0.98)[0]?.confidence).toBeCloseTo(most, 2),
  );
});

test('a field that is not there is never quite sure alone', () => {
  const place = { in: 'field', exchange: 0, side: 'request', name: 'Authorization' } as const;
  const [first] = found(0.97);
  if (first === undefined) throw new Error('nothing found');
  const missing = { text: '', place: { ...place, absent: true as const }, weight: 4 };
  const asked = { text: '', place: { ...place, side: 'response' as const }, weight: 3 };
  const sure = (...evidence: readonly Evidence[]): number =>
    calibrated([{ ...first, evidence }], doubting, 0.98)[0]?.confidence ?? 0;
  expect(sure(missing)).toBeCloseTo(0.89, 2);
  expect(sure(missing, asked)).toBeCloseTo(0.97, 2);
});

describe('the fit', () => {
  const checked = (count: number, confidence: number, share: number) =>
    Array.from({ length: count }, (_, at) => ({
      features: featuresIn(found(confidence, 1 - confidence)),
      right: at < count * share,
    }));

  test('brings boasts down to what comes true, and a little below', () => {
    const answers = [...checked(200, 0.95, 0.7), ...checked(200, 0.6, 0.4)];
    const calibration = fitCalibration(answers);
    expect(trustIn(featuresIn(found(0.95, 0.05)), calibration)).toBeCloseTo(0.7 * RIGHT, 2);
    expect(trustIn(featuresIn(found(0.6, 0.4)), calibration)).toBeCloseTo(0.4 * RIGHT, 2);
  });
  test('stays with the ranking’s own odds where nothing was checked', () =>
    expect(fitCalibration([]).weights).toEqual(uncalibrated.weights));
});

describe('the calibration in use', () => {
  const answers = firstAnswers();
  const checked = answers.map((answer) => ({ features: featuresOf(answer), right: answer.right }));

  test('is the one that the first answers give', () => {
    const { weights } = fitCalibration(checked);
    for (const [at, weight] of weights.entries()) expect(fitted.weights[at]).toBeCloseTo(weight, 3);
  });
  test('was sure of nearly nothing that was wrong', () => {
    const sure = checked.filter(({ features }) => trustIn(features, fitted) >= 0.9);
    expect(sure.length).toBeGreaterThan(answers.length * 0.4);
    expect(sure.filter(({ right }) => !right).length / sure.length).toBeLessThan(0.015);
  });
});
