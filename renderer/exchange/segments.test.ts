import { expect, test } from 'vitest';
import { cut, visible } from './segments.ts';

const shown = (segments: ReturnType<typeof cut>): readonly string[] =>
  segments.map(
    ({ text, secret, evidence }) =>
      `${secret ? '*' : ''}${text}${evidence.length > 0 ? `[${evidence.join()}]` : ''}`,
  );

test.each([
  ['nothing to mark', 'abc', [], [], ['abc']],
  ['empty text', '', [], [{ start: 0, end: 0, evidence: 1 }], []],
  ['a mark in the middle', 'abcdef', [], [{ start: 2, end: 4, evidence: 1 }], ['ab', 'cd[1]', 'ef']],
  [
    'two marks that overlap',
    'abcdef',
    [],
    [
      { start: 0, end: 4, evidence: 1 },
      { start: 2, end: 6, evidence: 2 },
    ],
    ['ab[1]', 'cd[1,2]', 'ef[2]'],
  ],
  ['a secret', 'Basic abcd', [{ start: 6, end: 10 }], [], ['Basic ', '*••••••••']],
  [
    'a mark in a secret marks all of it',
    'k=0123456789abcdef',
    [{ start: 2, end: 18 }],
    [{ start: 5, end: 7, evidence: 0 }],
    ['k=', '*••••••••ef[0]'],
  ],
  [
    'a mark that ends in a secret',
    'ab0123456789abcdef',
    [{ start: 2, end: 18 }],
    [{ start: 0, end: 4, evidence: 0 }],
    ['ab[0]', '*••••••••ef[0]'],
  ],
  ['spans beyond the text', 'abc', [], [{ start: 1, end: 99, evidence: 3 }], ['a', 'bc[3]']],
  ['an empty mark marks nothing', 'abc', [], [{ start: 1, end: 1, evidence: 3 }], ['a', 'bc']],
] as const)('%s', (_, text, secrets, marks, expected) => {
  const given = marks.map(({ start, end, evidence }) => ({ span: { start, end }, evidence }));
  expect(shown(cut(text, secrets, given))).toEqual(expected);
});

test('a tail is left out where it would be a gift', () => {
  expect(shown(cut('0123456789abcdef', [{ start: 0, end: 16 }], [], false))).toEqual(['*••••••••']);
});

test('bytes that are UTF-8 are read as text, others as Latin-1', () => {
  expect(shown(cut('n\u00c3\u00a9', [], []))).toEqual(['né']);
  expect(shown(cut('n\u00e9', [], []))).toEqual(['né']);
});

test('control characters can be seen', () => {
  expect(visible('a\tb\r\nc\u0000\u007f')).toBe('a␉b␍␊c␀␡');
  expect(visible('plain é')).toBe('plain é');
});
