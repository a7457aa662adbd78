import { expect, test } from 'vitest';
import { lazily } from './lazily.ts';

interface Sum {
  readonly one: number;
  readonly two: number;
}

test('a member is computed when asked for, once, and may ask for another', () => {
  const asked: string[] = [];
  const sumFrom = lazily<Sum, number>({
    one: (from) => {
      asked.push('one');
      return from;
    },
    two: (_, made) => {
      asked.push('two');
      return made.one + 1;
    },
  });
  const sum = sumFrom(1);
  expect(asked).toEqual([]);
  expect([sum.two, sum.two, sum.one]).toEqual([2, 2, 1]);
  expect(asked).toEqual(['two', 'one']);
});

test('each object has its own values', () => {
  const sumFrom = lazily<Sum, number>({ one: (from) => from, two: (from, { one }) => from + one });
  const [first, second] = [sumFrom(1), sumFrom(10)];
  expect([first.two, second.two, first.two]).toEqual([2, 20, 2]);
});

test('a value that is undefined is computed once as well', () => {
  let asked = 0;
  const made = lazily<{ readonly none: undefined }, number>({
    none: () => {
      asked += 1;
    },
  })(0);
  expect([made.none, made.none, asked]).toEqual([undefined, undefined, 1]);
});

test('what fails says so each time', () => {
  const sum = lazily<Sum, number>({
    one: () => {
      throw new RangeError('none');
    },
    two: () => 2,
  })(0);
  expect(() => sum.one).toThrow('none');
  expect(() => sum.one).toThrow('none');
});
