import { expect, test } from 'vitest';
import { attempt, exchange, planned, typed } from './remedy.test-support.ts';

const pinned = (...resolve: readonly string[]) => {
  const draft = typed('x');
  return { ...draft, settings: { ...draft.settings, resolve: [...resolve] } };
};

test('takes out the answers that pin the host, and no others', () => {
  const draft = pinned('api.example:443:10.0.0.1', 'other.example:443:10.0.0.2');
  const plan = planned({ id: 're-resolve' }, { draft });
  expect(plan?.freshConnection).toBe(true);
  expect(plan?.apply({}).settings.resolve).toEqual(['other.example:443:10.0.0.2']);
  expect(
    planned({ id: 're-resolve' }, { draft: pinned('*:443:10.0.0.1') })?.apply({}).settings,
  ).not.toHaveProperty('resolve');
});

test('without a pin the connection alone is new', () => {
  const seen = exchange([], {}, { connection: { reused: true, remoteAddress: '10.0.0.9' } });
  const plan = planned({ id: 're-resolve' }, { attempt: attempt(seen) });
  expect(plan?.changes[0]).toEqual({
    before: 'Connected: 10.0.0.9',
    after: 'Connect: to what the resolver says of api.example now',
  });
  expect(plan?.apply({})).toEqual(typed('Bearer abcdefghijklmnkQ'));
});
