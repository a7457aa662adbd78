import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonObjectProblem, withJsonMembers } from './json-object.ts';

describe('what is no JSON object is said with its place', () => {
  test.each([
    ['', 'in line 1, column 1 the text ends where { is expected'],
    ['[]', 'in line 1, column 1 there is [ where { is expected'],
    ['{"a": 1,}', 'in line 1, column 9 there is } where a name in double quotes is expected'],
    ["{'a': 1}", "in line 1, column 2 there is ' where a name in double quotes is expected"],
    ['{\n  "sub": "x"\n  "aud": "y"\n}', 'in line 3, column 3 there is " where a comma or } is expected'],
    ['{"a" 1}', 'in line 1, column 6 there is 1 where a colon is expected'],
    ['{"a": {{x}}}', 'in line 1, column 8 there is { where a name in double quotes is expected'],
    ['{"a": 01}', 'in line 1, column 8 there is 1 where a comma or } is expected'],
    ['{"a": "tab\there"}', 'in line 1, column 7 there is " where a value is expected'],
    ['{"a": [1 2]}', 'in line 1, column 10 there is 2 where a comma or ] is expected'],
    ['{"a": 1', 'in line 1, column 8 the text ends where a comma or } is expected'],
    ['{} 😀', 'in line 1, column 4 there is 😀 where the end is expected'],
  ])('%j', (text, problem) => expect(jsonObjectProblem(text)).toBe(problem));
});

test('every object of JSON has no problem, however it is spaced', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue());
  fc.assert(
    fc.property(object, fc.integer({ min: 0, max: 4 }), (value, indent) => {
      expect(jsonObjectProblem(JSON.stringify(value, undefined, indent))).toBeUndefined();
    }),
  );
});

const alphabet = '{}[]",:01-.eE \\u"atrfn'.split('');

test('what JSON.parse refuses has a problem', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...alphabet) }), (text) => {
      let sound: boolean;
      try {
        sound = typeof JSON.parse(text) === 'object' && text.trimStart().startsWith('{');
      } catch {
        sound = false;
      }
      expect(jsonObjectProblem(text) === undefined).toBe(sound);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['{ }', 'behind', '{"iat":1}'],
  ['{ "a" : "b c" , "n": 12345678901234567890 }', 'behind', '{"a":"b c","n":12345678901234567890,"iat":1}'],
  ['{"a":"\\" x"}', 'before', '{"iat":1,"a":"\\" x"}'],
] as const)('a member joins %s %s its own', (text, where, joined) =>
  expect(withJsonMembers(text, { iat: 1 }, where)).toBe(joined),
);

test('nothing added is nothing changed but spaces', () =>
  expect(withJsonMembers('{ "a": 1 }', {}, 'before')).toBe('{"a":1}'));
