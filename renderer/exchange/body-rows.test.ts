import { expect, test } from 'vitest';
import { bodyRows, piecesOf, textRows } from './body-rows.ts';

test.each([
  ['empty', '', [['', false]]],
  ['one line', 'abc', [['abc', false]]],
  [
    'two lines',
    'a\nb',
    [
      ['a', false],
      ['b', false],
    ],
  ],
  [
    'CRLF',
    'a\r\nb\r\n',
    [
      ['a', false],
      ['b', false],
    ],
  ],
  [
    'an empty line between',
    'a\n\nb',
    [
      ['a', false],
      ['', false],
      ['b', false],
    ],
  ],
  [
    'a long line goes on',
    'abcdefgh',
    [
      ['abc', false],
      ['def', true],
      ['gh', true],
    ],
  ],
] as const)('pieces: %s', (_, text, expected) => {
  expect(piecesOf(text, 3).map(({ start, end, continues }) => [text.slice(start, end), continues])).toEqual(
    expected,
  );
});

test('a mark across two lines is numbered once, marked in both', () => {
  const place = { in: 'body', exchange: 0, side: 'response', span: { start: 1, end: 4 } } as const;
  const rows = textRows('<', 'ab\ncd', [{ index: 2, place }], false);
  expect(rows.map((row) => row.evidence)).toEqual([[2], []]);
  expect(
    rows.map((row) => (row.kind === 'line' ? row.segments.map((s) => `${s.text}${s.evidence.length}`) : [])),
  ).toEqual([
    ['a0', 'b1'],
    ['c1', 'd0'],
  ]);
});

test('secrets of a body are masked unless revealed', () => {
  const text = '{"access_token":"0123456789abcdef"}';
  expect(JSON.stringify(textRows('<', text, [], false))).not.toContain('0123456789');
  expect(JSON.stringify(textRows('<', text, [], true))).toContain('0123456789abcdef');
});

test('a megabyte of one line becomes rows of bounded length', () => {
  const rows = textRows('<', 'x'.repeat(1_000_000), [], false);
  expect(rows.length).toBe(1_000);
  expect(rows[1]).toMatchObject({ continues: true });
});

test('bytes are told by their size', () => {
  expect(bodyRows('<', { kind: 'bytes', base64: 'AAEC', size: 3 }, [], false)).toMatchObject([
    { kind: 'note' },
  ]);
  expect(bodyRows('<', { kind: 'none' }, [], false)).toEqual([]);
});
