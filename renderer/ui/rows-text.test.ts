import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { KeyValue } from './key-values.ts';
import { rowsOfText, textOfRows } from './rows-text.ts';

const row = (name: string, value: string, on = true): KeyValue => ({ name, value, on });

describe('rows as text', () => {
  test.each<[string, readonly KeyValue[], string]>([
    ['none', [], ''],
    ['one', [row('Accept', '*/*')], 'Accept: */*'],
    ['duplicates in their order', [row('a', '2'), row('a', '1')], 'a: 2\na: 1'],
    ['one that is off', [row('a', '1', false), row('b', '')], '# a: 1\nb:'],
    ['a value with colons and quotes', [row('If-Match', '"x:y"')], 'If-Match: "x:y"'],
    ['a value with outer spaces', [row('a', ' x ')], 'a:  x '],
    ['a name with a colon', [row('filter:eq', '1')], '"filter:eq": 1'],
    ['names that look switched off', [row('#a', '1'), row('//b', '2', false)], '"#a": 1\n# "//b": 2'],
    ['a value of two lines', [row('a', 'x\n y')], 'a: x\n\t y'],
    ['a value without a name', [row('', 'x')], ': x'],
  ])('%s', (_, rows, text) => {
    expect(textOfRows(rows)).toBe(text);
    expect(rowsOfText(text)).toEqual(rows);
  });

  test('any rows come back as they were, but for rows that hold nothing', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom('"', '\\', ':', '#', '/', ' ', '\t', '\n', 'a', '{') }),
    );
    const kept = text.filter((one) => !one.includes('\r'));
    const rows = fc.array(fc.record({ name: kept, value: kept, on: fc.boolean() }));
    fc.assert(
      fc.property(rows, (given) => {
        expect(rowsOfText(textOfRows(given))).toEqual(given);
      }),
    );
  });
});

describe('text that a person typed', () => {
  test.each<[string, string, readonly KeyValue[]]>([
    ['blank lines are none', '\n a: 1 \n\n', [row('a', '1 ')]],
    ['no space after the colon', 'a:1', [row('a', '1')]],
    ['a name alone', 'flag', [row('flag', '')]],
    ['the mark of other tools', '//a: 1\n// b: 2', [row('a', '1', false), row('b', '2', false)]],
    ['a mark without a space', '#a: 1', [row('a', '1', false)]],
    ['a quote that is none', '"a: 1', [row('"a', '1')]],
    ['lines of Windows', 'a: 1\r\nb: 2', [row('a', '1'), row('b', '2')]],
    ['a tab before the first line', '\ta: 1', [row('a', '1')]],
  ])('%s', (_, text, rows) => {
    expect(rowsOfText(text)).toEqual(rows);
  });

  test('any text is read', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = rowsOfText(text);
        expect(rowsOfText(textOfRows(once))).toEqual(once);
      }),
    );
  });
});
