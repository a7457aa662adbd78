import { describe, expect, test } from 'vitest';
import { casesIn } from './cases.test-support.ts';
import { fitted } from './calibration/fitted.ts';
import { answersWithout, providerFolds, withCalibration } from './measure/folds.ts';
import { CONFIDENT, scoreOf } from './measure/score.ts';
import { providers } from './providers/index.ts';

const corpus = casesIn('../../../shared/diagnosis/cases');

/** Close enough to the registrable domain for hosts that are no made-up ones. */
const domainOf = (host: string): string | undefined =>
  /\.(?:example|test|localhost|local)$|^[\d.:[\]]+$|^localhost$|example\.(?:com|org|net)$/.test(host)
    ? undefined
    : /[\w-]+\.[\w-]+$/.exec(host)?.[0];

describe.skipIf(corpus === undefined)(
  'each provider’s cases, answered without that provider’s tables',
  () => {
    const cases = [...(corpus ?? []), ...(casesIn('./cases') ?? [])];
    const score = scoreOf(
      answersWithout(providerFolds(cases, providers, domainOf), providers)
        .flat()
        .map((answer) => withCalibration(answer, fitted)),
    );

    test('the first answer is acceptable in 92 %, exact in 75 %', () => {
      expect(score.first).toBeGreaterThanOrEqual(0.92);
      expect(score.exact).toBeGreaterThanOrEqual(0.75);
    });

    test('who is sure is right, 95 times of a hundred and more', () => {
      expect(score.confident).toBeGreaterThan(cases.length / 3);
      expect(score.confidentErrors.length / score.confident).toBeLessThanOrEqual(1 - CONFIDENT - 0.05);
    });

    test('what is said is what comes true', () => {
      expect(score.calibrationError).toBeLessThan(0.12);
    });
  },
);
