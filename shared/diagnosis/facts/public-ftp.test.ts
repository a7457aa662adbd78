import { expect, test } from 'vitest';
import { basic, lastFacts } from '../attempt.test-support.ts';
import { isPublicFtp } from './public-ftp.ts';

test.each([
  ['anonymous', 'kim@example.com', true],
  ['ftp', 'ftp', true],
  ['anonymous', 'word-of-kim', false],
  ['kim', 'kim@example.com', false],
])('%s:%s', (user, password, found) => {
  expect(isPublicFtp(lastFacts({ sent: basic(user, password) }))).toBe(found);
});
