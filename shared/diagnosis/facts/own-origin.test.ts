import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { disownsItself } from './own-origin.ts';

const own = { Origin: 'https://api.example.com' };

test.each<[string, Record<string, string>, string, boolean]>([
  ['its own page', own, 'Origin checking failed', true],
  ['its own page', own, 'cross-origin request blocked', true],
  ['its own page, for another reason', own, 'invalid origin: token missing', false],
  ['its own page, for no such reason', own, 'Forbidden', false],
  ['a page of another host', { Origin: 'https://app.example.com' }, 'Origin checking failed', false],
  ['a program', {}, 'Origin checking failed', false],
])('%s is called a stranger: %j, %s', (_, sent, body, found) => {
  expect(disownsItself(lastFacts({ sent, status: 403, body })) !== undefined).toBe(found);
});
