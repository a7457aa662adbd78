import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

const values = { acrValues: 'phr', maxAge: '300' };

test('asks for what the challenge asks for, by a login', () => {
  const plan = planned(
    { id: 'step-up', values },
    { draft: profileDraft, profile: oauth('authorization-code') },
  );
  expect([plan?.token, settingsAfter(plan)]).toMatchObject(['authorize', values]);
});

test('asks for the claims that the challenge wants, beside what was asked for before', () => {
  const claims = '{"access_token":{"acrs":{"essential":true,"value":"c1"}}}';
  const plan = planned(
    { id: 'step-up', values: { claims } },
    {
      draft: profileDraft,
      profile: oauth('authorization-code', { authorizationParameters: 'prompt=consent&claims=%7B%7D' }),
    },
  );
  const typed = settingsAfter(plan)?.['authorizationParameters'];
  expect([...new URLSearchParams(typeof typed === 'string' ? typed : '')]).toEqual([
    ['prompt', 'consent'],
    ['claims', claims],
  ]);
  expect(plan?.label).toMatch(/^Log in for the claims it asks for/);
});

test.each([
  ['nobody logs in', oauth('client-credentials'), values],
  ['nothing is asked for', oauth('authorization-code'), {}],
])('%s', (_, profile, asked) => {
  expect(planned({ id: 'step-up', values: asked }, { draft: profileDraft, profile })).toBeUndefined();
});
