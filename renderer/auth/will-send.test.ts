import { expect, test } from 'vitest';
import type { Preview } from '../../shared/ipc/replies.ts';
import { charsetMatters, encodedBasic } from './basic-value.ts';
import { tokenRemedyOf, willSend } from './will-send.ts';

const preview = (change: Partial<Preview>): Preview => ({
  method: 'GET',
  url: 'https://api.acme.example/v1/me',
  fields: [],
  unresolved: [],
  warnings: [],
  notices: [],
  ...change,
});

const auth = { from: 'auth', note: 'profile Acme prod' };

test.each([
  [
    'a field of the profile',
    {
      fields: [
        { name: 'X-API-Key', value: '••••••••', origin: auth },
        { name: 'Accept', value: '*/*' },
      ],
    },
    ['X-API-Key'],
    undefined,
  ],
  [
    'a typed Authorization',
    { fields: [{ name: 'authorization', value: 'Bearer ••••••••' }] },
    ['authorization'],
    undefined,
  ],
  [
    'a cookie and a proxy',
    {
      fields: [
        { name: 'Cookie', value: 'a=••••••••' },
        { name: 'Proxy-Authorization', value: 'Basic ••••••••' },
      ],
    },
    ['Cookie', 'Proxy-Authorization'],
    undefined,
  ],
  ['a key in the address', { url: 'https://a.example/?key=••••••••' }, [], 'https://a.example/?key=••••••••'],
  ['nothing', {}, [], undefined],
] as const)('will send: %s', (_, change, names, url) => {
  const sent = willSend(preview({ ...change, fields: 'fields' in change ? [...change.fields] : [] }));
  expect(sent.lines.map(({ name }) => name)).toEqual(names);
  expect(sent.url).toBe(url);
});

test('only remedies that get a token can be had before sending', () => {
  const finding = {
    cause: 'token-expired',
    confidence: 1,
    title: '',
    explanation: '',
    evidence: [],
  } as const;
  expect(tokenRemedyOf({ ...finding, remedies: [{ id: 'repair-header' }, { id: 'refresh-token' }] })).toEqual(
    ['refresh'],
  );
  expect(tokenRemedyOf({ ...finding, remedies: [{ id: 'report' }] })).toEqual([]);
});

test.each([
  ['ada', 'secret', false],
  ['ada', 'pässword', true],
])('the charset matters for %s, %s: %s', (user, password, expected) => {
  expect(charsetMatters(user, password)).toBe(expected);
});

test('an unknown charset of a file falls back to UTF-8', () => {
  expect(encodedBasic('ada', 'ü', 'ebcdic')).toEqual(encodedBasic('ada', 'ü', 'utf-8'));
});
