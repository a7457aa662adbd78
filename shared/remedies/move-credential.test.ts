import { expect, test } from 'vitest';
import type { Draft } from '../workspace/draft.ts';
import { plainSecret } from '../workspace/secret.ts';
import { own, planned, settingsAfter, typed, withFields } from './remedy.test-support.ts';

const to = (values: Readonly<Record<string, string>>) => ({ id: 'move-credential', values }) as const;

test.each<[string, Draft, string]>([
  ['a typed Bearer token', typed('Bearer abc'), 'abc'],
  ['the request’s own Bearer token', own('bearer', { token: plainSecret('abc') }), 'abc'],
  [
    'a parameter of the query',
    withFields({}, { params: [{ name: 'api_key', value: 'a%2Fb', on: true }] }),
    'a/b',
  ],
])('%s goes to the named field', (_, draft, secret) => {
  const after = planned(to({ name: 'X-API-Key' }), { draft })?.apply({});
  expect([after?.fields, after?.params]).toEqual([[], []]);
  expect(after?.auth).toEqual({
    kind: 'own',
    scheme: 'api-key',
    settings: { name: 'X-API-Key', place: 'header', value: { plain: secret } },
  });
});

test.each([
  ['query', '?api_key=••••••••'],
  ['cookie', 'api_key: ••••••••'],
])('to the %s', (place, after) => {
  const plan = planned(to({ name: 'api_key', place }), { draft: typed('Bearer abc') });
  expect(plan?.changes).toEqual([{ before: 'Authorization: Bearer ••••••••', after }]);
  expect(settingsAfter(plan)?.['place']).toBe(place);
});

test('a key goes to Authorization as a Bearer token', () => {
  const plan = planned(to({ name: 'Authorization' }), { draft: withFields({ 'X-API-Key': 'abc' }) });
  expect(plan?.apply({}).auth).toMatchObject({
    scheme: 'bearer',
    settings: { prefix: 'Bearer', token: { plain: 'abc' } },
  });
});

test.each([
  ['nothing to move', withFields({})],
  ['user and password are no key', typed('Basic YTpi')],
])('%s', (_, draft) => {
  expect(planned(to({ name: 'X-API-Key' }), { draft })).toBeUndefined();
});
