import { expect, test } from 'vitest';
import { isJsonWithVariables } from './json-with-variables.ts';

test.each([
  ['{"a": 1}', true],
  ['{"a": {{b}}}', true],
  ['{"a": "{{b}}"}', true],
  ['{{a}}', true],
  ['{"a": {{b}} 1}', false],
  ['{ {{a}}: 1 }', false],
  ['{{a}} {{b}}', false],
  ['', false],
])('%j is JSON once it is filled in: %j', (text, expected) => {
  expect(isJsonWithVariables(text)).toBe(expected);
});
