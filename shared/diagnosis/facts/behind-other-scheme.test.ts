import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { bearer, jwtOf, lastFacts } from '../attempt.test-support.ts';
import { pairBehindBearer, tokenBehindBasic, tokenBehindRareWord } from './behind-other-scheme.ts';

const authorization = (value: string): Told => ({ sent: { Authorization: value } });

test.each([
  [`Bearer ${btoa('kim:word-of-kim')}`, true],
  [`Bearer ${btoa('kim@example.com:word-of-kim')}`, true],
  [`Bearer ${btoa('v2:0123456789abcdef')}`, false],
  [`Bearer ${btoa('kim: word')}`, false],
  [`Basic ${btoa('kim:word-of-kim')}`, false],
  ['Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G', false],
])('user and password behind Bearer: %s', (value, found) => {
  expect(pairBehindBearer(lastFacts(authorization(value))) !== undefined).toBe(found);
});

test.each([
  [`Basic ${jwtOf()}`, true],
  [`Basic ${btoa(`kim:${jwtOf()}`)}`, false],
  [`Bearer ${jwtOf()}`, false],
])('a signed token behind Basic: %s', (value, found) => {
  expect(tokenBehindBasic(lastFacts(authorization(value))) !== undefined).toBe(found);
});

test.each<[string, Told, string | undefined, boolean]>([
  ['JWT', authorization(`JWT ${jwtOf()}`), 'jwt', true],
  [
    'JWT, of which the server says that it expired',
    { ...authorization(`JWT ${jwtOf()}`), body: 'expired' },
    'jwt',
    false,
  ],
  [
    'JWT, where a challenge asks',
    { ...authorization(`JWT ${jwtOf()}`), received: { 'WWW-Authenticate': 'JWT' } },
    'jwt',
    false,
  ],
  ['JWT before an opaque value', authorization('JWT Zx81kQp07vTnE4sWc2RbYh6L'), 'jwt', false],
  ['Bearer', { sent: bearer() }, 'bearer', false],
  ['nothing', {}, undefined, false],
])('behind %s', (_, told, sent, found) => {
  expect(tokenBehindRareWord(lastFacts(told), sent)).toBe(found);
});
