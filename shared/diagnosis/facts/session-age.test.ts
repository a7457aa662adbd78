import { expect, test } from 'vitest';
import { attemptOf, NOON } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { agedSession } from './session-age.ts';

const hex = (age: number): string => (NOON - age).toString(16).toUpperCase();
const ticket = (age: number): string => `PVE:kim@pam:${hex(age)}::c2lnbmF0dXJl`;
const couch = (age: number): string => btoa(`kim:${hex(age)}:signature`).replaceAll('=', '');

test.each<[string, string, { age: number; good: number } | undefined]>([
  ['a ticket of three hours', `PVEAuthCookie=${ticket(10_800)}`, { age: 10_800, good: 7_200 }],
  [
    'a ticket, percent-encoded',
    `PVEAuthCookie=${encodeURIComponent(ticket(10_800))}`,
    { age: 10_800, good: 7_200 },
  ],
  ['a ticket of an hour', `PVEAuthCookie=${ticket(3_600)}`, undefined],
  ['a ticket under another name', `session=${ticket(10_800)}`, undefined],
  ['a cookie of eleven minutes', `AuthSession=${couch(660)}`, { age: 660, good: 600 }],
  ['a cookie of five minutes', `AuthSession=${couch(300)}`, undefined],
  ['a value that tells nothing', 'AuthSession=a1b2c3d4e5f6', undefined],
  ['a value that is no Base64', 'AuthSession=%%%', undefined],
  ['no cookie', 'theme=dark', undefined],
])('%s', (_, cookie, aged) => {
  const facts = factsOf(attemptOf({ sent: { Cookie: cookie }, status: 401 }), 0);
  expect(facts === undefined ? undefined : agedSession(facts)).toEqual(aged);
});

test('by the client’s clock where the answer has no Date', () => {
  const facts = factsOf(
    attemptOf({ sent: { Cookie: `PVEAuthCookie=${ticket(10_800)}` }, status: 401, date: null }),
    0,
  );
  expect(facts === undefined ? undefined : agedSession(facts)).toEqual({ age: 10_800, good: 7_200 });
});
