import { describe, expect, it } from 'vitest';
import { emptyRow, readHeaderLines, readQuery, rowEdited, rowRemoved, rowsPasted } from './key-values.ts';

const row = (name: string, value = '') => ({ name, value, on: true });

describe('rows', () => {
  it('are edited in place', () => {
    expect(rowEdited([row('a'), row('b')], 1, { value: '2' }, emptyRow)).toEqual([row('a'), row('b', '2')]);
  });
  it('grow when the empty one is typed into', () => {
    expect(rowEdited([row('a')], 1, { name: 'b' }, emptyRow)).toEqual([row('a'), row('b')]);
  });
  it('keep what else they hold', () => {
    const rows = [{ ...row('a'), secret: true }];
    expect(rowEdited(rows, 0, { value: '2' }, { ...emptyRow, secret: false })).toEqual([
      { ...row('a', '2'), secret: true },
    ]);
  });
  it('are removed by place, not by content', () => {
    expect(rowRemoved([row('a'), row('a', '2'), row('a')], 0)).toEqual([row('a', '2'), row('a')]);
  });
  it('that are pasted replace an empty row and follow a filled one', () => {
    expect(rowsPasted([row('a'), row('')], 1, [row('x'), row('y')], emptyRow)).toEqual([
      row('a'),
      row('x'),
      row('y'),
    ]);
    expect(rowsPasted([row('a'), row('b')], 0, [row('x')], emptyRow)).toEqual([row('a'), row('x'), row('b')]);
    expect(rowsPasted([row('a')], 1, [row('x')], emptyRow)).toEqual([row('a'), row('x')]);
  });
});

describe('header lines', () => {
  it.each([
    ['two lines', 'Accept: a/b\nX-Id: 7', [row('Accept', 'a/b'), row('X-Id', '7')]],
    ['CRLF and blanks', 'A: 1\r\n\r\nB:2\r\n', [row('A', '1'), row('B', '2')]],
    [
      'colons in values',
      'Host: a:80\nReferer: http://b/',
      [row('Host', 'a:80'), row('Referer', 'http://b/')],
    ],
    ['one line is a value', 'Accept: a/b', undefined],
    ['prose is a value', 'hello\nA: 1', undefined],
    ['empty', '', undefined],
  ])('%s', (_, text, expected) => {
    expect(readHeaderLines(text)).toEqual(expected);
  });
});

describe('a query', () => {
  it.each([
    ['two pieces', 'a=1&b=2', [row('a', '1'), row('b', '2')]],
    ['question mark', '?a=%20&b', [row('a', '%20'), row('b')]],
    ['one piece is a value', 'a=1', undefined],
    ['a token is a value', 'abc', undefined],
    ['words are a value', 'a=1 & b=2', undefined],
  ])('%s', (_, text, expected) => {
    expect(readQuery(text)).toEqual(expected);
  });
});
