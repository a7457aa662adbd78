import { expect, test } from 'vitest';
import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import { percentOf } from '../../shared/diagnosis/words.ts';
import { candidatesOf, oddsAfterHelp, verdictOf } from './odds.ts';

const finding = (cause: Finding['cause'], confidence: number): Finding => ({
  cause,
  confidence,
  title: cause,
  explanation: '',
  evidence: [],
  remedies: [],
});

test.each([
  [
    'a likely cause',
    [finding('token-expired', 0.97), finding('token-revoked', 0.02)],
    'token-expired',
    ['token-revoked'],
  ],
  [
    'none likely enough',
    [finding('token-expired', 0.2), finding('token-revoked', 0.1)],
    undefined,
    ['token-expired', 'token-revoked'],
  ],
  ['unexplained', [finding('unexplained', 0.6), finding('token-revoked', 0.1)], undefined, ['token-revoked']],
  ['nothing failed', [], undefined, []],
] as const)('verdict: %s', (_, findings, verdict, candidates) => {
  const diagnosis = { exchange: 0, failed: true, findings, ruledOut: [] };
  expect(verdictOf(diagnosis)?.cause).toBe(verdict);
  expect(candidatesOf(diagnosis).map(({ cause }) => cause)).toEqual(candidates);
});

test('a remedy that helped raises the odds, never to certainty', () => {
  expect(percentOf(oddsAfterHelp(0.97))).toBe(98);
  expect(oddsAfterHelp(0.5)).toBeGreaterThan(0.5);
  expect(oddsAfterHelp(1)).toBe(1);
});
