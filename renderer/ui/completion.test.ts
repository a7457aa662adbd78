import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completeFirst, completeVariables, completeWords, type Complete } from './completion.ts';

const names = ['host', 'apiHost', 'token', '$uuid'].map((name) => ({
  name,
  shown: `of ${name}`,
  origin: 'here',
}));
const variables = completeVariables(names);

/** `|` is the caret. */
const at = (complete: Complete, given: string) => {
  const caret = given.indexOf('|');
  const text = given.replace('|', '');
  const found = complete(text, caret);
  return { text, found, labels: found?.choices.map(({ label }) => label) ?? [] };
};

describe('completeVariables', () => {
  test.each([
    ['all after the braces', 'https://{{|', ['host', 'apiHost', 'token', '$uuid']],
    ['what begins with the letters stands first', '{{ho|', ['host', 'apiHost']],
    ['case does not count', '{{ TOK|', ['token']],
    ['a generator', '{"id":"{{$|"}', ['$uuid']],
    ['within closed braces', '{{to|}}', ['token']],
    ['nothing of that name', '{{zzz|', []],
    ['before the braces', '|{{host}}', []],
    ['behind them', '{{host}}|', []],
    ['one brace', '{|', []],
    ['JSON in JSON', '{"a":{"b|', []],
    ['braces of another line', '{{\nab|', []],
  ])('%s', (_, given, labels) => {
    expect(at(variables, given).labels).toEqual(labels);
  });

  test.each([
    ['{{ho|', '{{host}}'],
    ['a{{ho|}}b', 'a{{host}}b'],
    ['{{ho|st}}/x', '{{host}}/x'],
    ['{{ ho| }}', '{{host}}'],
    ['{{ho|/v1', '{{host}}/v1'],
  ])('%s becomes %s', (given, wanted) => {
    const { text, found } = at(variables, given);
    if (found === undefined) throw new Error('nothing was offered');
    expect(text.slice(0, found.from) + (found.choices[0]?.insert ?? '') + text.slice(found.to)).toBe(wanted);
  });

  test('never reaches outside the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{', '}', 'ho', ' ', '\n')), fc.nat(), (pieces, number) => {
        const text = pieces.join('');
        const caret = number % (text.length + 1);
        const { from = caret, to = caret } = variables(text, caret) ?? {};
        expect(0 <= from && from <= caret && caret <= to && to <= text.length).toBe(true);
      }),
    );
  });
});

describe('completeWords', () => {
  const words = completeWords(['Authorization', 'Proxy-Authorization', 'Accept', 'Accept-Language']);
  test.each([
    ['auth|', ['Authorization', 'Proxy-Authorization']],
    ['acc|', ['Accept', 'Accept-Language']],
    ['lang|', ['Accept-Language']],
    ['accept|', []],
    ['|', []],
    ['au|th', []],
    ['x|', []],
  ])('%s', (given, labels) => {
    expect(at(words, given).labels).toEqual(labels);
  });
});

test('words are offered for an empty field where they are asked for', () => {
  expect(completeWords(['gzip', 'br'])('', 0, true)?.choices.map(({ insert }) => insert)).toEqual([
    'gzip',
    'br',
  ]);
});

test('completeFirst asks one after the other', () => {
  const both = completeFirst(variables, completeWords(['Bearer']));
  expect(at(both, 'bea|').labels).toEqual(['Bearer']);
  expect(at(both, 'Bearer {{tok|').labels).toEqual(['token']);
});
