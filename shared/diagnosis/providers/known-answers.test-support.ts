import { describe, expect, test } from 'vitest';
import type { Cause } from '../causes.ts';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';

/** A product's answer, typed from its documentation, with the causes that a fair judge accepts as the first one. */
export type KnownAnswer = readonly [name: string, told: Told, accepted: readonly Cause[]];

export const testAnswers = (of: string, answers: readonly KnownAnswer[]): void => {
  describe(of, () => {
    test.each(answers)('%s', (_, told, accepted) => {
      const { findings } = diagnose(attemptOf(told));
      expect(accepted).toContain(findings[0]?.cause);
    });
  });
};
