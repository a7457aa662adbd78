import { expect, test } from 'vitest';
import { asksNothing, isAuthorizeAddress } from './authorize-request.ts';

test.each([
  ['https://id.example.com/authorize?client_id=app', true],
  ['https://id.example.com/connect?client_id=app&response_type=code', true],
  [
    'https://id.example.com/logout?client_id=app&post_logout_redirect_uri=https%3A%2F%2Fapp.example.com',
    true,
  ],
  ['https://id.example.com/clients?client_id=app', false],
  ['https://id.example.com/authorize', false],
])('%s: %s', (url, is) => expect(isAuthorizeAddress(new URL(url))).toBe(is));

test.each([
  ['<p>The redirect URI is not registered</p>', true],
  ['<form><input type="hidden" name="csrf" value="x"><input type="submit"></form>', true],
  ['<form><input name="user"></form>', false],
  ['<form><input type="password" name="pw"></form>', false],
])('%s asks for nothing: %s', (page, nothing) => expect(asksNothing(page)).toBe(nothing));
