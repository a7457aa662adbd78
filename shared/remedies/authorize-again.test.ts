import { expect, test } from 'vitest';
import type { Situation } from './remedy.ts';
import { attempt, exchange, oauth, planned, profileDraft } from './remedy.test-support.ts';

test.each<[string, Partial<Situation>, boolean]>([
  ['authorization code', { profile: oauth('authorization-code') }, true],
  ['device code', { profile: oauth('device-code') }, true],
  ['client credentials', { profile: oauth('client-credentials') }, false],
  [
    'a token was refused just now: a login may differ',
    {
      profile: oauth('authorization-code'),
      attempt: attempt(exchange([], { status: 200 }, { purpose: 'token' }), exchange([])),
    },
    true,
  ],
])('%s', (_, situation, applies) => {
  expect(planned({ id: 'authorize-again' }, { draft: profileDraft, ...situation }) !== undefined).toBe(
    applies,
  );
});

test.each([
  ['authorization-code', /^Opens login.example in the browser/],
  ['device-code', /^Asks login.example for a code/],
])('%s says what it does', (grant, says) => {
  const plan = planned({ id: 'authorize-again' }, { draft: profileDraft, profile: oauth(grant) });
  expect([plan?.token, plan?.sends]).toEqual(['authorize', expect.stringMatching(says)]);
});
