import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, lastFacts, opaque } from '../attempt.test-support.ts';
import { answersBehind, asIfNoneCame, wordlessIn } from './as-to-nobody.ts';

const asked = (challenge: string, more: Record<string, string> = {}): Told => ({
  sent: opaque,
  received: { 'WWW-Authenticate': challenge, ...more },
});

test.each<[string, Told, boolean]>([
  ['a challenge without an error', asked('Bearer realm="a"'), true],
  ['a challenge with one', asked('Bearer error="invalid_token"'), false],
  [
    'a challenge that only asks',
    asked('Bearer error="access_denied", error_description="OAuth2 authentication required"'),
    true,
  ],
  [
    'one that turns away',
    asked('Bearer error="access_denied", error_description="The user may not do this"'),
    false,
  ],
  ['a challenge of another scheme', asked('Basic realm="a"'), false],
  ['Basic, which was sent', { ...asked('Bearer'), sent: basic('kim', 'word') }, false],
  ['no challenge', { sent: opaque }, false],
])('as if none came: %s', (_, told, found) => {
  expect(asIfNoneCame(lastFacts(told))).toBe(found);
});

test.each<[number, string, boolean]>([
  [401, 'Unauthorized', true],
  [401, 'Token expired', false],
  [401, 'no such key', false],
  [403, 'Unauthorized', false],
])('nothing was looked at: %i %s', (status, body, wordless) => {
  expect(wordlessIn(lastFacts({ status, body }))).toBe(wordless);
});

test('what answers behind software in front', () => {
  const behind = { Server: 'nginx', 'X-Powered-By': 'Express' };
  expect(answersBehind(lastFacts(asked('Bearer', behind)))).toBe('Express');
  expect(answersBehind(lastFacts(asked('Bearer error="invalid_token"', behind)))).toBeUndefined();
  expect(answersBehind(lastFacts(asked('Bearer', { ...behind, Server: 'Kestrel' })))).toBeUndefined();
});
