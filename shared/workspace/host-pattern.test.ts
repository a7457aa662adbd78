import { expect, test } from 'vitest';
import { aboutHost, parseHostPattern } from './host-pattern.ts';

const found = (patterns: readonly string[], host: string, port = 443): readonly string[] =>
  aboutHost(patterns, (pattern) => pattern, host, port);

test.each<[string, string, number, boolean]>([
  ['api.example.com', 'api.example.com', 443, true],
  ['API.example.com', 'api.EXAMPLE.com', 8443, true],
  ['api.example.com', 'api.example.com.', 443, true],
  ['api.example.com', 'example.com', 443, false],
  ['api.example.com', 'xapi.example.com', 443, false],
  ['api.example.com:8443', 'api.example.com', 8443, true],
  ['api.example.com:8443', 'api.example.com', 443, false],
  ['*.example.com', 'api.example.com', 443, true],
  ['*.example.com', 'a.b.example.com', 443, true],
  ['*.example.com', 'example.com', 443, false],
  ['*.example.com', 'badexample.com', 443, false],
  ['127.0.0.1:18114', '127.0.0.1', 18114, true],
  ['[::1]:443', '::1', 443, true],
  ['https://api.example.com/v1', 'api.example.com', 443, true],
  ['*', 'api.example.com', 443, false],
  ['', '', 443, false],
])('%s about %s:%i: %s', (pattern, host, port, expected) => {
  expect(found([pattern], host, port)).toEqual(expected ? [pattern] : []);
});

test.each(['', '*', 'a b', 'user@host', 'host:99999', '*.', 'a*.example.com'])('no pattern: "%s"', (text) => {
  expect(parseHostPattern(text)).toBeUndefined();
});

test('the most exact comes first', () => {
  const patterns = ['*.example.com', '*.eu.example.com', 'api.eu.example.com', 'api.eu.example.com:443'];
  expect(found(patterns, 'api.eu.example.com')).toEqual(patterns.toReversed());
});
