import { basic, opaque } from '../attempt.test-support.ts';
import type { Ordinary } from './rows.test-support.ts';
import { html, json, plain } from './rows.test-support.ts';

const app = 'https://app.example.com';
const api = 'https://api.example.com/v1';
const form = { 'Content-Type': 'application/x-www-form-urlencoded' };
const cookie = { Cookie: 'sessionid=b7f3a91c0d2e4f5a6b7c8d9e0f1a2b3c' };
const login = { url: `${app}/login`, sent: form, posted: 'username=ada&password=Lovelace-1843' };

/** What stands next to failed logins, callbacks and doors that are shut, and is none of them. */
export const waysBack: readonly Ordinary[] = [
  [
    'a silent sign-in that is not possible goes on to the login',
    {
      url: `${app}/auth/callback?error=login_required&state=af0ifjsldkj`,
      sent: cookie,
      status: 302,
      received: { Location: 'https://id.example.com/oauth2/authorize?client_id=web&response_type=code' },
      body: '',
    },
  ],
  [
    'a page that explains an error by its name',
    { url: `${app}/docs/errors?error=access_denied`, status: 200, received: html, body: '<p>Errors</p>' },
  ],
  [
    'a callback with a code',
    {
      url: `${app}/auth/callback?code=SplxlOBeZQQYbYS6WxSbIA&state=af0ifjsldkj`,
      sent: cookie,
      status: 302,
      received: { Location: '/home' },
      body: '',
    },
  ],
  [
    'an address whose state is not one of the federation',
    {
      url: `${api}/rates?code=94103&state=CA`,
      sent: opaque,
      status: 400,
      received: json,
      body: { error: 'invalid state' },
    },
  ],
  [
    'a login that leads home',
    { ...login, status: 302, received: { Location: '/dashboard', 'Set-Cookie': 'sid=1' }, body: '' },
  ],
  [
    'a login that leads to its second step',
    { ...login, status: 302, received: { Location: '/login/verify', 'Set-Cookie': 'sid=1' }, body: '' },
  ],
  [
    'a login that greets',
    {
      ...login,
      status: 200,
      received: html,
      body: '<html><head><title>Home</title></head><body><div class="message">Welcome back, Ada</div></body></html>',
    },
  ],
  [
    'a login told to have gone well, with empty members for errors',
    { ...login, status: 200, received: json, body: { success: true, error: null, errors: [], message: '' } },
  ],
  [
    'a registration that misses a letter',
    {
      ...login,
      url: `${app}/register`,
      status: 200,
      received: json,
      body: { success: false, message: 'User name must not hold spaces' },
    },
  ],
  [
    'a device that is not there',
    {
      url: `${api}/devices/42`,
      sent: opaque,
      status: 404,
      received: json,
      body: { error: 'Unknown device' },
    },
  ],
  [
    'a domain that is misspelt',
    {
      url: `${api}/zones`,
      sent: opaque,
      posted: '{"domain":"a b"}',
      status: 400,
      received: json,
      body: { error: 'domain is not valid' },
    },
  ],
  [
    'a host name in a field',
    {
      url: `${api}/monitors`,
      sent: opaque,
      posted: '{"host":"x"}',
      status: 422,
      received: json,
      body: { error: 'Host is not valid' },
    },
  ],
  [
    'a choice of cookies with one twice',
    {
      url: `${app}/preferences`,
      sent: { ...cookie, ...form },
      posted: 'cookies=ads&cookies=ads',
      status: 400,
      received: json,
      body: { error: 'Cookie category is a duplicate' },
    },
  ],
  [
    'a key set that is there',
    { url: `${app}/.well-known/jwks.json`, status: 200, received: json, body: { keys: [] } },
  ],
  [
    'a text for crawlers that is not there',
    { url: `${app}/robots.txt`, status: 404, received: plain, body: 'Not Found' },
  ],
  [
    'a service that rests',
    {
      url: api,
      sent: basic('ada', 'Lovelace-1843'),
      status: 503,
      received: json,
      body: { error: 'Down for maintenance, back at 10:00' },
    },
  ],
  [
    'an order over the limit of a card',
    {
      url: `${api}/orders`,
      sent: opaque,
      posted: '{}',
      status: 402,
      received: json,
      body: { error: 'Card limit reached' },
    },
  ],
  [
    'a gap between two measurements',
    {
      url: `${api}/samples`,
      sent: opaque,
      posted: '{}',
      status: 400,
      received: json,
      body: { error: 'The time difference is too large' },
    },
  ],
];
