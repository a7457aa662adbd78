import { expect, test } from 'vitest';
import { isSeen, leaderAbove, leaderBeside, type Box } from './leader-path.ts';

const box = (left: number, top: number, width = 16, height = 16): Box => ({
  left,
  right: left + width,
  top,
  bottom: top + height,
});
const panel = box(900, 0, 380, 800);

test.each([
  [
    'up to the row',
    box(870, 466),
    box(917, 290),
    'M886 474.5H893.5Q899.5 474.5 899.5 468.5V304.5Q899.5 298.5 905.5 298.5H917',
  ],
  [
    'down to the row',
    box(870, 100),
    box(917, 290),
    'M886 108.5H893.5Q899.5 108.5 899.5 114.5V292.5Q899.5 298.5 905.5 298.5H917',
  ],
  ['level with the row', box(870, 290), box(917, 290), 'M886 298.5H917'],
])('beside the panel, %s', (_, mark, row, expected) => {
  expect(leaderBeside(mark, row, panel)).toBe(expected);
});

test('corners shrink where the way is short', () => {
  expect(leaderBeside(box(870, 292), box(917, 290), panel)).toBe(
    'M886 300.5H898.5Q899.5 300.5 899.5 299.5V299.5Q899.5 298.5 900.5 298.5H917',
  );
});

test('above a sheet it goes down the right margin', () => {
  const sheet = box(0, 400, 900, 300);
  expect(leaderAbove(box(866, 347), box(458, 470, 430, 40), sheet)).toBe(
    'M882 355.5H888Q893.5 355.5 893.5 361V485Q893.5 490.5 888 490.5H888',
  );
});

test.each([
  ['within', box(10, 10), true],
  ['scrolled out above', box(10, -20), false],
  ['scrolled out below', box(10, 790), false],
  ['beside', box(-40, 10), false],
])('seen: %s', (_, inner, expected) => {
  expect(isSeen(inner, box(0, 0, 100, 790))).toBe(expected);
});
