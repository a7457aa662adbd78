import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { openBefore, publicDocument } from './for-everyone.ts';

test.each<[string, Told['sent'], boolean]>([
  ['/.well-known/openid-configuration', undefined, true],
  ['/realms/shop/protocol/openid-connect/certs', undefined, true],
  ['/jwks.json', undefined, true],
  ['/robots.txt', undefined, true],
  ['/jwks.json', opaque, false],
  ['/v1/certs', undefined, false],
  ['/v1/robots', undefined, false],
])('%s, sent %j', (path, sent, open) => {
  const told = { url: `https://api.example.com${path}`, ...(sent === undefined ? {} : { sent }) };
  expect(publicDocument(lastFacts(told))).toBe(open ? path : undefined);
});

test.each<[string, Told, Told, number | undefined]>([
  ['without anything', {}, {}, 0],
  ['with a token at that time', { sent: opaque }, {}, undefined],
  ['with a cookie at that time', { sent: { Cookie: 'sid=4f1c9d0e7a2b' } }, {}, undefined],
  ['with a token now', {}, { sent: opaque }, undefined],
  ['at another address', { url: 'https://api.example.com/v1/you' }, {}, undefined],
  ['and was refused', { status: 401 }, {}, undefined],
])('the same request passed %s', (_, before, now, index) => {
  expect(openBefore(lastFacts({ status: 200, ...before }, now))?.index).toBe(index);
});
