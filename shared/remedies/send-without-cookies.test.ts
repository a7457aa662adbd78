import { expect, test } from 'vitest';
import { attempt, exchange, planned, withFields } from './remedy.test-support.ts';

test('takes the typed field out and asks the jar for nothing', () => {
  const draft = withFields({ Cookie: 'sid=a', Accept: '*/*' });
  const after = planned(
    { id: 'send-without-cookies' },
    { draft, attempt: attempt(exchange([{ name: 'Cookie', value: 'sid=a' }])) },
  )?.apply({});
  expect(after?.fields.map(({ name }) => name)).toEqual(['Accept']);
  expect(after?.settings.cookies).toBe(false);
});

test('none were sent', () => {
  expect(planned({ id: 'send-without-cookies' })).toBeUndefined();
});
