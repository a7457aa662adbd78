import { expect, test } from 'vitest';
import {
  attempt,
  exchange,
  oauth,
  planned,
  profileDraft,
  settingsAfter,
  typed,
  withFields,
} from './remedy.test-support.ts';

test('another password in the same scheme', () => {
  const plan = planned(
    { id: 'fill-credentials' },
    {
      draft: typed('Basic YTpi'),
      attempt: attempt(exchange([{ name: 'Authorization', value: 'Basic YTpi' }])),
    },
  );
  expect(plan?.apply({ username: 'alice', password: 'w' }).auth).toMatchObject({
    scheme: 'basic',
    settings: { username: 'alice', password: { plain: 'w' } },
  });
});

test('a profile gets the answers itself', () => {
  const profile = { ...oauth(''), scheme: 'basic', settings: { username: 'alice' } };
  const plan = planned({ id: 'fill-credentials' }, { draft: profileDraft, profile });
  expect(plan?.question).toMatchObject({ fields: [{ value: 'alice' }, { value: '' }] });
  expect(settingsAfter(plan, { username: 'bob', password: 'w' })).toMatchObject({
    username: 'bob',
    password: { plain: 'w' },
  });
});

test('an OAuth profile gets its tokens from a server', () => {
  expect(
    planned({ id: 'fill-credentials' }, { draft: profileDraft, profile: oauth('client-credentials') }),
  ).toBeUndefined();
});

test.each([
  [
    'a key in a field of its own',
    withFields({ 'X-Api-Key': 'k-old' }),
    'Use another X-Api-Key and retry',
    { fields: [{ name: 'X-Api-Key', value: 'k-new/1', on: true }] },
  ],
  [
    'a key in the address',
    withFields({}, { params: [{ name: 'api_key', value: 'k-old', on: true }] }),
    'Use another api_key and retry',
    { params: [{ name: 'api_key', value: 'k-new%2F1', on: true }] },
  ],
  [
    'a vendor’s word before the key stays',
    withFields({ Authorization: 'Klaviyo-API-Key pk_old' }),
    'Use another Authorization and retry',
    { fields: [{ name: 'Authorization', value: 'Klaviyo-API-Key k-new/1', on: true }] },
  ],
])('%s', (_, draft, label, after) => {
  const plan = planned({ id: 'fill-credentials' }, { draft, attempt: attempt(exchange(draft.fields)) });
  expect(plan?.label).toBe(label);
  expect(plan?.question).toMatchObject({ fields: [{ secret: true, value: '' }] });
  expect(plan?.apply({ value: 'k-new/1' })).toMatchObject(after);
});

test('nothing where no credential was typed', () => {
  expect(
    planned({ id: 'fill-credentials' }, { draft: withFields({}), attempt: attempt(exchange([])) }),
  ).toBeUndefined();
});
