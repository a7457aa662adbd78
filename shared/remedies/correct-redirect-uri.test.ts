import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

test('offers the one that was used, to be corrected', () => {
  const plan = planned(
    { id: 'correct-redirect-uri' },
    { draft: profileDraft, profile: oauth('authorization-code') },
  );
  expect(plan?.question).toMatchObject({ fields: [{ value: 'http://127.0.0.1/callback' }] });
  expect(settingsAfter(plan, { redirectUri: 'http://localhost/cb ' })).toMatchObject({
    redirectUri: 'http://localhost/cb',
  });
});

test('no login, no redirect', () => {
  expect(
    planned({ id: 'correct-redirect-uri' }, { draft: profileDraft, profile: oauth('client-credentials') }),
  ).toBeUndefined();
});
