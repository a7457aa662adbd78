import { expect, test } from 'vitest';
import type { Situation } from './remedy.ts';
import { attempt, exchange, oauth, own, planned, profileDraft, token } from './remedy.test-support.ts';

test.each<[string, Partial<Situation>, boolean]>([
  ['a refresh token is there', { profile: oauth('authorization-code'), token: token(true) }, true],
  ['none is there', { profile: oauth('authorization-code'), token: token(false) }, false],
  ['a pasted refresh token', { profile: oauth('refresh-token') }, true],
  ['another scheme', { profile: { ...oauth(''), scheme: 'basic' }, token: token(true) }, false],
  [
    'the request’s own OAuth 2.0',
    { draft: own('oauth2', { grant: 'authorization-code' }), token: token(true) },
    true,
  ],
  [
    'a fresh token was refused in this very attempt',
    {
      profile: oauth('authorization-code'),
      token: token(true),
      attempt: attempt(exchange([], { status: 200 }, { purpose: 'token' }), exchange([])),
    },
    false,
  ],
])('%s', (_, situation, applies) => {
  expect(planned({ id: 'refresh-token' }, { draft: profileDraft, ...situation }) !== undefined).toBe(applies);
});
