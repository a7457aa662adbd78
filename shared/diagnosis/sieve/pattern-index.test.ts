import fc from 'fast-check';
import { expect, test } from 'vitest';
import { demandOf } from './demand.ts';
import { patternIndex } from './pattern-index.ts';
import { whole } from './patterns.test-support.ts';

test('it finds every pattern that matches, in the order of the patterns', () => {
  fc.assert(
    fc.property(fc.array(whole, { minLength: 1, maxLength: 12 }), fc.array(whole), (filed, asked) => {
      const patterns = filed.map(({ source }) => new RegExp(source, 'i'));
      const index = patternIndex(patterns, demandOf);
      for (const { text } of [...filed, ...asked]) {
        const candidates = index(text);
        expect(patterns.filter((pattern) => candidates.includes(pattern))).toEqual(candidates);
        expect(candidates).toEqual(expect.arrayContaining(patterns.filter((pattern) => pattern.test(text))));
      }
    }),
    { numRuns: 60 },
  );
});

test('it leaves out what cannot match', () => {
  const [expired, audience, open] = [/token (?:is )?expired/, /audience[^.]*mismatch|bad audience/, /\d+/];
  const index = patternIndex([expired, audience, open], demandOf);
  expect(index('Token expired')).toEqual([expired, open]);
  expect(index('audience: a mismatch')).toEqual([audience, open]);
  expect(index('the audience is not in order, the token is')).toEqual([open]);
  expect(index('')).toEqual([open]);
});
