import { expect, test } from 'vitest';
import { oauth, planned, profileDraft, settingsAfter } from './remedy.test-support.ts';

test.each([
  ['', 'body'],
  ['basic', 'body'],
  ['basic-raw', 'body'],
  ['body', 'basic'],
])('“%s” becomes %s', (clientAuthentication, expected) => {
  const profile = oauth('client-credentials', clientAuthentication === '' ? {} : { clientAuthentication });
  const plan = planned({ id: 'switch-client-authentication' }, { draft: profileDraft, profile });
  expect(settingsAfter(plan)?.['clientAuthentication']).toBe(expected);
});

test.each(['key-jwt', 'none', 'certificate'])(
  '%s has no secret to send elsewhere',
  (clientAuthentication) => {
    const profile = oauth('client-credentials', { clientAuthentication });
    expect(planned({ id: 'switch-client-authentication' }, { draft: profileDraft, profile })).toBeUndefined();
  },
);
