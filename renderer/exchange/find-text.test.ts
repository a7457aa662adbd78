import { expect, test } from 'vitest';
import { findText } from './find-text.ts';
import { cut } from './segments.ts';

test.each([
  ['nothing looked for', 'abc', '', []],
  ['nothing there', 'abc', 'x', []],
  ['any case', 'Token token', 'TOKEN', [0, 6]],
  ['no pattern', 'a.c abc', 'a.c', [0]],
  ['places do not overlap', 'aaaa', 'aa', [0, 2]],
  ['a letter whose lower case is longer', 'İ token', 'token', [2]],
] as const)('%s', (_, text, words, starts) =>
  expect(findText(text, words).map(({ start }) => start)).toEqual(starts),
);

test('what is found in a secret shows nothing of it', () => {
  const segments = cut('key=hunter2!', [{ start: 4, end: 12 }], [], false, {
    places: [
      { start: 2, end: 4 },
      { start: 5, end: 7 },
    ],
    place: 0,
  });
  expect(segments.map(({ text, found }) => [text, found])).toEqual([
    ['ke', undefined],
    ['y=', 'current'],
    ['••••••••', undefined],
  ]);
});
