import { expect, test } from 'vitest';
import type { Finding } from '../../shared/diagnosis/diagnosis.ts';
import { candidatesOf, oddsAfterHelp, oddsWord, percent, verdictOf } from './odds.ts';

test.each([
  [1, 99, 'almost certain'],
  [0.95, 95, 'almost certain'],
  [0.949, 95, 'almost certain'],
  [0.94, 94, 'very likely'],
  [0.8, 80, 'very likely'],
  [0.79, 79, 'likely'],
  [0.55, 55, 'likely'],
  [0.54, 54, 'possible'],
  [0.3, 30, 'possible'],
  [0.29, 29, 'unlikely'],
  [0, 1, 'unlikely'],
])('%d is %d %%, %s', (confidence, figure, word) => {
  expect(percent(confidence)).toBe(figure);
  expect(oddsWord(confidence)).toBe(word);
});

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
  expect(percent(oddsAfterHelp(0.97))).toBe(98);
  expect(oddsAfterHelp(0.5)).toBeGreaterThan(0.5);
  expect(oddsAfterHelp(1)).toBe(1);
});
