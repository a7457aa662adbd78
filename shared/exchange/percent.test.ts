import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formDecoded, percentDecoded } from './percent.ts';

test.each([
  ['a%20b', 'a b', 'a b'],
  ['a+b', 'a+b', 'a b'],
  ['caf%C3%A9', 'café', 'café'],
  ['100%', '100%', '100%'],
  ['50%+more', '50%+more', '50%+more'],
  ['%E9', '%E9', '%E9'],
  ['', '', ''],
])('%j is %j, and in a form %j', (text, plain, inForm) => {
  expect(percentDecoded(text)).toBe(plain);
  expect(formDecoded(text)).toBe(inForm);
});

test('gives back what was encoded, and never throws', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(percentDecoded(encodeURIComponent(text))).toBe(text);
      expect(formDecoded(encodeURIComponent(text).replaceAll('%20', '+'))).toBe(text);
      percentDecoded(text);
      formDecoded(text);
    }),
  );
});
