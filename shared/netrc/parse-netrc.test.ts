import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { netrcEntryFor, parseNetrc, type NetrcEntry } from './parse-netrc.ts';

const entries = (text: string): readonly NetrcEntry[] => parseNetrc(text).entries;
const alice: NetrcEntry = { machine: 'api.example.com', login: 'alice', password: 'wonderland' };

describe('what is read', () => {
  test.each<[string, string, readonly NetrcEntry[]]>([
    ['one line', 'machine api.example.com login alice password wonderland', [alice]],
    ['several lines', 'machine api.example.com\n  login alice\r\n\tpassword wonderland\n', [alice]],
    ['in another order', 'machine api.example.com password wonderland login alice', [alice]],
    ['keywords and hosts in any case', 'MACHINE Api.Example.com LOGIN alice PASSWORD wonderland', [alice]],
    ['comments', '# mine\nmachine api.example.com # it\nlogin alice password wonderland', [alice]],
    [
      'quotes, blanks and escapes',
      'machine m login "a b" password "p\\"q\\\\r\\ns\\tt"',
      [{ machine: 'm', login: 'a b', password: 'p"q\\r\ns\tt' }],
    ],
    [
      'a password that is a keyword',
      'machine m login l password "machine"',
      [{ machine: 'm', login: 'l', password: 'machine' }],
    ],
    ['a keyword in its place is a value', 'machine m login default', [{ machine: 'm', login: 'default' }]],
    ['an empty value', 'machine m login "" password ""', [{ machine: 'm', login: '', password: '' }]],
    ['a hash inside a word', 'machine m password a#b', [{ machine: 'm', password: 'a#b' }]],
    ['an account', 'machine m account a', [{ machine: 'm', account: 'a' }]],
    [
      'default',
      'machine m login l\ndefault login anonymous',
      [{ machine: 'm', login: 'l' }, { login: 'anonymous' }],
    ],
    [
      'a macro is passed over, up to an empty line',
      'machine m login l\nmacdef init\nmachine evil login x\nquit\n\nmachine n login o',
      [
        { machine: 'm', login: 'l' },
        { machine: 'n', login: 'o' },
      ],
    ],
    ['nothing', '', []],
  ])('%s', (_, text, expected) => {
    expect(parseNetrc(text)).toEqual({ entries: expected, problems: [] });
  });
});

describe('what is passed over is said, without its words', () => {
  test.each<[string, string, readonly NetrcEntry[], RegExp]>([
    ['a value that is missing', 'machine m\nlogin', [{ machine: 'm' }], /^Line 2: nothing follows/],
    ['a login of nobody', 'login alice', [], /^Line 1: .*before any machine/],
    [
      'an unknown word',
      'machine m hunter2 login l',
      [{ machine: 'm', login: 'l' }],
      /^Line 1: an unknown word/,
    ],
    ['an open quotation mark', 'machine m login "l', [{ machine: 'm' }], /^Line 1: .*not closed/],
  ])('%s', (_, text, expected, problem) => {
    const read = parseNetrc(text);
    expect(read.entries).toEqual(expected);
    expect(read.problems[0]).toMatch(problem);
    expect(read.problems.join()).not.toContain('hunter2');
  });
});

describe('who is meant', () => {
  const file = entries(
    'machine a login one password 1\nmachine a login two password 2\nmachine b password 3\ndefault login d password 4',
  );
  test.each<[string, string | undefined, string | undefined]>([
    ['a', undefined, '1'],
    ['A', undefined, '1'],
    ['a', 'two', '2'],
    ['a', 'three', undefined],
    ['b', 'anyone', '3'],
    ['c', undefined, '4'],
    ['c', 'd', '4'],
    ['sub.a', 'one', undefined],
  ])('at %s as %s: %s', (host, login, password) => {
    expect(netrcEntryFor(file, host, login)?.password).toBe(password);
  });
  test('nobody without a default', () => {
    expect(netrcEntryFor(entries('machine a login one'), 'b')).toBeUndefined();
  });
});

describe('properties', () => {
  const quoted = (text: string): string =>
    `"${text
      .replaceAll(/["\\]/g, '\\$&')
      .replaceAll('\n', '\\n')
      .replaceAll('\r', '\\r')
      .replaceAll('\t', '\\t')}"`;
  const lineOf = ({ machine = '', login, password }: NetrcEntry): string =>
    [
      `machine ${quoted(machine)}`,
      ...(login === undefined ? [] : [`login ${quoted(login)}`]),
      ...(password === undefined ? [] : [`password ${quoted(password)}`]),
    ].join(' ');
  const anyEntry: fc.Arbitrary<NetrcEntry> = fc.record(
    {
      machine: fc.string().map((text) => text.toLowerCase()),
      login: fc.string({ unit: 'binary' }),
      password: fc.string({ unit: 'binary' }),
    },
    { requiredKeys: ['machine'] },
  );

  test('what is quoted is read as it was', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 4 }), (some) => {
        expect(parseNetrc(some.map(lineOf).join('\n'))).toEqual({ entries: some, problems: [] });
      }),
    );
  });

  test('nothing makes it throw', () => {
    const part = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('machine ', 'default ', 'login ', 'macdef ', '"', '\\', '\n', '#'),
    );
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const read = parseNetrc(parts.join(''));
        expect(Array.isArray(read.entries)).toBe(true);
      }),
    );
  });
});
