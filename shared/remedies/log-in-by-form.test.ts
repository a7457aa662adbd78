import { expect, test } from 'vitest';
import { attempt, exchange, planned, withFields } from './remedy.test-support.ts';

const page = `<form action="/login" method="post">
  <input type="hidden" name="_token" value="t1"><input name="email"><input type="password" name="pw">
  <input type="submit" name="go" value="Go"></form>`;
const answers = { username: 'alice', password: 'wonderland' };
const offer = { id: 'log-in-by-form' } as const;
const stale = withFields({ Cookie: 'sid=old; theme=x' });
const sent = [{ name: 'Cookie', value: 'sid=old' }];

test('fills in the form of the attempt’s login page, hidden inputs included', () => {
  const plan = planned(offer, {
    draft: stale,
    attempt: attempt(exchange(sent, { status: 200, text: page })),
  });
  const errand = plan?.first?.(answers);
  expect(errand?.draft).toMatchObject({
    method: 'POST',
    url: 'https://api.example/login',
    auth: { kind: 'none' },
    body: {
      kind: 'form',
      fields: [
        { name: '_token', value: 't1', on: true },
        { name: 'email', value: 'alice', on: true },
        { name: 'pw', value: 'wonderland', on: true },
      ],
    },
  });
  expect(errand?.afterwards(attempt(exchange([], { status: 302 })))).toMatchObject({
    next: { fields: [{ name: 'Cookie', value: 'theme=x' }], settings: { cookies: true } },
  });
  expect(errand?.afterwards(attempt(exchange([], { status: 401 })))).toHaveProperty('problem');
});

test('asks for the login page where the answer is none, and reads the form there', () => {
  const plan = planned(offer, { draft: stale, attempt: attempt(exchange(sent)) });
  expect(plan?.question).toMatchObject({ fields: [{ name: 'page' }, {}, {}] });
  const errand = plan?.first?.({ ...answers, page: 'https://api.example/login' });
  expect(errand?.draft).toMatchObject({ method: 'GET', url: 'https://api.example/login' });
  expect(errand?.afterwards(attempt(exchange([], { status: 200, text: page })))).toMatchObject({
    errand: { draft: { method: 'POST' } },
  });
  expect(errand?.afterwards(attempt(exchange([], { status: 200, text: 'hello' })))).toHaveProperty('problem');
});

test('neither form nor session: nothing to log in to', () => {
  expect(planned(offer, { draft: withFields({}) })).toBeUndefined();
});
