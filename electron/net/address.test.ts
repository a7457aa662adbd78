import { expect, test } from 'vitest';
import { addressOf } from './address.ts';

test.each([
  ['http://a.example', { secure: false, hostname: 'a.example', port: 80, originForm: '/' }],
  ['HTTPS://A.example/B', { secure: true, hostname: 'a.example', port: 443, originForm: '/B' }],
  ['https://a.example:8443/?', { port: 8443, hostAndPort: 'a.example:8443', originForm: '/?' }],
  ['http://a.example?b=c', { originForm: '/?b=c', absoluteForm: 'http://a.example/?b=c' }],
  ['http://a.example#b', { originForm: '/' }],
  [
    'http://u:p@a.example/x@y',
    { hostname: 'a.example', originForm: '/x@y', absoluteForm: 'http://a.example/x@y' },
  ],
  ['http://u@v@a.example/', { hostname: 'a.example', absoluteForm: 'http://a.example/' }],
  ['http://[::1]:81/a', { hostname: '::1', port: 81, hostAndPort: '[::1]:81' }],
  ['http://127.1/', { hostname: '127.0.0.1' }],
  ['http://bücher.example/', { hostname: 'xn--bcher-kva.example' }],
  ["http://a.example/a/../b|{c}'%zz//", { originForm: "/a/../b|{c}'%zz//" }],
  ['http://a.example/€', { originForm: '/\u00e2\u0082\u00ac' }],
])('%s', (url, expected) => {
  expect(addressOf(url)).toMatchObject(expected);
});

test.each([
  '',
  'a.example/x',
  '/x',
  'ftp://a.example/',
  'http:/a.example',
  'http://',
  'http://a b/',
  'http://a:99999/',
])('"%s" is nowhere', (url) => {
  expect(addressOf(url)).toBeUndefined();
});
