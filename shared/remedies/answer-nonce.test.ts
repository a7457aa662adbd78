import { expect, test } from 'vitest';
import { plainSecret } from '../workspace/secret.ts';
import { attempt, exchange, own, planned, typed } from './remedy.test-support.ts';

test('a scheme of ours answers by itself', () => {
  const draft = own('digest', { username: 'alice', password: plainSecret('w') });
  const plan = planned({ id: 'answer-nonce' }, { draft });
  expect([plan?.question, plan?.apply({})]).toEqual([undefined, draft]);
});

test('a typed response is made anew: its user name is known, the password is asked for', () => {
  const value = 'Digest username="alice", realm="r", nonce="old", uri="/me", response="0"';
  const plan = planned(
    { id: 'answer-nonce' },
    { draft: typed(value), attempt: attempt(exchange([{ name: 'Authorization', value }])) },
  );
  expect(plan?.question).toMatchObject({ fields: [{ value: 'alice' }, { secret: true }] });
  expect(plan?.apply({ username: 'alice', password: 'w' })).toMatchObject({
    fields: [],
    auth: { scheme: 'digest', settings: { username: 'alice', password: { plain: 'w' } } },
  });
});

test('a typed signature that is no Digest stays the person’s', () => {
  expect(planned({ id: 'answer-nonce' })).toBeUndefined();
});
