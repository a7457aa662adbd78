import { expect, test } from 'vitest';
import { bodyOf, textOf } from './body-text.ts';

test.each<[string, string | undefined, Uint8Array, string | undefined]>([
  ['UTF-8 by default', 'application/json', Buffer.from('"é"'), '"é"'],
  ['the stated charset', 'text/html; charset=ISO-8859-1', Buffer.from('é', 'latin1'), 'é'],
  ['a quoted charset', 'text/html;charset="utf-16le"', Buffer.from('ab', 'utf16le'), 'ab'],
  ['UTF-8 where the stated charset is none', 'text/plain; charset=nonsense', Buffer.from('é'), 'é'],
  ['UTF-8 where the stated charset does not fit', 'text/plain; charset=utf-16le', Buffer.from('abc'), 'abc'],
  ['an old unmarked page', 'text/html', Buffer.from('n\u0080\u00e9', 'latin1'), 'n€é'],
  ['problem details', 'application/problem+json', Buffer.from('{}'), '{}'],
  ['a type that says nothing', 'application/octet-stream', Buffer.from('{"a":1}\r\n\t'), '{"a":1}\r\n\t'],
  ['no type at all', undefined, Buffer.from('hi'), 'hi'],
  ['a drawing, which is XML', 'image/svg+xml', Buffer.from('<svg/>'), '<svg/>'],
  ['a picture is no text', 'image/png', Buffer.from('looks like text'), undefined],
  ['control characters are no text', undefined, Buffer.from('a\u0001b'), undefined],
  ['NUL is no text', 'application/octet-stream', Buffer.from('a\0b'), undefined],
  ['other bytes are no text', undefined, Buffer.from([0xff, 0xfe, 0x41]), undefined],
])('%s', (_name, contentType, bytes, expected) => {
  expect(textOf(bytes, contentType)).toBe(expected);
});

test('a beginning may end within a character', () => {
  const bytes = Buffer.from('aé').subarray(0, 2);
  expect(textOf(bytes, 'text/plain', true)).toBe('a');
});

test.each([
  ['nothing', { kind: 'memory', bytes: Buffer.from('') }, { kind: 'none' }],
  ['text', { kind: 'memory', bytes: Buffer.from('é') }, { kind: 'text', text: 'é', size: 2 }],
  ['bytes', { kind: 'memory', bytes: Buffer.from([0, 255]) }, { kind: 'bytes', base64: 'AP8=', size: 2 }],
  [
    'a file of text',
    { kind: 'file', id: 'i', size: 9, head: Buffer.from('abc') },
    { kind: 'file', id: 'i', size: 9, head: 'abc' },
  ],
  [
    'a file of bytes',
    { kind: 'file', id: 'i', size: 9, head: Buffer.from([0]) },
    { kind: 'file', id: 'i', size: 9 },
  ],
] as const)('%s as a body', (_name, kept, expected) => {
  expect(bodyOf(kept, undefined)).toEqual(expected);
});
