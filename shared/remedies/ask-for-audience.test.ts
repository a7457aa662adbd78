import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

const profile = oauth('client-credentials');

test.each([
  ['a URI is a resource', 'urn:acme:api', profile, { resource: 'urn:acme:api' }],
  ['a word is an audience', 'acme', profile, { audience: 'acme' }],
  [
    'Auth0 wants its audience in audience',
    'https://api.acme.example',
    oauth('client-credentials', { issuer: 'https://acme.eu.auth0.com/' }),
    { audience: 'https://api.acme.example' },
  ],
])('%s', (_, audience, of, expected) => {
  const plan = planned(
    { id: 'ask-for-audience', values: { audience } },
    { draft: profileDraft, profile: of },
  );
  expect(settingsAfter(plan)).toMatchObject(expected);
});

test('asks where the server does not name it', () => {
  const plan = planned({ id: 'ask-for-audience' }, { draft: profileDraft, profile });
  expect(plan?.question).toMatchObject({ kind: 'values', fields: [{ name: 'audience' }] });
  expect(settingsAfter(plan, { audience: 'urn:b' })).toMatchObject({ resource: 'urn:b' });
});

test('a pasted token was asked for elsewhere', () => {
  expect(planned({ id: 'ask-for-audience' })).toBeUndefined();
});
