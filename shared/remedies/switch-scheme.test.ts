import { expect, test } from 'vitest';
import { planned, typed } from './remedy.test-support.ts';

test('switching to Bearer asks for a token and takes the typed field out', () => {
  const plan = planned({ id: 'switch-scheme', values: { scheme: 'Bearer' } }, { draft: typed('Basic YTpi') });
  expect(plan?.question).toMatchObject({ kind: 'values', fields: [{ name: 'token', secret: true }] });
  const after = plan?.apply({ token: 'abc' });
  expect(after?.fields).toEqual([]);
  expect(after?.auth).toMatchObject({ kind: 'own', scheme: 'bearer', settings: { token: { plain: 'abc' } } });
});

test('a scheme that we do not speak is not offered', () => {
  expect(planned({ id: 'switch-scheme', values: { scheme: 'vapid' } })).toBeUndefined();
});
