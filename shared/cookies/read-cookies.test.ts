import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cookie } from './cookie.ts';
import { readNetscapeFile, writeNetscapeFile } from './netscape-file.ts';
import { readCookies } from './read-cookies.ts';

const cookie = (change: Partial<Cookie> = {}): Cookie => ({
  name: 'sid',
  value: 'abc',
  domain: 'example.com',
  hostOnly: true,
  path: '/',
  secure: false,
  httpOnly: false,
  ...change,
});

const json = (...entries: readonly unknown[]): string => JSON.stringify(entries);

describe('what is read', () => {
  test.each<[string, string, readonly Cookie[]]>([
    ['a line', 'example.com\tFALSE\t/\tFALSE\t0\tsid\tabc', [cookie()]],
    [
      'a file of curl',
      '# Netscape HTTP Cookie File\n\n#HttpOnly_.example.com\tTRUE\t/v1\tTRUE\t1800000000\tsid\tabc\r\n',
      [
        cookie({
          hostOnly: false,
          path: '/v1',
          secure: true,
          httpOnly: true,
          expiresAtMs: 1_800_000_000_000,
        }),
      ],
    ],
    ['a value that is not there', 'example.com\tFALSE\t/\tFALSE\t0\tsid', [cookie({ value: '' })]],
    ['an empty file', '# Netscape HTTP Cookie File\n', []],
    [
      'an extension of a browser',
      json({
        domain: '.example.com',
        hostOnly: false,
        name: 'sid',
        value: 'abc',
        path: '/',
        sameSite: 'no_restriction',
        secure: true,
        session: false,
        expirationDate: 1800000000.5,
      }),
      [cookie({ hostOnly: false, secure: true, sameSite: 'none', expiresAtMs: 1_800_000_000_500 })],
    ],
    [
      'the storage state of Playwright',
      JSON.stringify({
        cookies: [
          { name: 'sid', value: 'abc', domain: 'example.com', path: '/', expires: -1, sameSite: 'Lax' },
        ],
      }),
      [cookie({ sameSite: 'lax' })],
    ],
    [
      'a jar of tough-cookie',
      JSON.stringify({
        version: 'tough-cookie@6.1.0',
        cookies: [
          {
            key: 'sid',
            value: 'abc',
            domain: 'example.com',
            path: '/',
            hostOnly: true,
            expires: '2027-01-15T08:00:00.000Z',
          },
        ],
      }),
      [cookie({ expiresAtMs: Date.UTC(2027, 0, 15, 8) })],
    ],
    [
      'an address in place of a domain',
      json({ name: 'sid', value: 'abc', url: 'https://example.com/x' }),
      [cookie()],
    ],
  ])('%s', (_, text, cookies) => {
    expect(readCookies(text)).toEqual({ cookies, problems: [] });
  });
});

describe('what is not', () => {
  test.each<[string, string, RegExp]>([
    ['prose', 'hello, world', /neither/],
    ['nothing', '', /neither/],
    [
      'a line that is too short',
      '# Netscape HTTP Cookie File\nexample.com\tFALSE',
      /^Line 2: .*seven columns/,
    ],
    ['a time that is none', 'example.com\tFALSE\t/\tFALSE\tsoon\tsid\tabc', /^Line 1: .*soon/],
    ['a line without a domain', '.\tFALSE\t/\tFALSE\t0\tsid\tabc', /^Line 1: .*domain/],
    ['an object without cookies', '{"a":1}', /no list/],
    ['an entry without a name', json({ domain: 'example.com' }), /^Cookie 1: .*name/],
    ['an entry without a domain', json({ name: 'sid' }), /^Cookie 1: .*domain/],
    ['an entry that is none', json('sid=abc'), /^Cookie 1: .*no object/],
    ['an expiry that is none', json({ name: 'sid', domain: 'a', expires: 'soon' }), /^Cookie 1: .*expiry/],
  ])('%s', (_, text, problem) => {
    expect(readCookies(text)).toEqual({ cookies: [], problems: [expect.stringMatching(problem)] });
  });

  test('what is sound beside it is kept', () => {
    const { cookies, problems } = readCookies(
      json({ name: 'x' }, { name: 'sid', value: 'abc', domain: 'example.com' }),
    );
    expect(cookies).toEqual([cookie()]);
    expect(problems).toHaveLength(1);
  });
});

describe('the Netscape file', () => {
  const word = fc.string({ maxLength: 20 }).filter((text) => !/[\t\r\n]/.test(text));
  const anyCookie = fc
    .record({
      name: word,
      value: word,
      domain: fc.constantFrom('example.com', '127.0.0.1', 'localhost'),
      hostOnly: fc.boolean(),
      path: word.map((text) => `/${text}`),
      secure: fc.boolean(),
      httpOnly: fc.boolean(),
      seconds: fc.option(fc.integer({ min: 1, max: 100_000_000_000 }), { nil: undefined }),
    })
    .map(({ seconds, ...rest }): Cookie => ({
      ...rest,
      ...(seconds === undefined ? {} : { expiresAtMs: seconds * 1000 }),
    }));

  test('reads what it writes', () => {
    fc.assert(
      fc.property(fc.array(anyCookie, { maxLength: 5 }), (cookies) => {
        expect(readNetscapeFile(writeNetscapeFile(cookies))).toEqual({ cookies, problems: [] });
      }),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(Array.isArray(readCookies(text).cookies)).toBe(true);
      }),
    );
  });
});
