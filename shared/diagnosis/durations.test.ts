import { expect, test } from 'vitest';
import { durationInWords, instantInWords } from './durations.ts';

test.each([
  [0, '0\u00a0s'],
  [0.4, '0.4\u00a0s'],
  [59.6, '1\u00a0min'],
  [-252, '4\u00a0min\u00a012\u00a0s'],
  [252, '4\u00a0min\u00a012\u00a0s'],
  [3600, '1\u00a0h'],
  [8005, '2\u00a0h\u00a013\u00a0min'],
  [90_000, '1\u00a0d\u00a01\u00a0h'],
  [1.7e12, '53,869\u00a0years'],
])('%d s is "%s"', (seconds, words) => expect(durationInWords(seconds)).toBe(words));

test('an instant shows its day only where it is another one', () => {
  expect(instantInWords(1_700_049_600, 1_700_049_000)).toBe('12:00:00');
  expect(instantInWords(1_700_049_600, 1_600_000_000)).toBe('2023-11-15\u00a012:00:00');
  expect(instantInWords(1_700_049_600_000_000, 1)).toBe('1700049600000000');
});
