import { describe, expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, jwtOf, lastFacts, NOON } from '../attempt.test-support.ts';
import {
  doubtsItsOwnSignature,
  doubtsWhatItTook,
  readsAnotherAddress,
  refusesItsOwn,
  refusesItsOwnSession,
  refusesWhatItPublishes,
} from './refuses-its-own.ts';

const token = jwtOf();
const login: Told = {
  url: 'https://api.example.com/v1/login',
  posted: '{"user":"kim","password":"word-of-kim"}',
  status: 200,
  body: { access_token: token },
};
const call: Told = { sent: { Authorization: `Bearer ${token}` }, body: 'Unauthorized' };

describe('a token that the server itself handed out', () => {
  test.each<[string, Told, boolean]>([
    ['is refused with nothing but the word', call, true],
    ['is called expired', { ...call, body: { error: 'token expired' } }, false],
    [
      'is refused by a challenge with an error',
      { ...call, received: { 'WWW-Authenticate': 'Bearer error="invalid_token"' } },
      false,
    ],
    ['is refused an hour later', { ...call, at: 3_000 }, false],
    ['is refused by what may lose the field', { ...call, received: { Server: 'Apache/2.4' } }, false],
    ['is another one', { ...call, sent: bearer({ sub: 'u2' }) }, false],
    ['lacks a right', { ...call, status: 403 }, false],
  ])('%s', (_, told, found) => {
    expect(refusesItsOwn(lastFacts(login, told)) !== undefined).toBe(found);
  });

  test('is bound to a key, and its proof is what may be wrong', () => {
    const bound = jwtOf({ cnf: { jkt: '0ZcOCORZNYy-DWpqq30jZyJGHTN0d2HglBV3uiguA4I' } });
    const told = { ...call, sent: { Authorization: `DPoP ${bound}` } };
    expect(refusesItsOwn(lastFacts({ ...login, body: { access_token: bound } }, told))).toBeUndefined();
  });

  test.each<[string, Told, boolean]>([
    ['is called invalid after it was taken', { ...call, at: 2, body: 'invalid token' }, true],
    ['is refused with nothing but the word after it was taken', { ...call, at: 2 }, false],
    [
      'is for another audience after it was taken',
      { ...call, at: 2, body: 'invalid token: audience' },
      false,
    ],
    ['was taken long before', { ...call, at: 900, body: 'invalid token' }, false],
  ])('%s', (_, told, found) => {
    const taken: Told = { sent: { Authorization: `Bearer ${token}` }, status: 200 };
    expect(doubtsWhatItTook(lastFacts(login, taken, told)) !== undefined).toBe(found);
  });

  test.each<[string, Told, boolean]>([
    ['fails its verification', { ...call, body: { error: 'verification failed' } }, true],
    ['has a signature that is doubted', { ...call, body: { error: 'invalid signature' } }, true],
    ['is refused without a word of it', call, false],
    ['was made a while ago', { ...call, at: 3_000, body: { error: 'invalid signature' } }, false],
  ])('%s', (_, told, found) => {
    expect(doubtsItsOwnSignature(lastFacts(login, told)) !== undefined).toBe(found);
  });
});

test.each<[string, string, unknown, number | undefined]>([
  ['the one that is published', 'https://api.example.com', { error: 'invalid audience' }, 0],
  ['another one', 'https://other.example.com', { error: 'invalid audience' }, undefined],
  [
    'the one that is published, and nobody blames it',
    'https://api.example.com',
    { error: 'expired' },
    undefined,
  ],
])('an audience: %s', (_, aud, body, index) => {
  const published: Told = {
    url: 'https://api.example.com/.well-known/oauth-protected-resource',
    status: 200,
    body: { resource: 'https://api.example.com' },
  };
  expect(refusesWhatItPublishes(lastFacts(published, { sent: bearer({ aud }), body }))).toBe(index);
});

describe('a session of a login that was accepted', () => {
  const entered: Told = {
    url: 'https://app.example.com/login',
    posted: 'username=kim&password=word-of-kim',
    status: 200,
    received: { 'Set-Cookie': 'sid=4f1c9d0e7a2b; Path=/' },
  };
  const page: Told = { url: 'https://app.example.com/home', sent: { Cookie: 'sid=4f1c9d0e7a2b' } };
  test.each<[string, Told, string | undefined]>([
    ['is refused without a reason', page, 'sid'],
    ['has expired', { ...page, body: 'session expired' }, undefined],
    ['may not do this', { ...page, status: 403 }, undefined],
    ['is another one', { ...page, sent: { Cookie: 'sid=0000000000ff' } }, undefined],
  ])('%s', (_, told, name) => {
    expect(refusesItsOwnSession(lastFacts(entered, told))?.name).toBe(name);
  });
});

describe('the address in a proof', () => {
  const proof = (htu: string): Told['sent'] => ({
    Authorization: `DPoP ${token}`,
    DPoP: jwtOf({ htu, htm: 'GET', iat: NOON, jti: 'a1' }, { typ: 'dpop+jwt' }),
  });
  test.each<[string, string, string, boolean]>([
    ['is the one that was called', 'https://api.example.com/v1/me', 'htu mismatch', true],
    ['is another one', 'https://api.example.com/v1/you', 'htu mismatch', false],
    [
      'is the one that was called, and nobody blames it',
      'https://api.example.com/v1/me',
      'jti reused',
      false,
    ],
  ])('%s', (_, htu, body, found) => {
    expect(readsAnotherAddress(lastFacts({ sent: proof(htu), body }))).toBe(found);
  });
});
