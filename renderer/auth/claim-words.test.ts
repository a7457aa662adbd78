import { expect, test } from 'vitest';
import { claimRows, headerRows, tokenKind, type ClaimContext } from './claim-words.ts';

const exp = Date.UTC(2026, 7, 20, 12, 0, 3) / 1000;
const now: ClaimContext = { atMs: (exp + 252) * 1000, relation: 'now' };
const request: ClaimContext = { ...now, relation: 'request' };

const words = (claims: Record<string, unknown>, context: ClaimContext): string => {
  const [row] = claimRows(claims, context);
  return `${row?.warned === true ? '! ' : ''}${row?.words ?? ''}`
    .replaceAll('\u00a0', ' ')
    .replace(/\d\d:\d\d:\d\d/, 'T');
};

test.each([
  ['expired now', { exp }, now, '! T, 4 min 12 s ago'],
  ['expired at the request', { exp }, request, '! T, 4 min 12 s before this request'],
  ['alive', { exp: exp + 312 }, now, 'T, in 1 min'],
  ['exp equals the clock', { exp: exp + 252 }, now, '! T, 0 s ago'],
  ['exp as text', { exp: '12' }, now, '! not a number of seconds'],
  ['not yet valid', { nbf: exp + 312 }, request, '! T, 1 min after this request'],
  [
    'issuer of the profile',
    { iss: 'https://a.example/' },
    { ...now, issuer: 'https://a.example' },
    'the issuer in the profile',
  ],
  [
    'another issuer',
    { iss: 'https://b.example' },
    { ...now, issuer: 'https://a.example' },
    '! not the issuer in the profile',
  ],
  ['issuer unknown', { iss: 'https://b.example' }, now, ''],
  [
    'audience is this host',
    { aud: ['x', 'https://api.example/v1'] },
    { ...now, url: 'https://api.example/me' },
    'this host',
  ],
  [
    'audience is another host',
    { aud: 'https://b.example' },
    { ...now, url: 'https://api.example/me' },
    'another host',
  ],
  ['audience is no host', { aud: 'billing' }, { ...now, url: 'https://api.example/me' }, ''],
  ['scopes complete', { scope: 'b a' }, { ...now, askedScope: 'a b' }, 'all that was asked for'],
  ['a scope missing', { scope: 'a' }, { ...now, askedScope: 'a b' }, '! without b'],
  ['a name of an object’s own', { constructor: 'x' }, now, ''],
] as const)('%s', (_, claims, context, expected) => {
  expect(words(claims, context)).toBe(expected);
});

test('iat in the wire tells the lifetime', () => {
  const rows = claimRows({ iat: exp - 3600, exp }, request);
  expect(rows[0]?.words).toContain('issued for 1\u00a0h');
});

test('the order of judgment', () => {
  expect(claimRows({ jti: 'x', exp, iss: 'i', sub: 's', aud: 'a' }, now).map(({ name }) => name)).toEqual([
    'iss',
    'aud',
    'sub',
    'exp',
    'jti',
  ]);
});

test('the header', () => {
  expect(headerRows({ alg: 'none', typ: 'at+jwt' })).toEqual([
    { name: 'alg', value: 'none', words: 'not signed', warned: true },
    { name: 'typ', value: 'at+jwt', words: 'access token, RFC 9068', warned: false },
  ]);
  expect(tokenKind({ alg: 'RS256', kid: '2026-06' })).toBe('JWT, RS256, key 2026-06');
});
