import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { handedWithSession } from './anti-forgery.ts';

const login = {
  url: 'https://api.example.com/session',
  posted: 'username=kim&password=word-of-kim',
  status: 200,
  received: { 'Set-Cookie': 'JSESSIONID=A0B1C2D3E4F5; Path=/', 'X-XSRF-TOKEN': '9c8b7a6d-5e4f' },
};
const session = { Cookie: 'JSESSIONID=A0B1C2D3E4F5' };

test.each<[string, Told, string | undefined]>([
  ['the session alone', { sent: session, status: 403 }, 'X-XSRF-TOKEN'],
  ['both', { sent: { ...session, 'X-XSRF-TOKEN': '9c8b7a6d-5e4f' }, status: 403 }, undefined],
  ['another session', { sent: { Cookie: 'JSESSIONID=FFFFFFFFFFFF' }, status: 403 }, undefined],
  ['an hour later', { sent: session, status: 403, at: 3600 }, undefined],
  [
    'a token beside it',
    { sent: { ...session, Authorization: 'Bearer abcdefghijkl' }, status: 403 },
    undefined,
  ],
])('%s', (_, told, name) => {
  const facts = factsOf(attemptOf(login, { at: 2, ...told }), 1);
  expect(facts === undefined ? undefined : handedWithSession(facts)?.name).toBe(name);
});
