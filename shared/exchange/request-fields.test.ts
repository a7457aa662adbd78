import { expect, test } from 'vitest';
import { generators } from '../compose/generators.ts';
import { placeholderNames } from '../compose/variables.ts';
import { isToken } from '../compose/sent-fields.ts';
import { requestFields, usualValues } from './request-fields.ts';

test('names are tokens (RFC 9110 §5.1), each once', () => {
  const names = requestFields.map(({ name }) => name);
  expect(names.filter((name) => !isToken(name))).toEqual([]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
});

test('values are of visible ASCII, each once, and name no variable that is not a generator', () => {
  const known = new Set(generators.map(({ name }) => name));
  for (const { name, values } of requestFields) {
    expect(new Set(values).size, name).toBe(values.length);
    for (const value of values) {
      expect(value, name).toMatch(/^[\x21-\x7e](?:[\x20-\x7e]*)$/);
      expect(placeholderNames(value).filter((one) => !known.has(one))).toEqual([]);
    }
  }
});

test.each([
  ['expect', ['100-continue']],
  [' X-REQUEST-ID ', ['{{$uuid}}']],
  ['Host', []],
  ['X-Unknown', []],
  ['constructor', []],
])('usualValues(%s)', (name, values) => {
  expect(usualValues(name)).toEqual(values);
});
