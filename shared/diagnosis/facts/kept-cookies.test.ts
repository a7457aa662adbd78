import { expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { keptCookie } from './kept-cookies.ts';

const browser =
  'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/119.0.0.0 Safari/537.36';

interface Handed {
  readonly cookie: string;
  readonly from?: string;
  readonly to?: string;
  readonly sent?: Readonly<Record<string, string>>;
}

const kept = ({ cookie, from = 'https://app.example.com/api/login', to, sent = {} }: Handed) => {
  const attempt = attemptOf(
    {
      url: from,
      posted: 'user=kim&password=word',
      sent: { 'Content-Type': 'application/x-www-form-urlencoded' },
      received: { 'Set-Cookie': cookie },
      status: 200,
    },
    { url: to ?? new URL('/api/me', from).href, sent: { 'User-Agent': browser, ...sent }, status: 401 },
  );
  const facts = factsOf(attempt, 1);
  return facts === undefined ? undefined : keptCookie(facts);
};

test.each<[string, Handed]>([
  ['Secure over http', { cookie: 'sid=0edc87a3ffb2; Path=/; Secure', from: 'http://nas.local/api/login' }],
  ['another domain', { cookie: 'sid=0edc87a3ffb2; Path=/; Domain=other.example' }],
  ['a path beside', { cookie: 'sid=0edc87a3ffb2; Path=/admin' }],
  [
    'no path, so the directory of the login',
    { cookie: 'sid=0edc87a3ffb2; HttpOnly', from: 'https://app.example.com/api/auth/login' },
  ],
  ['SameSite=None without Secure', { cookie: 'sid=0edc87a3ffb2; Path=/; SameSite=None' }],
  ['__Host- with a Domain', { cookie: '__Host-sid=0edc87a3ffb2; Path=/; Secure; Domain=example.com' }],
  ['__Secure- without Secure', { cookie: '__Secure-sid=0edc87a3ffb2; Path=/' }],
])('a client keeps back: %s', (_, handed) => {
  expect(kept(handed)).toMatchObject({ index: 0, why: expect.any(String) });
});

test.each<[string, Handed]>([
  ['for all', { cookie: 'sid=0edc87a3ffb2; Path=/; HttpOnly' }],
  ['directory that covers', { cookie: 'sid=0edc87a3ffb2; HttpOnly' }],
  ['domain above', { cookie: 'sid=0edc87a3ffb2; Path=/; Domain=.example.com' }],
  [
    'a program minds no SameSite',
    { cookie: 'sid=0edc87a3ffb2; Path=/; SameSite=None', sent: { 'User-Agent': 'curl/8.5.0' } },
  ],
  ['sent all the same', { cookie: 'sid=0edc87a3ffb2; Path=/admin', sent: { Cookie: 'sid=0edc87a3ffb2' } }],
  [
    'another credential is sent',
    { cookie: 'sid=0edc87a3ffb2; Path=/admin', sent: { Authorization: 'Basic a2ltOndvcmQ=' } },
  ],
  ['an anti-forgery half', { cookie: 'csrftoken=0edc87a3ffb2; Path=/admin' }],
  ['another origin', { cookie: 'sid=0edc87a3ffb2; Path=/admin', to: 'https://api.example.net/api/me' }],
])('nothing is kept back: %s', (_, handed) => expect(kept(handed)).toBeUndefined());
