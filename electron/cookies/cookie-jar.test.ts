import { describe, expect, test } from 'vitest';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import { createCookieJar, type CookieContext } from './cookie-jar.ts';

const nowMs = Date.UTC(2026, 0, 1);
const typed: CookieContext = { method: 'GET', redirectedFrom: [] };

/** What becomes of Set-Cookie values that come from one address, for a request to another one. */
const after = (
  from: string,
  setCookies: readonly string[],
  to: string,
  context: CookieContext = typed,
  atMs = nowMs,
) => {
  const jar = createCookieJar();
  const refused = jar.receive(from, setCookies, nowMs);
  const { sent, held } = jar.choose(to, context, atMs);
  return {
    sent: sent.map(({ name, value }) => `${name}=${value}`),
    held: held.map(({ cookie, because }) => `${cookie.name}: ${because}`),
    refused,
  };
};

const https = 'https://www.example.com/';
const http = 'http://www.example.com/';

describe('what is sent where', () => {
  test.each<[string, string, string, string, readonly string[], readonly string[]]>([
    ['to its own host', https, 'a=1', https, ['a=1'], []],
    ['not to a host below', 'https://example.com/', 'a=1', https, [], ['a: only for example.com itself']],
    ['to a host below its domain', https, 'a=1; Domain=example.com', 'https://api.example.com/', ['a=1'], []],
    ['not to a host beside it', https, 'a=1', 'https://api.example.com/', [], []],
    ['not to another site', https, 'a=1', 'https://other.test/', [], []],
    ['whatever its port', https, 'a=1', 'https://www.example.com:8443/', ['a=1'], []],
    ['below its path', https, 'a=1; Path=/v1', `${https}v1/me`, ['a=1'], []],
    ['not beside its path', https, 'a=1; Path=/v1', `${https}v10`, [], ['a: only below /v1']],
    ['with escapes in its path', `${https}a%20b/c`, 'a=1', `${https}a%20b/d`, ['a=1'], []],
    ['not over http if Secure', https, 'a=1; Secure', http, [], ['a: only over https']],
    [
      'over http to loopback if Secure',
      'http://localhost:1/',
      'a=1; Secure',
      'http://localhost:2/',
      ['a=1'],
      [],
    ],
    ['to an address', 'http://127.0.0.1:1/', 'a=1', 'http://127.0.0.1:2/', ['a=1'], []],
    ['to an address of version 6', 'http://[::1]:1/', 'a=1', 'http://[::1]:2/', ['a=1'], []],
    ['as it came, unusual bytes included', https, 'a=\u00c3\u00a9"x y"', https, ['a=\u00c3\u00a9"x y"'], []],
  ])('%s', (_, from, setCookie, to, sent, held) => {
    expect(after(from, [setCookie], to)).toEqual({ sent, held, refused: [] });
  });

  test('longer paths come first, older cookies before younger ones; a new value keeps its place', () => {
    const set = ['old=1', 'deep=2; Path=/v1', 'young=3', 'old=4'];
    expect(after(https, set, `${https}v1/me`).sent).toEqual(['deep=2', 'old=4', 'young=3']);
  });
});

