import { expect, test } from 'vitest';
import { plainSecret } from '../workspace/secret.ts';
import {
  oauth,
  own,
  planned,
  profileDraft,
  settingsAfter,
  typed,
  withFields,
} from './remedy.test-support.ts';

const offer = {
  id: 'repair-header',
  values: { name: 'Authorization', value: 'Bearer abcdefghijklmnkQ' },
} as const;

test('a typed field is repaired where it stands, casing kept', () => {
  const draft = withFields({ authorization: 'Bearer Bearer x', Accept: '*/*' });
  expect(planned(offer, { draft })?.apply({}).fields).toEqual([
    { name: 'authorization', value: 'Bearer abcdefghijklmnkQ', on: true },
    { name: 'Accept', value: '*/*', on: true },
  ]);
});

test('a doubled scheme inside the request’s own Bearer is repaired there', () => {
  const draft = own('bearer', { token: plainSecret('Bearer abc'), prefix: 'Bearer' });
  expect(settingsAfter(planned(offer, { draft }))).toEqual({
    token: { plain: 'abcdefghijklmnkQ' },
    prefix: 'Bearer',
  });
});

test('a profile is not changed behind its back', () => {
  expect(planned(offer, { draft: profileDraft, profile: oauth('') })).toBeUndefined();
});

test('changes never show the secret', () => {
  expect(
    JSON.stringify(planned(offer, { draft: typed('Bearer Bearer abcdefghijklmnkQ') })?.changes),
  ).not.toContain('abcdefgh');
});

test('a field with the wrong name gets the right one', () => {
  const draft = withFields({ Authentication: 'Bearer abc' });
  const values = { name: 'Authorization', value: 'Bearer abc', instead: 'Authentication' };
  const plan = planned({ id: 'repair-header', values }, { draft });
  expect(plan?.label).toBe('Send it as Authorization and retry');
  expect(plan?.apply({}).fields).toEqual([{ name: 'Authorization', value: 'Bearer abc', on: true }]);
  expect(planned({ id: 'repair-header', values }, { draft: profileDraft })).toBeUndefined();
});
