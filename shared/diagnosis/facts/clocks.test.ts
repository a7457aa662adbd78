import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf, NOON } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';

test.each<[string, Told, number]>([
  ['Date as it stands', { date: 5 }, 5],
  ['Date and the time in a cache', { date: -3000, received: { Age: '3000' } }, 0],
  ['Date, which a network wrote anew beside an old Age', { date: 0, received: { Age: '3000' } }, 0],
  ['Date and a short time in a cache', { date: 0, received: { Age: '30' } }, 30],
])('the server’s clock is %s', (_, told, offset) => {
  expect(factsOf(attemptOf(told), 0)?.clocks.server).toBe(NOON + offset);
});
