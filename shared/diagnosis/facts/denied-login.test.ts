import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { lastFacts } from '../attempt.test-support.ts';
import { deniedLogin } from './denied-login.ts';

const login: Told = {
  url: 'https://api.example.com/login',
  posted: '{"username":"kim","password":"word"}',
  status: 200,
};

test.each<[string, unknown, Told, boolean]>([
  ['says that nobody is logged in', { loggedIn: false }, {}, true],
  ['says so one level below', { result: { authenticated: false } }, {}, true],
  ['says that somebody is', { loggedIn: true, token: 'a1b2' }, {}, false],
  ['is a page', '<html>Welcome</html>', {}, false],
  ['is a refusal of HTTP', { loggedIn: false }, { status: 401 }, false],
  ['is none to a login', { loggedIn: false }, { posted: '{"item":"tea"}' }, false],
])('an answer that %s', (_, body, told, denied) => {
  expect(deniedLogin(lastFacts({ ...login, body, ...told }))).toBe(denied);
});
