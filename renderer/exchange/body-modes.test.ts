import { describe, expect, test } from 'vitest';
import type { Body } from '../../shared/exchange/exchange.ts';
import { fileNameOf, isLarge, modesOf, prettyLanguage, searchedBy } from './body-modes.ts';
import { hexRows } from './hex-rows.ts';

const text = (content: string): Body => ({ kind: 'text', text: content, size: content.length });

test.each([
  ['nothing', { kind: 'none' } as const, 'text/plain', []],
  ['empty text', text(''), 'text/plain', []],
  ['JSON by its type', text('oops'), 'application/problem+json', ['pretty', 'tree', 'text', 'hex']],
  ['JSON by its looks', text('{"a":1}'), 'text/plain', ['pretty', 'tree', 'text', 'hex']],
  ['not quite JSON', text('{a:1}'), undefined, ['text', 'hex']],
  ['an image', { kind: 'bytes', base64: '', size: 3 } as const, 'image/png', ['preview', 'hex']],
  ['an image of text', text('<svg/>'), 'image/svg+xml', ['pretty', 'text', 'preview', 'hex']],
  ['a page', text('<p>hi</p>'), 'text/html; charset=utf-8', ['pretty', 'text', 'preview', 'hex']],
  ['XML', text('<a/>'), 'text/xml', ['pretty', 'text', 'hex']],
  ['other bytes', { kind: 'bytes', base64: '', size: 3 } as const, 'application/zip', ['hex']],
  ['a PDF', { kind: 'bytes', base64: '', size: 3 } as const, 'application/pdf', ['preview', 'hex']],
  ['a file of text', { kind: 'file', id: 'f', size: 3, head: 'abc' } as const, undefined, ['text', 'hex']],
  [
    'a file of JSON by its looks',
    { kind: 'file', id: 'f', size: 3, head: ' [1' } as const,
    undefined,
    ['pretty', 'tree', 'text', 'hex'],
  ],
  ['a file of an image', { kind: 'file', id: 'f', size: 3 } as const, 'image/png', ['preview', 'hex']],
  ['an image too large to draw', { kind: 'file', id: 'f', size: 1e9 } as const, 'image/png', ['hex']],
  ['a file of bytes', { kind: 'file', id: 'f', size: 3 } as const, undefined, ['hex']],
] as const)('modes of %s', (_, body, type, expected) => expect(modesOf(body, type)).toEqual(expected));

const long = text('[1]'.padEnd(300_000));
test.each([
  ['a short text, pretty', text('[1]'), 'pretty', false, 'editor'],
  ['a long text, pretty', long, 'pretty', true, 'bar'],
  ['a long text as it came', long, 'text', false, 'bar'],
  ['a long text as a tree', long, 'tree', true, undefined],
  ['a file', { kind: 'file', id: 'f', size: 3 } as const, 'text', true, 'bar'],
] as const)('%s', (_, body, mode, large, searched) => {
  expect(isLarge(body, mode)).toBe(large);
  expect(searchedBy(body, mode)).toBe(searched);
});

test.each([
  ['{"a":1}', undefined, 'json'],
  ['oops', 'application/problem+json', 'json'],
  ['<a/>', 'application/soap+xml; charset=utf-8', 'xml'],
  ['<?xml version="1.0"?><a/>', 'text/plain', 'xml'],
  ['<p>', 'text/html; charset=utf-8', 'html'],
  ['<p>', 'application/xhtml+xml', 'html'],
  ['a;b', 'text/csv', undefined],
  ['<a/>'.padEnd(200_000), 'text/xml', undefined],
] as const)('language of %s, %s', (content, type, expected) =>
  expect(prettyLanguage(content, type)).toBe(expected),
);

describe('the name of a saved body', () => {
  test.each([
    ['https://a.example/v1/me', 'application/json', 'me.json'],
    ['https://a.example/logo.png?x=1', 'image/png', 'logo.png'],
    ['https://a.example/', 'text/html', 'body.html'],
    ['https://a.example/a/b/', undefined, 'b.bin'],
    ['https://a.example/..%2f..%2fetc', 'text/plain', '..-2f..-2fetc.txt'],
    ['no url', 'text/csv', 'body.txt'],
  ])('%s as %s', (url, type, expected) => expect(fileNameOf(url, type)).toBe(expected));
});

test('a hex dump', () => {
  const bytes = Uint8Array.from({ length: 18 }, (_, at) => at + 0x3d);
  expect(hexRows(bytes)).toEqual([
    { offset: '00000000', hex: '3d 3e 3f 40 41 42 43 44  45 46 47 48 49 4a 4b 4c', text: '=>?@ABCDEFGHIJKL' },
    { offset: '00000010', hex: '4d 4e'.padEnd(48), text: 'MN' },
  ]);
  expect(hexRows(Uint8Array.of(0, 0x7f), 0x20)[0]).toMatchObject({ offset: '00000020', text: '..' });
});
