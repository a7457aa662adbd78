import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rowAtTop, rowsOfKey, scrollOf, scrollTopOf, tallest } from './window-of-rows.ts';

const [rowHeight, boxHeight] = [20, 500];

test.each([
  ['shorter than its box', 10, 200, 0, false],
  ['longer', 1_000, 20_000, 975, false],
  ['longer than a page may be tall', 5_000_000, tallest, 4_999_975, true],
] as const)('a list %s', (_, count, height, last, isScaled) =>
  expect(scrollOf(count, rowHeight, boxHeight)).toEqual({ height, last, isScaled }),
);

test('every row can be scrolled to, and stays at the top', () =>
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9_000_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (count, part) => {
        const scroll = scrollOf(count, rowHeight, boxHeight);
        const row = scroll.last * part;
        const top = scrollTopOf(scroll, row, rowHeight, boxHeight);
        expect(rowAtTop(scroll, top, rowHeight, boxHeight)).toBeCloseTo(row, 3);
        expect(top).toBeLessThanOrEqual(Math.max(0, scroll.height - boxHeight) + 0.001);
      },
    ),
  ));

test.each([
  ['ArrowDown', 1],
  ['PageUp', -24],
  ['End', Number.POSITIVE_INFINITY],
  ['a', undefined],
] as const)('%s', (key, rows) => expect(rowsOfKey(key, 25)).toBe(rows));
