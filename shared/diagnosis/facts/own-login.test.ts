import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts, opaque } from '../attempt.test-support.ts';
import { ownLogin, portalPath } from './own-login.ts';

test.each([
  ['/login', true],
  ['https://api.example.com/users/sign_in', true],
  ['https://sso.example.com/login', false],
  ['/remote/login', false],
  ['/home', false],
])('an answer leads to %s', (location, own) => {
  expect(ownLogin(lastFacts({ sent: opaque, status: 302, received: { Location: location } }))).toBe(own);
});

test.each<[string, string, boolean]>([
  ['https://api.example.com/login', 'https://api.example.com/v1/me', true],
  ['https://api.example.com/login', 'http://api.example.com/v1/me', false],
  ['https://sso.example.com/login', 'https://api.example.com/v1/me', false],
  ['https://api.example.com/home', 'https://api.example.com/v1/me', false],
])('led to %s from %s', (url, from, own) => {
  const before: Told = { url: from, sent: opaque, status: 302, received: { Location: url } };
  expect(
    ownLogin(
      lastFacts(before, { url, sent: opaque, status: 200, redirectedFrom: { url: from, dropped: [] } }),
    ),
  ).toBe(own);
});

test.each([
  ['/my.policy', true],
  ['/dana-na/auth/url_default/welcome.cgi', true],
  ['/+CSCOE+/logon.html', true],
  ['/login', false],
  ['/api/my.policy', false],
])('a gateway for remote access: %s', (path, found) => {
  expect(portalPath.test(path)).toBe(found);
});
