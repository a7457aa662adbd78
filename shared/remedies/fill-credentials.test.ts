import { expect, test } from 'vitest';
import {
  attempt,
  exchange,
  oauth,
  planned,
  profileDraft,
  settingsAfter,
  typed,
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
