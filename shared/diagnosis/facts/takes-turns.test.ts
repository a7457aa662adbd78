import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { takesTurns } from './takes-turns.ts';

const call = (status: number, more: Told = {}): Told => ({ sent: opaque, status, ...more });

test.each<[string, readonly Told[], number | undefined]>([
  ['refused, accepted, refused', [call(401), call(200), call(401)], 1],
  ['refused, asked for something that is not there, refused', [call(401), call(404), call(401)], 1],
  ['accepted, then refused', [call(200), call(401)], undefined],
  ['refused throughout', [call(401), call(401), call(401)], undefined],
  [
    'accepted at another path in between',
    [call(401), call(200, { url: 'https://api.example.com/v1/you' }), call(401)],
    undefined,
  ],
  [
    'accepted with another token in between',
    [call(401), call(200, { sent: { Authorization: 'Bearer 9jN2mXq7kT4vB1sZpLcR8wYhD5gF6eUa' } }), call(401)],
    undefined,
  ],
  [
    'accepted for another program in between',
    [
      call(403, { sent: { ...opaque, 'User-Agent': 'python-requests/2' } }),
      call(200, { sent: { ...opaque, 'User-Agent': 'Mozilla/5.0' } }),
      call(403, { sent: { ...opaque, 'User-Agent': 'python-requests/2' } }),
    ],
    undefined,
  ],
])('%s', (_, told, index) => {
  expect(takesTurns(lastFacts(...told))).toBe(index);
});
