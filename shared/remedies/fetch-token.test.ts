import { expect, test } from 'vitest';
import type { Situation } from './remedy.ts';
import { oauth, planned, profileDraft, token, typed } from './remedy.test-support.ts';

test.each<[string, Partial<Situation>, boolean]>([
  ['client credentials', { profile: oauth('client-credentials'), token: token(false) }, true],
  ['a login is needed', { profile: oauth('authorization-code'), token: token(true) }, false],
  ['no profile', { draft: typed('Bearer x') }, false],
])('%s', (_, situation, applies) => {
  expect(planned({ id: 'fetch-token' }, { draft: profileDraft, ...situation }) !== undefined).toBe(applies);
});

test('the plan names the server and shows the change', () => {
  const plan = planned(
    { id: 'fetch-token' },
    { draft: profileDraft, profile: oauth('client-credentials'), token: token(false) },
  );
  expect(plan?.token).toBe('fetch');
  expect(plan?.sends).toBe('Sends one token request to login.example. Then this GET again.');
  expect(plan?.changes).toEqual([
    { before: 'Authorization: Bearer ••••••••kQ', after: 'Authorization: Bearer new token' },
  ]);
});
