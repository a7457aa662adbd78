import fc from 'fast-check';
import { expect, test } from 'vitest';
import { prettyJson } from './pretty-json.ts';

test.each([
  ['an object', '{"a":1,"b":[1,2]}', '{\n  "a": 1,\n  "b": [\n    1,\n    2\n  ]\n}'],
  ['empty ones stay on their line', '{"a":{ },"b":[ ]}', '{\n  "a": {},\n  "b": []\n}'],
  ['digits are kept', '[12345678901234567890,1.10,1e5]', '[\n  12345678901234567890,\n  1.10,\n  1e5\n]'],
  ['escapes and doubles are kept', '{"a":"\\u00e9\\"","a":2}', '{\n  "a": "\\u00e9\\"",\n  "a": 2\n}'],
  ['signs within strings', '["{,:}"]', '[\n  "{,:}"\n]'],
  ['laid out already', '{\n "a" : 1\n}', '{\n  "a": 1\n}'],
  ['a bare word', 'true', 'true'],
  ['not JSON keeps its characters', '<p>no', '<p>no'],
  ['an open string', '{"a', '{\n  "a'],
  ['nothing', '', ''],
])('%s', (_, text, expected) => expect(prettyJson(text)).toBe(expected));

test('means the same as before', () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      expect(JSON.parse(prettyJson(text))).toEqual(JSON.parse(text));
    }),
  );
});

test('ends on every text', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(prettyJson(text).replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    }),
  );
});

test('what is nested without an end stays about as long as it was', () => {
  const depth = 30_000;
  const text = `${'['.repeat(depth)}1${']'.repeat(depth)}`;
  expect(prettyJson(text).length).toBeLessThan(text.length * 220);
  expect(prettyJson(text).replace(/\s/g, '')).toBe(text);
});
