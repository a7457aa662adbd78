import { expect, test } from 'vitest';
import { plainSecret } from '../workspace/secret.ts';
import { own, planned, typed, withFields } from './remedy.test-support.ts';

const without = (name: string, from?: string) =>
  ({ id: 'remove-credential', values: { name, ...(from === undefined ? {} : { from }) } }) as const;

test('a presigned address needs no Authorization, typed or made', () => {
  const draft = { ...own('bearer', { token: plainSecret('a') }), fields: typed('Bearer b').fields };
  const after = planned(without('Authorization'), { draft })?.apply({});
  expect([after?.fields, after?.auth]).toEqual([[], { kind: 'none' }]);
});

test('of two fields the first stays', () => {
  const draft = withFields({ Authorization: 'Bearer a', authorization: 'Bearer b', Accept: '*/*' });
  const plan = planned(without('Authorization', 'further-fields'), { draft });
  expect(plan?.apply({}).fields.map(({ value }) => value)).toEqual(['Bearer a', '*/*']);
});

test('a parameter of the query', () => {
  const draft = typed('Bearer a', { params: [{ name: 'access_token', value: 'b', on: true }] });
  expect(planned(without('access_token', 'query'), { draft })?.apply({}).params).toEqual([]);
});

test('user and password in the address', () => {
  const draft = typed('Bearer a', { url: 'https://u:p@api.example/me' });
  expect(planned(without('userinfo', 'userinfo'), { draft })?.apply({}).url).toBe('https://api.example/me');
});

test('what is not there cannot be taken out', () => {
  expect(planned(without('access_token', 'query'))).toBeUndefined();
});
