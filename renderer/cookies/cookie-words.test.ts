import { describe, expect, it } from 'vitest';
import type { Cookie } from '../../shared/cookies/cookie.ts';
import { endWords, expiresText, reachWords, readExpires, ruleWords } from './cookie-words.ts';

const cookie: Cookie = {
  name: 'sid',
  value: 'abc',
  domain: 'example.com',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: false,
};

describe('the words of a cookie', () => {
  it('say where it goes', () => {
    expect(reachWords(cookie)).toBe('example.com');
    expect(reachWords({ ...cookie, hostOnly: false })).toBe('example.com and below');
  });
  it('say its rules, and nothing where it has none', () => {
    expect(ruleWords(cookie)).toBe('');
    expect(ruleWords({ ...cookie, secure: true, httpOnly: true, sameSite: 'lax' })).toBe(
      'Secure · HttpOnly · SameSite=Lax',
    );
  });
  it('say when it ends', () => {
    expect(endWords({})).toBe('session');
    expect(endWords({ expiresAtMs: Date.UTC(2027, 0, 15, 8) })).toBe('2027-01-15 08:00 UTC');
    expect(endWords({ expiresAtMs: Number.MAX_VALUE })).toBe('session');
  });
});

describe('a typed end', () => {
  it.each([
    ['', undefined],
    ['  ', undefined],
    ['2027-01-15 08:00', Date.UTC(2027, 0, 15, 8)],
    ['2027-01-15 08:00 UTC', Date.UTC(2027, 0, 15, 8)],
    ['2027-01-15T08:00:30', Date.UTC(2027, 0, 15, 8, 0, 30)],
    ['2027-01-15', Date.UTC(2027, 0, 15)],
    ['tomorrow', null],
    ['2027-13-40 08:00', null],
    ['15.1.2027', null],
  ])('%j is %j', (typed, expected) => {
    expect(readExpires(typed)).toBe(expected);
  });
  it('reads what it writes', () => {
    const atMs = Date.UTC(2031, 11, 31, 23, 59);
    expect(readExpires(expiresText(atMs))).toBe(atMs);
  });
});
