import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf } from '../attempt.test-support.ts';
import { diagnose } from '../diagnose.ts';
import { factsOf } from '../facts.ts';

const key = 'k3yOfNobody2f9c81d4';
const other = 'k3yOfNobody77aa01be';
const url = 'https://api.example.com/v1/me';

/** The first of two exchanges, seen from the second. */
const seen = (before: Told, now: Told) => {
  const earlier = factsOf(attemptOf(before, now), 1)?.earlier[0];
  return [earlier?.sameOrigin, earlier?.sameCredential, earlier?.sameSecretElsewhere];
};

describe('an earlier exchange seen from a later one', () => {
  test.each<[string, Told, Told, readonly boolean[]]>([
    ['the same field', { sent: { 'X-Api-Key': key } }, { sent: { 'x-api-key': key } }, [true, true, false]],
    ['another key', { sent: { 'X-Api-Key': other } }, { sent: { 'X-Api-Key': key } }, [true, false, false]],
    [
      'the key as a parameter before',
      { url: `${url}?api_key=${key}` },
      { sent: { 'X-Api-Key': key } },
      [true, false, true],
    ],
    [
      'the key as a user name before',
      { sent: { Authorization: `Basic ${btoa(`${key}:`)}` } },
      { sent: { Authorization: `Bearer ${key}` } },
      [true, false, true],
    ],
    [
      'another scheme before',
      { sent: { Authorization: `Token ${key}` } },
      { sent: { Authorization: `Bearer ${key}` } },
      [true, false, true],
    ],
    [
      'a Digest answer with the nonce of before',
      { sent: { Authorization: 'Digest username="kim", nonce="9f1c", response="aa"' } },
      { sent: { Authorization: 'Digest username="kim", nonce="9f1c", response="bb"' } },
      [true, true, false],
    ],
    [
      'another server',
      { url: 'https://api.example.org/v1/me', sent: { 'X-Api-Key': key } },
      { sent: { 'X-Api-Key': key } },
      [false, true, false],
    ],
    [
      'a cookie without a telling name, handed out by a login',
      {
        method: 'POST',
        posted: 'username=kim&password=not-a-secret',
        status: 200,
        received: { 'Set-Cookie': 'zulu=abc123; Path=/' },
      },
      { sent: { Cookie: 'zulu=abc123' } },
      [true, false, false],
    ],
    ['nothing sent', {}, {}, [true, false, false]],
  ])('%s', (_, before, now, expected) => {
    expect(seen(before, now)).toEqual(expected);
  });

  test('knows a cookie again that a login handed out under any name', () => {
    const login: Told = {
      method: 'POST',
      posted: 'username=kim&password=not-a-secret',
      status: 200,
      received: { 'Set-Cookie': 'zulu=abc123; Path=/' },
    };
    const call: Told = { sent: { Cookie: 'zulu=abc123' } };
    const facts = factsOf(attemptOf(login, { ...call, status: 200 }, call), 2);
    expect(facts?.credentials.map(({ name }) => name)).toEqual(['zulu']);
    expect(facts?.earlier.map(({ sameCredential }) => sameCredential)).toEqual([false, true]);
  });
});

const secret = fc.constantFrom(key, other);
const place = fc.constantFrom<(value: string) => Told>(
  (value) => ({ sent: { Authorization: `Bearer ${value}` } }),
  (value) => ({ sent: { 'X-Api-Key': value } }),
  (value) => ({ sent: { Cookie: `session=${value}` } }),
  (value) => ({ url: `${url}?access_token=${value}` }),
  () => ({}),
);
const told = fc
  .tuple(place, secret, fc.constantFrom(200, 401, 403))
  .map(([put, value, status]): Told => ({ ...put(value), status, body: { message: 'Invalid token' } }));

test('what is found out about a recording does not depend on which of its exchanges is asked about first', () => {
  fc.assert(
    fc.property(fc.array(told, { minLength: 2, maxLength: 8 }), (exchanges) => {
      const [one, same] = [attemptOf(...exchanges), attemptOf(...exchanges)];
      const indices = exchanges.map((_, index) => index);
      const forwards = indices.map((exchange) => diagnose(one, { exchange }));
      const backwards = indices.toReversed().map((exchange) => diagnose(same, { exchange }));
      expect(backwards.toReversed()).toEqual(forwards);
    }),
    { numRuns: 60 },
  );
});
