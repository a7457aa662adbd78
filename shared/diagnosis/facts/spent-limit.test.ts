import { expect, test } from 'vitest';
import { spentLimit } from './spent-limit.ts';

test.each([
  ['X-RateLimit-Remaining', '0', true],
  ['x-ratelimit-requests-remaining', '0; window=60', true],
  ['X-Quota-Left', '0.0', true],
  ['RateLimit', 'limit=5, remaining=0, reset=812', true],
  ['RateLimit', '"day";r=0', true],
  ['RateLimit', '"day";r=04', false],
  ['RateLimit', 'limit=5, remaining=3, reset=0', false],
  ['X-RateLimit-Remaining', '10', false],
  ['X-RateLimit-Limit', '0', false],
  ['X-Storage-Remaining', '0', false],
])('%s: %s', (name, value, spent) => {
  expect(spentLimit([{ name, value }]) !== undefined).toBe(spent);
});
