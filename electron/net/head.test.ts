import { expect, test } from 'vitest';
import { headEnd, parseHead } from './head.ts';

const bytes = (text: string): Uint8Array => Buffer.from(text, 'latin1');

test.each<[string, string, number | undefined]>([
  ['an empty line', 'A\r\n\r\nB', 5],
  ['an empty line of bare LF', 'A\n\nB', 3],
  ['a mixed one', 'A\r\n\nB', 4],
  ['the first of several', 'A\r\n\r\n\r\n\r\n', 5],
  ['none', 'A\r\nB: c\r\n', undefined],
  ['half of one', 'A\r\nB: c\r\n\r', undefined],
  ['none in a line break within', 'A\r\rB\r\n', undefined],
  ['nothing', '', undefined],
])('a head ends behind %s', (_name, text, expected) => {
  expect(headEnd(bytes(text))).toBe(expected);
});

test('a head is looked for behind the one before it', () => {
  const text = 'HTTP/1.1 100 C\r\n\r\nHTTP/1.1 200 OK\r\n\r\n';
  expect(headEnd(bytes(text), 18)).toBe(text.length);
});

test.each([
  ['a reason', 'HTTP/1.1 401 Not you\r\n\r\n', { status: 401, reason: 'Not you', httpVersion: 'HTTP/1.1' }],
  ['an empty reason', 'HTTP/1.1 401 \r\n\r\n', { status: 401, reason: '' }],
  ['no reason', 'HTTP/1.0 401\r\n\r\n', { status: 401, reason: '', httpVersion: 'HTTP/1.0' }],
  ['a status of no class', 'HTTP/1.1 999 x\r\n\r\n', { status: 999 }],
])('reads %s', (_name, head, expected) => {
  expect(parseHead(head)).toMatchObject(expected);
});

test.each([
  ['another protocol', 'SSH-2.0-OpenSSH\r\n\r\n'],
  ['a request', 'GET / HTTP/1.1\r\n\r\n'],
  ['two figures', 'HTTP/1.1 40 No\r\n\r\n'],
  ['four figures', 'HTTP/1.1 4011 No\r\n\r\n'],
  ['a letter', 'HTTP/1.1 4x1 No\r\n\r\n'],
  ['HTTP/2', 'HTTP/2 200\r\n\r\n'],
  ['nothing', ''],
])('%s is no response head', (_name, head) => {
  expect(parseHead(head)).toBeUndefined();
});

test('fields keep order, casing, number and inner spaces; what surrounds a value is no part of it', () => {
  const head = 'HTTP/1.1 200 OK\r\nb:2\r\nA: \t1  1 \t\r\nB: "x:y"\r\nEmpty:\r\nn\u00e9: \u00e9\r\n\r\n';
  expect(parseHead(head)?.fields).toEqual([
    { name: 'b', value: '2' },
    { name: 'A', value: '1  1' },
    { name: 'B', value: '"x:y"' },
    { name: 'Empty', value: '' },
    { name: 'n\u00e9', value: '\u00e9' },
  ]);
});

test('a folded value is one value, and a line without a colon is none', () => {
  expect(parseHead('HTTP/1.1 200 OK\r\nA: b\r\n  c\r\n\td\r\nnonsense\r\n: e\r\n\r\n')?.fields).toEqual([
    { name: 'A', value: 'b c d' },
  ]);
  expect(parseHead('HTTP/1.1 200 OK\r\n folded: first\r\n\r\n')?.fields).toEqual([
    { name: ' folded', value: 'first' },
  ]);
});
