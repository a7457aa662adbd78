import { expect, test } from 'vitest';
import type { Place } from './diagnosis.ts';
import { pointer } from './pointer.ts';

const field = { in: 'field', exchange: 1, side: 'request', name: 'Authorization' } as const;
const cases: readonly (readonly [string, Place, number])[] = [
  ['Request › Authorization', field, 1],
  ['Hop 2 › Request › Authorization', field, 2],
  ['Request › Authorization › token › exp', { ...field, claim: 'exp' }, 1],
  ['Request › Authorization › not sent', { ...field, absent: true }, 1],
  [
    'Response › WWW-Authenticate (2)',
    { in: 'field', exchange: 0, side: 'response', name: 'WWW-Authenticate', nth: 1 },
    1,
  ],
  ['Response › status', { in: 'status', exchange: 0 }, 1],
  ['Response › body', { in: 'body', exchange: 0, side: 'response' }, 1],
  ['Request › URL', { in: 'url', exchange: 0 }, 1],
  ['Connection', { in: 'connection', exchange: 0 }, 1],
  ['Timing', { in: 'timing', exchange: 0 }, 1],
];

test.each(cases)('%s', (words, place, count) => expect(pointer(place, count)).toBe(words));
