import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { utf8Bytes } from '../../exchange/bytes.ts';
import { canonicalPath, canonicalQuery, percentDecoded, uriEncode, type SigV4PathRule } from './uri.ts';

describe('the path as it is signed', () => {
  test.each<[string, SigV4PathRule, string]>([
    ['', 'normalised', '/'],
    ['/', 'normalised', '/'],
    ['/a/../b/./c//d/', 'normalised', '/b/c/d/'],
    ['/a/..', 'normalised', '/'],
    ['/a/b/..', 'normalised', '/a/'],
    ['/../a', 'normalised', '/a'],
    ['/a%20b', 'normalised', '/a%2520b'],
    ['/a b/é', 'normalised', '/a%20b/%C3%A9'],
    ['/a/../b/./c//d/', 'verbatim', '/a/../b/./c//d/'],
    ['/a%20b', 'verbatim', '/a%20b'],
    ['/a+b(c)', 'verbatim', '/a%2Bb%28c%29'],
    ['/a%2fb', 'verbatim', '/a/b'],
    ['/100%', 'verbatim', '/100%25'],
    ['/%c3%a9', 'verbatim', '/%C3%A9'],
  ])('%s, %s: %s', (path, rule, expected) => expect(canonicalPath(path, rule)).toBe(expected));

  test('is the same when it is read again, where nothing is encoded twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = canonicalPath(text, 'verbatim');
        expect(canonicalPath(once, 'verbatim')).toBe(once);
      }),
    );
  });

  test('holds no dot segment and no doubled slash, whatever was given', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('/', '.', 'a', '%', '2', ' ', 'é') }), (text) => {
        const path = canonicalPath(text, 'normalised');
        expect(path).toMatch(/^\/[A-Za-z0-9\-._~%/]*$/);
        expect(path.split('/').slice(1, -1)).not.toContain('');
        expect(path.split('/')).not.toContain('..');
      }),
    );
  });
});

describe('the query as it is signed', () => {
  test.each([
    ['', ''],
    ['a', 'a='],
    ['b=2&a=1', 'a=1&b=2'],
    ['a=2&a=1', 'a=1&a=2'],
    ['a-=1&a=2', 'a=2&a-=1'],
    ['B=1&a=2', 'B=1&a=2'],
    ['q=a+b%2Bc', 'q=a%20b%2Bc'],
    ['q=a=b', 'q=a%3Db'],
    ['&&a=1&', 'a=1'],
    ['e=%c3%a9', 'e=%C3%A9'],
    ['e=é', 'e=%C3%A9'],
    ['p=5%', 'p=5%25'],
  ])('%s: %s', (query, expected) => expect(canonicalQuery(query)).toBe(expected));

  test('is the same when it is read again, and whatever the order was', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
        const once = canonicalQuery(pieces.join('&'));
        expect(canonicalQuery(once)).toBe(once);
        expect(canonicalQuery(pieces.toReversed().join('&'))).toBe(once);
      }),
    );
  });
});

test('what is encoded decodes to the same bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(percentDecoded(uriEncode(bytes))).toEqual(bytes);
    }),
  );
  expect(percentDecoded('%zz%4')).toEqual(utf8Bytes('%zz%4'));
});
