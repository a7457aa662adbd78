import { expect, test } from 'vitest';
import { differingLine } from './signature-difference.ts';

test.each([
  ['the same', 'GET\n/', 'GET\n/', undefined],
  [
    'a field’s value',
    'GET\n/\n\nx-amz-date:20260820T120415Z\n',
    'GET\n/\n\nx-amz-date:20260820T120416Z\n',
    [3, 'Differs at line 4: x-amz-date'],
  ],
  ['a line without a name', 'GET\n/a', 'GET\n/b', [1, 'Differs at line 2']],
  [
    'a field that the server did not see',
    'host:a\naccept:b\ndate:c',
    'host:a\ndate:c',
    [1, 'Differs at line 2: accept here, there date'],
  ],
  ['ours is longer', 'GET\nhost:a', 'GET', [1, 'The server’s ends before line 2: host']],
  ['theirs is longer', 'GET', 'GET\n', [1, 'The server’s goes on at line 2']],
  ['an address is no field', 'https://a/', 'https://b/', [0, 'Differs at line 1']],
] as const)('the first difference: %s', (_, ours, theirs, expected) => {
  const found = differingLine(ours, theirs);
  expect(found === undefined ? undefined : [found.line, found.words]).toEqual(expected);
});
