import { expect, test } from 'vitest';
import { planned } from './remedy.test-support.ts';

test('with the value that is known', () => {
  const values = { name: 'Cache-Control', value: 'no-cache' };
  const plan = planned({ id: 'add-field', values });
  expect(plan?.question).toBeUndefined();
  expect(plan?.changes).toEqual([{ before: undefined, after: 'Cache-Control: no-cache' }]);
  expect(plan?.apply({}).fields.at(-1)).toEqual({ ...values, on: true });
});

test.each([
  ['X-Tenant', false],
  ['X-Api-Key', true],
])('%s is asked for, as a secret: %s', (name, secret) => {
  const plan = planned({ id: 'add-field', values: { name } });
  expect(plan?.question).toMatchObject({ fields: [{ label: name, secret }] });
  expect(plan?.apply({ value: 'acme' }).fields.at(-1)).toEqual({ name, value: 'acme', on: true });
});

test.each([undefined, '', 'no name', 'a:b'])('%j is no name of a field', (name) => {
  expect(planned({ id: 'add-field', ...(name === undefined ? {} : { values: { name } }) })).toBeUndefined();
});
