import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatJson } from './format-json.ts';

describe('formatting', () => {
  test.each([
    ['an object', '{"a":1}', '{\n  "a": 1\n}'],
    ['digits are kept', '[12345678901234567890,1.0]', '[\n  12345678901234567890,\n  1.0\n]'],
    ['a variable in the place of a value', '{"a":{{ b }}}', '{\n  "a": {{ b }}\n}'],
    ['several', '[{{a}},{{b}}]', '[\n  {{a}},\n  {{b}}\n]'],
    ['a variable within a text', '{"a":"x {{b}}"}', '{\n  "a": "x {{b}}"\n}'],
    ['outer spaces go', ' {} \n', '{}'],
    ['a variable alone', ' {{body}} ', '{{body}}'],
  ])('%s', (_, text, expected) => {
    expect(formatJson(text)).toBe(expected);
  });

  test.each([
    ['no JSON', '{"a":}'],
    ['two values', '{{a}} {{b}}'],
    ['a variable in the place of a name', '{ {{a}}: 1 }'],
    ['nothing', ''],
  ])('leaves alone: %s', (_, text) => {
    expect(formatJson(text)).toBeUndefined();
  });

  test('says the same as before, and a second time changes nothing', () => {
    const json = fc.json().filter((text) => !text.includes('\uE000') && !text.includes('{{'));
    fc.assert(
      fc.property(json, (text) => {
        const once = formatJson(text) ?? '';
        expect(JSON.parse(once)).toEqual(JSON.parse(text));
        expect(formatJson(once)).toBe(once);
      }),
    );
  });
});
