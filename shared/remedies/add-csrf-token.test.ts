import { expect, test } from 'vitest';
import { attempt, exchange, planned, withFields } from './remedy.test-support.ts';

const post = withFields({}, { method: 'POST' });
const offer = { id: 'add-csrf-token' } as const;

test.each([
  [
    'a cookie',
    { fields: [{ name: 'Set-Cookie', value: 'XSRF-TOKEN=a%3D%3D; Path=/' }] },
    'X-XSRF-TOKEN',
    'a==',
  ],
  ['Django’s cookie', { fields: [{ name: 'Set-Cookie', value: 'csrftoken=abc' }] }, 'X-CSRFToken', 'abc'],
  ['a field', { fields: [{ name: 'X-CSRF-Token', value: 'abc' }] }, 'X-CSRF-Token', 'abc'],
  ['a hidden input', { text: '<input type=hidden name="_token" value="a&amp;b">' }, 'X-CSRF-Token', 'a&b'],
  ['a meta element', { text: "<meta content='abc' name='csrf-token'>" }, 'X-CSRF-Token', 'abc'],
  [
    'ASP.NET’s input',
    { text: '<input name="__RequestVerificationToken" value="abc"/>' },
    'RequestVerificationToken',
    'abc',
  ],
])('%s of the attempt holds it', (_, answered, name, value) => {
  const plan = planned(offer, { draft: post, attempt: attempt(exchange([], answered)) });
  expect(plan?.first).toBeUndefined();
  expect(plan?.apply({}).fields).toEqual([{ name, value, on: true }]);
});

test('otherwise it is fetched by a GET of the same address', () => {
  const errand = planned(offer, { draft: post, attempt: attempt(exchange([])) })?.first?.({});
  expect(errand?.draft).toMatchObject({
    method: 'GET',
    url: 'https://api.example/me',
    fields: [{ name: 'X-CSRF-Token', value: 'Fetch' }],
  });
  const handed = exchange([], { status: 200, fields: [{ name: 'X-CSRF-Token', value: 'abc' }] });
  expect(errand?.afterwards(attempt(handed))).toMatchObject({
    next: { method: 'POST', fields: [{ name: 'X-CSRF-Token', value: 'abc' }] },
  });
  expect(errand?.afterwards(attempt(exchange([])))).toMatchObject({
    problem: expect.stringMatching(/no anti-forgery/),
  });
});

test('Jenkins has an address for it', () => {
  const refused = exchange([], { status: 403, text: 'No valid crumb was included in the request' });
  const errand = planned(offer, { draft: post, attempt: attempt(refused) })?.first?.({});
  expect(errand?.draft.url).toBe('https://api.example/crumbIssuer/api/json');
  const crumb = JSON.stringify({ crumb: 'abc', crumbRequestField: 'Jenkins-Crumb' });
  expect(errand?.afterwards(attempt(exchange([], { status: 200, text: crumb })))).toMatchObject({
    next: { fields: [{ name: 'Jenkins-Crumb', value: 'abc' }] },
  });
});
