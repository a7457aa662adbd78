import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generatedVariables, generators, type GeneratorSource } from './generators.ts';
import { placeholderNames, substitute } from './variables.ts';

/** Bytes that count up, over all calls. */
const counting = (nowMs: number): GeneratorSource => {
  let next = 0;
  return { nowMs, randomBytes: (count) => Uint8Array.from({ length: count }, () => next++ % 256) };
};

const at = Date.UTC(2025, 0, 2, 3, 4, 5, 678);

describe('generatedVariables', () => {
  test.each([
    ['$uuid', '00010203-0405-4607-8809-0a0b0c0d0e0f'],
    ['$now', '2025-01-02T03:04:05.678Z'],
    ['$timestamp', '1735787045'],
    ['$timestampMs', '1735787045678'],
    // 0x10111213 modulo 1001
    ['$randomInt', '911'],
    ['$randomHex', '1415161718191a1b1c1d1e1f20212223'],
  ])('%s', (name, value) => {
    expect(generatedVariables(counting(at)).get(name)).toBe(value);
  });

  test('one value each within one attempt, another one in the next', () => {
    const source = counting(at);
    const first = substitute('{{$uuid}} {{ $uuid }}', generatedVariables(source)).value.split(' ');
    expect(new Set(first).size).toBe(1);
    expect(generatedVariables(source).get('$uuid')).not.toBe(first[0]);
  });

  test('random numbers stay in their range, also from a view into a larger buffer', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 20, maxLength: 20 }), (bytes) => {
        const randomBytes = (count: number): Uint8Array => bytes.subarray(1, count + 1);
        const value = Number(generatedVariables({ nowMs: 0, randomBytes }).get('$randomInt'));
        expect(Number.isInteger(value) && value >= 0 && value <= 1000).toBe(true);
      }),
    );
  });
});

test('every generator has a name of its own that can stand between braces', () => {
  const names = generators.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^\$[a-z][A-Za-z]*$/);
    expect(placeholderNames(`{{${name}}}`)).toEqual([name]);
  }
});
