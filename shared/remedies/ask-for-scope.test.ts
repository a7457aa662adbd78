import { expect, test } from 'vitest';
import { oauth, own, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

const offer = { id: 'ask-for-scope', values: { scope: 'read admin' } } as const;

test('adds what is missing to what is asked for, in the profile', () => {
  const plan = planned(offer, {
    draft: profileDraft,
    profile: oauth('client-credentials', { scope: 'openid read' }),
  });
  expect(settingsAfter(plan)).toMatchObject({ scope: 'openid read admin' });
  expect(plan).toMatchObject({
    token: 'fetch',
    label: 'Ask for admin and retry',
    changes: [{ before: 'Scope: openid read', after: 'Scope: openid read admin' }],
  });
});

test('the request’s own OAuth 2.0 is changed in the request, by a login where the grant needs one', () => {
  const plan = planned(offer, { draft: own('oauth2', { grant: 'authorization-code' }) });
  expect(plan?.profile).toBeUndefined();
  expect([plan?.token, settingsAfter(plan)?.['scope']]).toEqual(['authorize', 'read admin']);
});

test.each([
  ['a pasted refresh token cannot be widened', oauth('refresh-token')],
  ['all of it is asked for already', oauth('client-credentials', { scope: 'admin read' })],
])('%s', (_, profile) => {
  expect(planned(offer, { draft: profileDraft, profile })).toBeUndefined();
});
