import { expect, test } from 'vitest';
import { basic, bearer, jwtOf, NOON, opaque } from './attempt.test-support.ts';
import { preflight } from './preflight.ts';

const fieldsOf = (fields: Readonly<Record<string, string | readonly string[]>>) =>
  Object.entries(fields).flatMap(([name, value]) => (typeof value === 'string' ? [{ name, value }] : []));

const judged = (
  fields: Readonly<Record<string, string | readonly string[]>>,
  url = 'https://api.example.com/me',
  context = {},
) => preflight({ method: 'GET', url, fields: fieldsOf(fields) }, { nowMs: NOON * 1000, ...context });

test.each([
  ['a sound token', bearer(), undefined],
  ['an opaque token', opaque, undefined],
  ['Basic', basic('kim', 'word'), undefined],
  ['no credential at all', {}, undefined],
  ['http:// to this computer', opaque, 'http://localhost:8080/me'],
  ['http:// to this computer by number', opaque, 'http://127.0.0.1:8080/me'],
  ['http:// without a credential', {}, 'http://api.example.com/me'],
  ['a query that holds no secret', opaque, 'https://api.example.com/me?page=2&key_type=a'],
])('silent: %s', (_, fields, url) => expect(judged(fields, url)).toEqual([]));

test.each([
  [
    'expired',
    bearer({ exp: NOON - 252 }),
    'token-expired',
    /^Expired 4\u00a0min\u00a012\u00a0s ago: expect a 401$/,
  ],
  ['not valid yet', bearer({ nbf: NOON + 7200 }), 'token-not-yet-valid', /^Not valid before 2\u00a0h/],
  [
    'a placeholder',
    { Authorization: 'Bearer {{token}}' },
    'placeholder-unresolved',
    /\{\{token\}\}: expect a 401/,
  ],
  [
    'the scheme twice',
    { Authorization: 'Bearer Bearer abcdefgh' },
    'header-malformed',
    /the scheme stands twice/,
  ],
  ['a line break in the token', { Authorization: 'Bearer abcd\nefgh' }, 'header-malformed', /line break/],
  ['white space in the token', { Authorization: 'Bearer abcd efgh' }, 'header-malformed', /white space/],
  ['Basic without a colon', { Authorization: `Basic ${btoa('kim')}` }, 'header-malformed', /no colon/],
  ['Basic that is not Base64', { Authorization: 'Basic %%%' }, 'header-malformed', /not Base64/],
  ['a cut token', { Authorization: `Bearer ${jwtOf().slice(0, 70)}` }, 'token-malformed', /damaged/],
])('%s', (_, fields, cause, title) => {
  const [first] = judged(fields);
  expect(first?.cause).toBe(cause);
  expect(first?.title).toMatch(title);
  expect(first?.evidence.every(({ place }) => place.exchange === 0)).toBe(true);
});

test('a live key on its way to the test host', () => {
  const [first] = judged({ 'APCA-API-KEY-ID': 'AKABCDEFGH' }, 'https://paper-api.alpaca.markets/v2/account');
  expect(first).toMatchObject({
    cause: 'token-issuer-mismatch',
    title: 'Issued by live; wanted is test: expect a 401',
  });
});

test('http:// with a credential, and a credential in the URL', () => {
  const findings = judged({}, 'http://api.example.com/me?api_key=k3yk3yk3y');
  expect(findings.map(({ cause }) => cause)).toEqual(['url-wrong', 'credentials-in-wrong-place']);
  expect(findings[0]?.remedies).toEqual([
    { id: 'use-final-url', values: { url: 'https://api.example.com/me?api_key=k3yk3yk3y' } },
  ]);
});

test('a variable without a value is named once, whether it stands in the request or not', () => {
  const titles = judged({ Authorization: 'Bearer {{token}}' }, undefined, {
    unresolved: ['token', 'tenant'],
  }).map(({ title }) => title);
  expect(titles).toHaveLength(2);
  expect(titles).toContain('The variable tenant has no value');
});

test('several without a value are one warning, those of the path another', () => {
  const findings = judged({}, undefined, { unresolved: ['a', ':id', 'b', 'c', ':x'] });
  expect(findings.map(({ title }) => title)).toEqual([
    'The variables a, b and c have no value',
    "The path's :id and :x have no value",
  ]);
  expect(findings[0]?.remedies).toHaveLength(3);
});

test('the profile knows the end of an opaque token', () => {
  const findings = judged(opaque, undefined, {
    profile: { name: 'Acme', tokenExpiresAtMs: (NOON - 60) * 1000 },
  });
  expect(findings).toMatchObject([{ cause: 'token-expired', title: 'Expired 1\u00a0min ago: expect a 401' }]);
  expect(
    judged(opaque, undefined, { profile: { name: 'Acme', tokenExpiresAtMs: (NOON + 60) * 1000 } }),
  ).toEqual([]);
});
