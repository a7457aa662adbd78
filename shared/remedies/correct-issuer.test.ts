import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

const values = { got: 'realms/test', wanted: 'realms/live' };

test('every address of the authorization server moves to the other tenant', () => {
  const profile = oauth('client-credentials', {
    issuer: 'https://id.example/realms/test',
    tokenEndpoint: 'https://id.example/realms/test/token',
  });
  const plan = planned({ id: 'correct-issuer', values }, { draft: profileDraft, profile });
  expect(settingsAfter(plan)).toMatchObject({
    issuer: 'https://id.example/realms/live',
    tokenEndpoint: 'https://id.example/realms/live/token',
  });
  expect(plan?.changes).toHaveLength(2);
});

test.each([
  ['the profile knows nothing of that tenant', oauth('client-credentials')],
  ['no token can be got anew', oauth('refresh-token', { issuer: 'https://id.example/realms/test' })],
])('%s', (_, profile) => {
  expect(planned({ id: 'correct-issuer', values }, { draft: profileDraft, profile })).toBeUndefined();
});
