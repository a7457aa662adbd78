import { describe, expect, test } from 'vitest';
import { aboutAuthentication } from './about-authentication.ts';
import { anyOf, wordingsOf } from './any-of.ts';
import { asksOnly, sawNothing, sawSomething } from './facts/absence-words.ts';
import { rules } from './rules/index.ts';

describe('a pattern out of many', () => {
  const greeting = anyOf({
    'good morning': /good (?:morning|evening)/i,
    Hello: /hello/i,
    'hello, kim': /hello, \w+/i,
  });

  test.each([
    ['Good Evening, kim', 'Good Evening'],
    ['hello, good morning', 'hello'],
    ['hello, kim', 'hello'],
    ['farewell', undefined],
  ])('%s', (text, words) => {
    expect(greeting.exec(text)?.[0]).toBe(words);
  });

  test('tells its members', () => {
    expect(Object.keys(wordingsOf(greeting) ?? {})).toEqual(['good morning', 'Hello', 'hello, kim']);
    expect(wordingsOf(/hello/i)).toBeUndefined();
  });
});

const patterns: readonly (readonly [string, RegExp])[] = [
  ['about authentication', aboutAuthentication],
  ['saw nothing', sawNothing],
  ['saw something', sawSomething],
  ['only asks', asksOnly],
  ...rules.flatMap(({ cause, phrases }) => phrases.map(({ says }) => [cause, says] as const)),
];

const members = patterns.flatMap(([name, pattern]) =>
  Object.entries(wordingsOf(pattern) ?? {}).map(([words, member]) => [name, words, member] as const),
);

test.each(members)('%s: “%s”', (_, words, member) => {
  expect(words).toMatch(member);
  expect(member.flags).toBe('i');
});

test('no member refers to a group by its number, which others would shift', () => {
  expect(members.filter(([, , { source }]) => /\\[1-9]/.test(source))).toEqual([]);
});

test('a phrase that fills more than a few lines is written as one of many wordings', () => {
  const long = patterns.filter(([, says]) => wordingsOf(says) === undefined && says.source.length > 600);
  expect(long.map(([name, { source }]) => `${name}: ${source.slice(0, 60)}`)).toEqual([]);
});
