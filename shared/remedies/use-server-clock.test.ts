import { expect, test } from 'vitest';
import { attempt, exchange, own, planned, typed } from './remedy.test-support.ts';

const signed = attempt(
  exchange([], {}, { request: { ...exchange([]).request, xray: { scheme: 'x', parts: [] } } }),
);
const draft = own('aws-sigv4', {});
const offer = (offset: string) => ({ id: 'use-server-clock', values: { offset } }) as const;

test.each([
  ['1800', 1_800_000, 'Sign by: 30\u00a0min ahead of this computer’s clock'],
  ['-90.5', -90_500, expect.stringMatching(/behind this computer’s clock$/)],
])('%s seconds', (offset, clockOffsetMs, after) => {
  const plan = planned(offer(offset), { draft, attempt: signed });
  expect(plan?.apply({}).settings).toMatchObject({ clockOffsetMs });
  expect(plan?.changes[0]?.after).toEqual(after);
});

test('adds to the offset that is set already', () => {
  const set = { ...draft, settings: { ...draft.settings, clockOffsetMs: 1_000 } };
  expect(planned(offer('2'), { draft: set, attempt: signed })?.apply({}).settings.clockOffsetMs).toBe(3_000);
});

test.each([
  ['what was signed elsewhere', { draft: typed('AWS4-HMAC-SHA256 x') }, '1800'],
  ['clocks that agree', { draft, attempt: signed }, '0'],
  ['no figure', { draft, attempt: signed }, 'x'],
])('%s', (_, given, offset) => {
  expect(planned(offer(offset), given)).toBeUndefined();
});
