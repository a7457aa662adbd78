import { expect, test } from 'vitest';
import { attemptOf } from '../attempt.test-support.ts';
import { factsOf } from '../facts.ts';
import { lostLogin } from './lost-login.ts';

const lost = (body: string, posted = 'user=anna&password=Sommer77', status = 404): boolean => {
  const facts = factsOf(attemptOf({ url: 'https://api.example.com/login', posted, status, body }), 0);
  return facts !== undefined && lostLogin(facts) !== undefined;
};

test.each([
  'Cannot POST /login',
  '{"message":"Route POST:/login not found"}',
  'The requested URL /login was not found on this server.',
  '{"error":"No route matches [POST] /login"}',
])('%s', (body) => expect(lost(body)).toBe(true));

test('silent where the application looked somebody up, where nobody logs in, and at a refusal', () => {
  expect(lost('{"message":"User not found"}')).toBe(false);
  expect(lost('Cannot POST /login', 'item=7')).toBe(false);
  expect(lost('Cannot POST /login', 'user=anna&password=Sommer77', 401)).toBe(false);
});
