import { describe, expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, bearer, lastFacts, opaque } from '../attempt.test-support.ts';
import { isRead, meantForNobody, notRead, readIt, sentScheme } from './sent-scheme.ts';

const authorization = (value: string): Told => ({ sent: { Authorization: value } });

test.each<[string, Told, string | undefined]>([
  ['Bearer', { sent: opaque }, 'bearer'],
  ['Basic', { sent: basic('kim', 'word') }, 'basic'],
  ['a name before an equals sign', authorization('Token=Zx81kQp07vTnE4sWc2Rb'), 'token'],
  ['a bare value', authorization('Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G'), undefined],
  ['nothing', {}, undefined],
])('the scheme sent: %s', (_, told, scheme) => {
  expect(sentScheme(lastFacts(told))).toBe(scheme);
});

test.each([
  ['xBasic realm="a"', true],
  ['FormBased', true],
  ['Bearer', false],
  ['ApiKey realm="a"', false],
  ['HMAC', false],
])('a challenge by a name that nobody knows: %s', (challenge, invented) => {
  expect(meantForNobody(lastFacts({ received: { 'WWW-Authenticate': challenge } }))).toBe(invented);
});

describe('what was looked at', () => {
  test.each([
    ['basic', 'Invalid username or password', true],
    ['basic', 'Invalid token', false],
    ['bearer', 'The access token expired', true],
    ['bearer', 'invalid access token', true],
    ['bearer', 'Invalid password', false],
    ['digest', 'invalid token', false],
  ])('%s: %s', (scheme, body, read) => {
    expect(readIt(lastFacts({ body }), scheme)).toBe(read);
  });

  test.each<[string, Told, boolean]>([
    [
      'a value with parameters of its own',
      authorization('OAuth oauth_consumer_key="a1", oauth_token="b2"'),
      true,
    ],
    ['a verdict', { sent: opaque, body: 'The token has expired' }, true],
    ['the bare word', { sent: opaque, body: 'Unauthorized' }, false],
  ])('%s', (_, told, read) => {
    expect(isRead(lastFacts(told))).toBe(read);
  });
});

test.each<[string, Told, string, boolean]>([
  ['an application server that saw nothing of a key', { received: { Server: 'uvicorn' } }, 'key', true],
  [
    'one that asks by a challenge',
    { received: { Server: 'uvicorn', 'WWW-Authenticate': 'Bearer' } },
    'key',
    false,
  ],
  ['one that was shown a bearer token', { received: { Server: 'uvicorn' } }, 'bearer', false],
  ['a web server in front', { received: { Server: 'nginx' } }, 'key', false],
])('not read: %s', (_, told, scheme, found) => {
  const facts = lastFacts({
    ...authorization('Key Zx81kQp07vTnE4sWc2Rb'),
    body: 'No token provided',
    ...told,
  });
  expect(notRead(facts, scheme) !== undefined).toBe(found);
  expect(notRead(lastFacts({ sent: bearer(), body: 'Wrong token', ...told }), scheme)).toBeUndefined();
});
