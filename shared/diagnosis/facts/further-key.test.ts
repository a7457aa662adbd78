import { expect, test } from 'vitest';
import type { Told } from '../attempt.test-support.ts';
import { basic, bearer, lastFacts, opaque } from '../attempt.test-support.ts';
import { isFurther } from './further-key.ts';

test.each<[string, string, Told, boolean]>([
  ['X-API-Key', 'a signed token', { sent: bearer() }, true],
  ['X-API-Key', 'user and password', { sent: basic('kim', 'word') }, true],
  ['X-API-Key', 'an opaque token', { sent: opaque }, false],
  ['X-API-Key', 'nothing', {}, false],
  ['trakt-api-key', 'an opaque token', { sent: opaque }, true],
  ['X-Client-Secret', 'an opaque token', { sent: opaque }, true],
  [
    'Authorization',
    'a key, where user and password are asked for',
    { sent: { 'X-API-Key': 'Zx81kQp07vTnE4sW' }, received: { 'WWW-Authenticate': 'Basic realm="a"' } },
    true,
  ],
  [
    'Authorization',
    'a key, where a token is asked for',
    { sent: { 'X-API-Key': 'Zx81kQp07vTnE4sW' }, received: { 'WWW-Authenticate': 'Bearer' } },
    false,
  ],
])('%s beside %s', (wanted, _, told, further) => {
  expect(isFurther(lastFacts(told), wanted)).toBe(further);
});
