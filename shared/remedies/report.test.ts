import { expect, test } from 'vitest';
import { planned, typed } from './remedy.test-support.ts';

test('a report sends nothing and changes nothing', () => {
  const plan = planned({ id: 'report' }, { draft: typed('x') });
  expect([plan?.sendsRequest, plan?.changes, plan?.apply({})]).toEqual([false, [], typed('x')]);
});
