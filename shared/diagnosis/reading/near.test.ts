import fc from 'fast-check';
import { expect, test } from 'vitest';
import { near } from './near.ts';

test.each([
  ['baerer', 'bearer', true],
  ['beare', 'bearer', true],
  ['bearers', 'bearer', true],
  ['barer', 'bearer', true],
  ['autherization', 'authorization', true],
  ['athorization', 'authorization', true],
  ['token', 'bearer', false],
  ['authentication', 'authorization', false],
  ['', 'bearer', false],
])('%s and %s: %s', (a, b, expected) => expect(near(a, b, 2)).toBe(expected));

test('a word is near itself, and near is mutual', () => {
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(near(a, a, 0)).toBe(true);
      expect(near(a, b, 2)).toBe(near(b, a, 2));
    }),
  );
});
