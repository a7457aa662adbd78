import { describe, expect, test } from 'vitest';
import { countWords, durationWords, partWords, sizeWords } from './measures.ts';
import { clockTime, clockTimeNear, remainingWords } from './time-words.ts';

const plain = (text: string): string => text.replaceAll('\u00a0', ' ');

describe('times', () => {
  test.each([
    [-1, '0 s'],
    [59, '59 s'],
    [41 * 60 + 59, '41 min'],
    [7_199, '119 min'],
    [7_200, '2 h'],
    [86_400 * 3, '3 d'],
  ])('%d s left', (seconds, expected) => expect(plain(remainingWords(seconds))).toBe(expected));

  test('another day is named', () => {
    const noon = Date.UTC(2026, 7, 20, 12, 0, 3);
    expect(clockTime(noon + 21, true)).toBe('12:00:03.021');
    expect(clockTimeNear(noon, noon)).toBe('12:00:03');
    expect(clockTimeNear(noon - 86_400_000, noon)).toBe('19 Aug, 12:00:03');
    expect(clockTimeNear(Date.UTC(2025, 0, 2, 3, 4, 5), noon)).toBe('2 Jan 2025, 03:04:05');
    expect(clockTimeNear(Number.NaN, noon)).toBe('no valid time');
  });
});

describe('measures', () => {
  test.each([
    [0, '0 B'],
    [284, '284 B'],
    [999, '999 B'],
    [1_000, '1 kB'],
    [1_440, '1.4 kB'],
    [62_000_000, '62 MB'],
    [2_500_000_000, '2.5 GB'],
  ])('%d bytes', (bytes, expected) => expect(plain(sizeWords(bytes))).toBe(expected));

  test.each([
    [12_000_000, 50_000_000, '12 of 50 MB'],
    [900_000, 5_000_000, '900 kB of 5 MB'],
    [5, 284, '5 of 284 B'],
    [284, 284_000, '284 B of 284 kB'],
  ])('%d of %d bytes', (bytes, total, expected) => expect(plain(partWords(bytes, total))).toBe(expected));

  test.each([
    [0.24, '0.2 ms'],
    [83.4, '83 ms'],
    [1_000, '1 s'],
    [1_240, '1.24 s'],
    [12_040, '12 s'],
    [125_000, '2 min 5 s'],
    [120_000, '2 min'],
  ])('%d ms', (ms, expected) => expect(plain(durationWords(ms))).toBe(expected));

  test.each([
    [0, 'no exchanges'],
    [1, 'one exchange'],
    [2, 'two exchanges'],
    [14, '14 exchanges'],
  ])('%d exchanges', (count, expected) => expect(countWords(count, 'exchange')).toBe(expected));
});
