import fc from 'fast-check';
import { expect, test } from 'vitest';
import { gramsOf, mayMatch } from './grams.ts';
import { whole } from './patterns.test-support.ts';

test('what a pattern matches always gets through', () => {
  fc.assert(
    fc.property(whole, ({ source, text }) => {
      const pattern = new RegExp(source, 'i');
      fc.pre(pattern.test(text));
      expect(mayMatch(pattern, gramsOf(text))).toBe(true);
    }),
    { numRuns: 500 },
  );
});

test.each<[string, RegExp, boolean]>([
  ['all that is demanded', /audience[^.]*invalid/i, true],
  ['not one part of it', /audience[^.]*expired/i, false],
  ['nothing that is certain', /\d+/, true],
  ['a pattern that cannot be read', /expired/iv, true],
])('a text that holds %s', (_, pattern, expected) =>
  expect(mayMatch(pattern, gramsOf('The Audience is invalid'))).toBe(expected),
);
