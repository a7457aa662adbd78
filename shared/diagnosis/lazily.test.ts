import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

interface Sum {
  readonly one: number;
  readonly two: number;
}

test('a member is computed when asked for, once, and may ask for another', () => {
  const asked: string[] = [];
  const sum: Sum = lazily<Sum>({
    one: () => asked.push('one'),
    two: () => {
      asked.push('two');
      return sum.one + 1;
    },
  });
  expect(asked).toEqual([]);
  expect([sum.two, sum.two, sum.one]).toEqual([3, 3, 2]);
  expect(asked).toEqual(['two', 'one']);
});

test('it spreads and compares like any object', () => {
  const sum = lazily<Sum>({ one: () => 1, two: () => 2 });
  expect({ ...sum }).toEqual({ one: 1, two: 2 });
  expect(Object.keys(sum)).toEqual(['one', 'two']);
});

test('what fails says so each time', () => {
  const sum = lazily<Sum>({
    one: () => {
      throw new RangeError('none');
    },
    two: () => 2,
  });
  expect(() => sum.one).toThrow('none');
  expect(() => sum.one).toThrow('none');
});