describe('what is refused', () => {
  test.each<[string, string, string, RegExp]>([
    ['a public suffix', https, 'a=1; Domain=com', /public suffix/],
    ['a public suffix of two labels', 'https://a.co.uk/', 'a=1; Domain=co.uk', /public suffix/],
    ['another domain', https, 'a=1; Domain=other.test', /host's domain/],
    ['Secure over http', http, 'a=1; Secure', /not a secure connection/],
    ['__Secure- that is not Secure', https, '__Secure-a=1', /__Secure/],
    ['__Host- with a domain', https, '__Host-a=1; Secure; Path=/; Domain=example.com', /__Host/],
    ['__Host- below the root', https, '__Host-a=1; Secure; Path=/v1', /__Host/],
    ['no cookie at all', https, '=', /pars/],
  ])('%s', (_, from, setCookie, why) => {
    const { sent, refused } = after(from, [setCookie, 'ok=1'], from);
    expect(sent).toEqual(['ok=1']);
    expect(refused).toEqual([expect.stringMatching(why)]);
  });

  test('prefixes that are as they must be are kept', () => {
    const set = ['__Host-a=1; Secure; Path=/', '__Secure-b=2; Secure; Domain=example.com'];
    expect(after(https, set, https)).toMatchObject({ sent: ['__Host-a=1', '__Secure-b=2'], refused: [] });
  });

  test('an answer over plain http takes no Secure cookie’s place', () => {
    const jar = createCookieJar();
    jar.receive(https, ['a=good; Secure'], nowMs);
    expect(jar.receive(http, ['a=evil'], nowMs)).toEqual([expect.stringMatching(/Secure cookie/)]);
    expect(jar.all(nowMs).map(({ value }) => value)).toEqual(['good']);
  });
});

describe('lifetimes', () => {
  const secondMs = 1000;
  test.each<[string, string, number, readonly string[]]>([
    ['no lifetime', 'a=1', 1e12, ['a=1']],
    ['Max-Age, before', 'a=1; Max-Age=60', 59 * secondMs, ['a=1']],
    ['Max-Age, after', 'a=1; Max-Age=60', 60 * secondMs, []],
    [
      'Max-Age wins over Expires',
      'a=1; Max-Age=60; Expires=Thu, 01 Jan 2032 00:00:00 GMT',
      60 * secondMs,
      [],
    ],
    ['Expires', 'a=1; Expires=Thu, 01 Jan 2026 00:01:00 GMT', 60 * secondMs, []],
    ['a lifetime beyond all dates', 'a=1; Max-Age=99999999999999', 1e12, ['a=1']],
  ])('%s', (_, setCookie, laterMs, sent) => {
    expect(after(https, [setCookie], https, typed, nowMs + laterMs).sent).toEqual(sent);
  });

  test('use does not make it longer', () => {
    const jar = createCookieJar();
    jar.receive(https, ['a=1; Max-Age=60'], nowMs);
    jar.choose(https, typed, nowMs + 50 * secondMs);
    expect(jar.choose(https, typed, nowMs + 61 * secondMs).sent).toEqual([]);
  });

  test('one that is over deletes', () => {
    expect(after(https, ['a=1', 'a=; Max-Age=0'], https)).toMatchObject({ sent: [], held: [] });
  });
});

describe('same-site rules', () => {
  const set = ['s=1; SameSite=Strict', 'l=2; SameSite=Lax', 'n=3; SameSite=None; Secure', 'u=4'];
  test.each<[string, CookieContext, readonly string[]]>([
    ['what a person sends', typed, ['s=1', 'l=2', 'n=3', 'u=4']],
    [
      'a redirect within the site',
      { method: 'POST', redirectedFrom: ['https://example.com/'] },
      ['s=1', 'l=2', 'n=3', 'u=4'],
    ],
    ['from another site', { method: 'GET', redirectedFrom: ['https://other.test/'] }, ['l=2', 'n=3', 'u=4']],
    ['with POST', { method: 'POST', redirectedFrom: ['https://other.test/'] }, ['n=3', 'u=4']],
    ['from http to https', { method: 'GET', redirectedFrom: [http] }, ['l=2', 'n=3', 'u=4']],
    [
      'through another site and back',
      { method: 'GET', redirectedFrom: ['https://other.test/', https] },
      ['l=2', 'n=3', 'u=4'],
    ],
  ])('%s', (_, context, sent) => {
    expect(after(https, set, https, context).sent).toEqual(sent);
  });
});

test('a cookie of a person’s own making goes in the place of the same one, and can be removed', () => {
  const cookie: Cookie = {
    name: 'a',
    value: '1',
    domain: 'example.com',
    hostOnly: false,
    path: '/',
    secure: false,
    httpOnly: false,
  };
  const jar = createCookieJar([cookie]);
  jar.put({ ...cookie, value: '2' });
  expect(jar.choose(http, typed, nowMs).sent).toMatchObject([{ value: '2' }]);
  jar.remove({ name: 'a', domain: 'example.com', path: '/' });
  jar.remove({ name: 'never', domain: 'example.com', path: '/' });
  expect(jar.all(nowMs)).toEqual([]);
});
