import { expect, test } from 'vitest';
import { attempt, exchange, planned, withFields } from './remedy.test-support.ts';

const offer = { id: 'drop-cookie', values: { name: 'sid' } } as const;
const sent = (value: string) => attempt(exchange([{ name: 'Cookie', value }]));

test.each([
  ['sid=old; theme=x; sid=new', 'theme=x; sid=new', 'Send sid once and retry'],
  ['sid=old; theme=x', 'theme=x', 'Send without sid and retry'],
])('typed: %s', (value, expected, label) => {
  const plan = planned(offer, { draft: withFields({ Cookie: value }), attempt: sent(value) });
  expect(plan?.label).toBe(label);
  expect(plan?.apply({}).fields[0]?.value).toBe(expected);
  expect(JSON.stringify(plan?.changes)).not.toMatch(/old|new/);
});

test('the last pair takes its field along', () => {
  const plan = planned(offer, { draft: withFields({ Cookie: 'sid=a' }), attempt: sent('sid=a') });
  expect(plan?.apply({}).fields).toEqual([]);
});

test('the jar forgets it', () => {
  const plan = planned(offer, { draft: withFields({}), attempt: sent('sid=a; sid=b') });
  expect(plan?.forgetCookies).toEqual(['sid']);
});

test('a cookie that was not sent', () => {
  expect(planned(offer, { attempt: sent('theme=x') })).toBeUndefined();
});
