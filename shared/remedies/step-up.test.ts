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

test.each([
  ['nobody logs in', oauth('client-credentials'), values],
  ['nothing is asked for', oauth('authorization-code'), {}],
])('%s', (_, profile, asked) => {
  expect(planned({ id: 'step-up', values: asked }, { draft: profileDraft, profile })).toBeUndefined();
});
