import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { causes, type Cause } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import { experiments } from './index.ts';
import {
  after,
  beliefOf,
  entropy,
  expectedInformation,
  outcomesOf,
  probabilityOf,
  type Belief,
} from './odds.ts';

const diagnosed = (
  odds: Readonly<Partial<Record<Cause, number>>>,
  gone: readonly Cause[] = [],
): Diagnosis => ({
  exchange: 0,
  failed: true,
  findings: Object.entries(odds).map(([cause, confidence]) => ({
    cause: cause as Cause,
    confidence,
    title: '',
    explanation: '',
    evidence: [],
    remedies: [],
  })),
  ruledOut: gone.map((cause) => ({ cause, because: '' })),
});

const anyBelief: fc.Arbitrary<Belief> = fc
  .array(fc.tuple(fc.constantFrom(...causes), fc.double({ min: 0.001, max: 1, noNaN: true })), {
    minLength: 2,
  })
  .map((odds) => {
    const distinct = new Map(odds);
    const sum = [...distinct.values()].reduce((total, each) => total + each, 0);
    return new Map([...distinct].map(([cause, each]) => [cause, each / sum]));
  });
const anyExperiment = fc.constantFrom(...experiments);

const total = (values: Iterable<number>): number => [...values].reduce((sum, each) => sum + each, 0);

describe('odds', () => {
  test('the outcomes of an experiment exclude and exhaust each other', () => {
    fc.assert(
      fc.property(anyExperiment, anyBelief, (experiment, belief) => {
        expect(
          total(outcomesOf(experiment).map((outcome) => probabilityOf(experiment, outcome, belief))),
        ).toBeCloseTo(1);
      }),
    );
  });
  test('sum to one after any outcome', () => {
    fc.assert(
      fc.property(anyExperiment, anyBelief, (experiment, belief) => {
        for (const outcome of outcomesOf(experiment))
          expect(total(after(experiment, outcome, belief).values())).toBeCloseTo(1);
      }),
    );
  });
  test('an outcome that is as likely under every cause moves none', () => {
    const table = { likelihoods: { otherwise: { yes: 30, no: 70 } } };
    const belief = new Map<Cause, number>([
      ['token-expired', 0.7],
      ['url-wrong', 0.3],
    ]);
    expect(after(table, 'yes', belief).get('token-expired')).toBeCloseTo(0.7);
    expect(expectedInformation(table, belief)).toBeCloseTo(0);
  });
  test('Bayes, by hand', () => {
    const table = {
      likelihoods: { otherwise: { yes: 1, no: 9 }, 'url-wrong': { yes: 8, no: 2 } },
    };
    const belief = new Map<Cause, number>([
      ['token-expired', 0.5],
      ['url-wrong', 0.5],
    ]);
    expect(after(table, 'yes', belief).get('url-wrong')).toBeCloseTo(0.8 / 0.9);
  });
});

describe('expected information', () => {
  test('is never below zero nor above the uncertainty there is', () => {
    fc.assert(
      fc.property(anyExperiment, anyBelief, (experiment, belief) => {
        const bits = expectedInformation(experiment, belief);
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThanOrEqual(entropy(belief) + 1e-9);
      }),
    );
  });
  test('a question that parts two halves for certain is worth one bit', () => {
    const belief = new Map<Cause, number>([
      ['token-expired', 0.5],
      ['url-wrong', 0.5],
    ]);
    const table = { likelihoods: { otherwise: { yes: 0, no: 1 }, 'url-wrong': { yes: 1, no: 0 } } };
    expect(expectedInformation(table, belief)).toBeCloseTo(1);
  });
  test('where nothing is in doubt there is nothing to learn', () => {
    const sure = new Map<Cause, number>([['token-expired', 1]]);
    for (const experiment of experiments) expect(expectedInformation(experiment, sure)).toBeCloseTo(0);
  });
});

describe('belief', () => {
  test('leaves room for causes that nothing speaks for, and none for those that are ruled out', () => {
    const belief = beliefOf(
      diagnosed({ 'credentials-rejected': 0.6, unexplained: 0.4 }, ['clock-skew']),
      experiments,
    );
    expect(belief.get('url-wrong')).toBeGreaterThan(0);
    expect(belief.has('clock-skew')).toBe(false);
    expect(total(belief.values())).toBeCloseTo(1);
  });
});
