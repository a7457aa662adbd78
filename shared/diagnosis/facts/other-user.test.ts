import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts, opaque } from '../attempt.test-support.ts';
import { otherUser } from './other-user.ts';

const body = 'unable to authenticate user [svc-search] for REST request';

test.each<[string, Told, boolean]>([
  ['of whom Basic says nothing', { sent: basic('kim', 'word'), body }, true],
  ['of whom the form says nothing', { posted: 'username=kim&password=word', body }, true],
  ['whom Basic names', { sent: basic('svc-search', 'word'), body }, false],
  ['whom Basic names with its domain', { sent: basic('ACME\\svc-search', 'word'), body }, false],
  ['where nobody was named', { sent: opaque, body }, false],
  ['who is not named', { sent: basic('kim', 'word'), body: 'authentication failed' }, false],
])('a user is judged %s', (_, told, found) => {
  expect(otherUser(lastFacts(told)) !== undefined).toBe(found);
});
