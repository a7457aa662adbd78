import { expect, test } from 'vitest';
import { lastFacts } from '../attempt.test-support.ts';
import { begunAnew, clearedCookie, takesAway } from './replaced-cookies.ts';

test.each([
  ['sid=; Path=/', true],
  ['sid=x; Max-Age=0', true],
  ['sid=deleted; Path=/', true],
  ['sid=x; Expires=Thu, 01 Jan 1970 00:00:00 GMT', true],
  ['sid=x; Max-Age=3600', false],
  ['side=; Path=/', false],
])('%s', (setCookie, gone) => {
  expect(takesAway(setCookie, 'sid')).toBe(gone);
});

test.each([
  ['sid=; Path=/', 'sid', undefined],
  ['sid=0a1b2c3d4e5f; Path=/', undefined, 'sid'],
  ['sid=4f1c9d0e7a2b; Path=/', undefined, undefined],
  ['theme=; Path=/', undefined, undefined],
])('a session is answered with %s', (set, cleared, anew) => {
  const facts = lastFacts({ sent: { Cookie: 'sid=4f1c9d0e7a2b' }, received: { 'Set-Cookie': set } });
  expect(clearedCookie(facts)).toBe(cleared);
  expect(begunAnew(facts)).toBe(anew);
});
