import { expect, test } from 'vitest';
import { attemptOf } from './attempt.test-support.ts';
import { factsOf } from './facts.ts';

test.each([
  [
    'an absolute address',
    'https://login.acme.example/sso?next=%2F',
    'https://login.acme.example/sso?next=%2F',
  ],
  ['a path of this host', '/login', 'https://api.example.com/login'],
  ['a path beside this one', 'you?a=b', 'https://api.example.com/v1/you?a=b'],
  ['another host by the same scheme', '//cdn.example.com/', 'https://cdn.example.com/'],
  ['no address', 'https://', undefined],
  ['no Location at all', undefined, undefined],
])('leadsTo: %s', (_, location, target) => {
  const told = { status: 302, ...(location === undefined ? {} : { received: { Location: location } }) };
  expect(factsOf(attemptOf(told), 0)?.leadsTo?.href).toBe(target);
});
