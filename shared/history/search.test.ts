import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasTerm, parseHistorySearch, searchTerm, toggleTerm, type HistorySearch } from './search.ts';

const nothing: HistorySearch = { words: [], status: [], host: [], cause: [], profile: [], pinned: false };

test.each<[string, Partial<HistorySearch>]>([
  ['', {}],
  ['   ', {}],
  ['orders', { words: ['orders'] }],
  ['two  words', { words: ['two', 'words'] }],
  ['"one phrase" more', { words: ['one phrase', 'more'] }],
  ['"still typed', { words: ['still typed'] }],
  ['""', {}],
  ['"', { words: ['"'] }],
  ['status:401', { status: ['401'] }],
  ['Status:4XX', { status: ['4XX'] }],
  ['status:401 status:403', { status: ['401', '403'] }],
  ['status:', {}],
  ['host:api.acme orders', { host: ['api.acme'], words: ['orders'] }],
  ['host:localhost:4010', { host: ['localhost:4010'] }],
  ['cause:token-expired', { cause: ['token-expired'] }],
  ['profile:"Acme prod" x', { profile: ['Acme prod'], words: ['x'] }],
  ['profile:"Acme pr', { profile: ['Acme pr'] }],
  ['profile:""', {}],
  ['is:pinned', { pinned: true }],
  ['is:good', { words: ['is:good'] }],
  ['https://api.acme/v1', { words: ['https://api.acme/v1'] }],
  ['page=2&status:401', { words: ['page=2&status:401'] }],
  ['foo:bar', { words: ['foo:bar'] }],
])('%j', (text, expected) => {
  expect(parseHistorySearch(text)).toEqual({ ...nothing, ...expected });
});

test('any text is read, and no text has more words than it has pieces', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const { words } = parseHistorySearch(text);
      expect(words.every((word) => word !== '' && text.includes(word))).toBe(true);
    }),
  );
});

test('a term that is written is read again', () => {
  const value = fc.string({ minLength: 1 }).map((text) => text.replaceAll('"', '').trim());
  fc.assert(
    fc.property(
      value.filter((text) => text !== ''),
      (name) => {
        expect(parseHistorySearch(searchTerm('profile', name))).toEqual({ ...nothing, profile: [name] });
      },
    ),
  );
});

describe('a term is put in and taken out', () => {
  test.each([
    ['', 'status:4xx', 'status:4xx'],
    ['orders', 'status:4xx', 'orders status:4xx'],
    ['status:4XX orders', 'status:4xx', 'orders'],
    ['profile:"Acme prod" x', 'profile:"Acme prod"', 'x'],
  ])('%j and %j', (text, term, expected) => {
    expect(toggleTerm(text, term)).toBe(expected);
    expect(hasTerm(expected, term)).toBe(!hasTerm(text, term));
  });
});
