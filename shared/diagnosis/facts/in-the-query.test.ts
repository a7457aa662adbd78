import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { otherParameter, pairInQuery, parameterWritten } from './in-the-query.ts';

const key = 'Zx81kQp07vTnE4sWc2RbYh6L';
const at = (query: string): string => `https://api.example.com/v1/me?${query}`;

test.each<[string, readonly Told[], string | undefined]>([
  [
    'and the answer saw none',
    [{ url: at(`api_key=${key}`), body: 'No API key provided' }],
    'other-parameter',
  ],
  ['and the answer calls it invalid', [{ url: at(`api_key=${key}`), body: 'Invalid API key' }], undefined],
  [
    'and it was accepted before',
    [
      { url: at(`api_key=${key}`), status: 200 },
      { url: at(`api_key=${key}`), body: 'No API key provided' },
    ],
    undefined,
  ],
  [
    'beside Authorization',
    [{ url: at(`api_key=${key}`), sent: opaque, body: 'No API key provided' }],
    undefined,
  ],
])('a key in the query %s', (_, told, kind) => {
  expect(otherParameter(lastFacts(...told))?.kind).toBe(kind);
});

const asks = { 'WWW-Authenticate': 'Basic realm="a"' };

test.each<[string, Told, boolean]>([
  ['username=kim&password=word', { received: asks }, true],
  ['login_user=kim&login_pass=word', { received: asks }, true],
  ['username=kim', { received: asks }, false],
  ['username=kim&password=word', { received: { 'WWW-Authenticate': 'Bearer' } }, false],
  ['username=kim&password=word', { received: asks, sent: opaque }, false],
])('user and password in the query: %s', (query, told, found) => {
  expect(pairInQuery(lastFacts({ url: at(query), ...told })) !== undefined).toBe(found);
});

test.each<[string, Told, string | undefined]>([
  ['need user=<name>&password=<word>', { sent: opaque }, 'user'],
  ['add ?apikey=YOUR_KEY to the address', { sent: opaque }, 'apikey'],
  ['see https://docs.example.com/keys?token=abc', { sent: opaque }, undefined],
  ['add ?apikey=YOUR_KEY to the address', { sent: opaque, url: at('apikey=1a2b') }, undefined],
  ['add ?apikey=YOUR_KEY to the address', {}, undefined],
])('the answer writes out a query: %s', (body, told, wanted) => {
  expect(parameterWritten(lastFacts({ body, ...told }))?.wanted).toBe(wanted);
});
