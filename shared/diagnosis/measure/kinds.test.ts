import { describe, expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import type { Cause } from '../causes.ts';
import { groups } from '../handbook/told.ts';
import type { Answer } from './answers.ts';
import { kindsText, scoreByKind } from './kinds.ts';

const answer = (cause: Cause, said: Cause, confidence: number): Answer => ({
  of: { id: cause, cause, alsoAccept: ['token-rejected'], attempt: attemptOf({}) },
  diagnosis: {
    exchange: 0,
    failed: true,
    ruledOut: [],
    findings: [{ cause: said, confidence, title: '', explanation: '', evidence: [], remedies: [] }],
  },
});

describe('the score by kind', () => {
  const scores = scoreByKind([
    answer('token-expired', 'token-expired', 0.95),
    answer('token-revoked', 'token-rejected', 0.6),
    answer('clock-skew', 'token-expired', 0.92),
  ]);
  const of = (kind: string) => scores.find((score) => score.kind === kind);

  test('counts cases where they belong, and sure answers by what they name', () => {
    expect(of('The token')).toMatchObject({ cases: 2, right: 2, exact: 1, sure: 2, sureAndWrong: 1 });
    expect(of('Signatures and challenges')).toMatchObject({ cases: 1, right: 0, exact: 0, sure: 0 });
  });
  test('prints one line each', () => {
    expect(kindsText(scores).split('\n')).toHaveLength(1 + groups.length);
    expect(kindsText(scores)).toContain('100 %');
  });
});
