import { describe, expect, test } from 'vitest';
import type { Told } from './attempt.test-support.ts';
import { attemptOf } from './attempt.test-support.ts';
import type { Cause } from './causes.ts';
import { diagnose } from './diagnose.ts';

const authorize =
  'https://id.example.com/authorize?client_id=app&response_type=code&redirect_uri=http%3A%2F%2Flocalhost%2Fcb';
const signed = { 'X-Api-Key': 'k1', 'X-Signature': 'ab'.repeat(32) };
const session = { Cookie: 'sessionid=abcdef' };
const page = (title: string, words: string): string =>
  `<html><head><title>${title}</title></head><body>${words}</body></html>`;

const told: readonly [string, Told, Cause][] = [
  [
    'a 409 that guards against forged requests',
    { posted: '{}', status: 409, body: page('409: Conflict', 'This helps prevent CSRF attacks.') },
    'csrf-token-missing',
  ],
  [
    'ASP.NET’s 400 without a word',
    { posted: '{}', sent: { Cookie: '.AspNetCore.Antiforgery.x=CfDJ8; auth=a' }, status: 400 },
    'csrf-token-missing',
  ],
  [
    'a 500 for a missing form field',
    { posted: 'a=b', status: 500, body: page('The required anti-forgery form field is not present', '') },
    'csrf-token-missing',
  ],
  ['a head too large for its cookies', { sent: session, status: 431 }, 'cookie-conflict'],
  [
    'a cookie that cannot be opened',
    { sent: session, status: 400, body: 'securecookie: the value is not valid' },
    'cookie-conflict',
  ],
  [
    'a 500 to a counter that is too small',
    { posted: '{}', sent: signed, status: 500, body: ['error', 10114, 'nonce: small'] },
    'nonce-stale',
  ],
  [
    'a signed body with an old nonce',
    {
      posted: '{"protected":"e30","payload":"","signature":"a"}',
      sent: { 'Content-Type': 'application/jose+json' },
      status: 400,
      body: { type: 'urn:ietf:params:acme:error:badNonce' },
    },
    'nonce-stale',
  ],
  [
    'an authorization endpoint in German',
    { url: authorize, status: 400, body: page('Fehler', 'Die Weiterleitungs-URI ist nicht registriert.') },
    'redirect-uri-mismatch',
  ],
  [
    'its error page behind a 200',
    {
      url: authorize,
      status: 200,
      received: { 'Content-Type': 'text/html' },
      body: page('Error', 'The redirect URI is not whitelisted.'),
    },
    'redirect-uri-mismatch',
  ],
  [
    'its redirect to a page of errors',
    { url: authorize, status: 302, received: { Location: '/error?error=redirect_mismatch' } },
    'redirect-uri-mismatch',
  ],
  [
    'a status and nothing else inside a 200',
    { url: 'https://box.example/get.json?sid=a1b2c3d4', status: 200, body: { err: 401 } },
    'session-expired',
  ],
  [
    'a number of its own for a code that is not good',
    {
      url: 'https://api.example.com/v2/user/oauth/token',
      posted: '{"code":"abcdefghij","grantType":"authorization_code"}',
      status: 200,
      body: { error: 405, msg: 'invalid code', data: {} },
    },
    'grant-invalid',
  ],
  [
    'the page of errors that was asked for',
    {
      url: 'https://id.example.com/error?error=redirect_mismatch',
      status: 400,
      body: page('Signin', 'Sorry'),
    },
    'redirect-uri-mismatch',
  ],
  [
    'a status of its own inside a 200',
    { sent: session, status: 200, body: { code: 401, msg: '登录已过期，请重新登录' } },
    'session-expired',
  ],
  [
    'a form that takes the browser to the sign-on',
    {
      url: 'https://app.example.com/api/items',
      sent: { ...session, Accept: 'application/json' },
      status: 200,
      received: { 'Content-Type': 'text/html' },
      body: page('', '<form method="post"><input name="SAMLRequest" value="PHN"></form>'),
    },
    'session-expired',
  ],
];

test('a login that leads back to the login for an old cookie beside the new one', () => {
  const from = 'https://app.example.com/oauth/callback?code=abc';
  const [first] = diagnose(
    attemptOf(
      { url: from, status: 302, received: { Location: 'https://app.example.com/' } },
      {
        url: 'https://app.example.com/',
        sent: { Cookie: '_app=old; _app=new', Accept: 'text/html' },
        status: 302,
        received: { Location: 'https://sso.example.com/sign_in?rd=x' },
        redirectedFrom: { url: from, dropped: [] },
      },
    ),
  ).findings;
  expect(first?.cause).toBe('cookie-conflict');
});

test.each(told)('%s', (_, exchange, cause) => {
  const [first] = diagnose(attemptOf(exchange)).findings;
  expect(first?.cause).toBe(cause);
});

const quiet: Readonly<Record<string, Told>> = {
  'a conflict': { posted: '{}', status: 409, body: { error: 'version conflict' } },
  'a bare 400': { posted: '{}', sent: session, status: 400 },
  'a wallet’s transaction, unsigned by HTTP': {
    posted: '{"method":"send"}',
    status: 200,
    body: { error: { code: -32000, message: 'nonce too low' } },
  },
  'a cookie setting': { sent: session, status: 200, body: { error: null, cookies: 'accepted' } },
  'a token': {
    url: 'https://id.example.com/oauth/token',
    posted: 'grant_type=client_credentials',
    status: 200,
    body: { error: 0, access_token: 'a', message: 'ok' },
  },
  'a code of its own': { sent: session, status: 200, body: { code: 1401, msg: 'out of stock' } },
  'a page about errors': {
    status: 200,
    received: { 'Content-Type': 'text/html' },
    body: page('Error codes', 'session expired: log in again'),
  },
  'an order that lacks its session date': {
    posted: '{"a":1}',
    sent: session,
    status: 400,
    body: { message: 'session date is required' },
  },
};

describe('silent', () => {
  test.each(Object.entries(quiet))('%s', (_, exchange) => {
    expect(diagnose(attemptOf(exchange)).failed).toBe(false);
  });
});
