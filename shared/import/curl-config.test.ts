import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCurlConfig } from './curl-config.ts';
import { readCommand } from './curl.ts';
import { readPaste } from './paste.ts';

describe('a configuration file of curl', () => {
  test.each<[string, string, readonly string[]]>([
    ['equals', 'url = https://a.example', ['--url', 'https://a.example']],
    ['a colon', 'url: https://a.example', ['--url', 'https://a.example']],
    ['a blank', 'url https://a.example', ['--url', 'https://a.example']],
    ['dashes', '--url https://a.example', ['--url', 'https://a.example']],
    ['a letter', '-L', ['-L']],
    ['a letter with its value', '-H "X-A: 1"', ['-H', 'X-A: 1']],
    ['a switch', 'location', ['--location']],
    ['escapes in quotes', 'header = "X: \\"a\\\\b\\"\\tc"', ['--header', 'X: "a\\b"\tc']],
    ['an empty value', 'user-agent = ""', ['--user-agent', '']],
    ['comments', '# note\n  # another\n\nurl = a # rest', ['--url', 'a']],
  ])('%s', (_, text, words) => {
    expect(readCurlConfig(text)).toEqual({ words, problems: [] });
  });

  test('says what curl leaves out', () => {
    expect(readCurlConfig('url = a\nheader = X-A: 1')).toEqual({
      words: ['--url', 'a', '--header', 'X-A:'],
      problems: ['Line 2: what follows a blank was left out, as curl does; put the value in quotes.'],
    });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readCurlConfig(text).words.length).toBeLessThanOrEqual(text.length * 2);
      }),
    );
  });
});

describe('pasted', () => {
  test('is a request', () => {
    expect(
      readPaste(
        '# me\nurl = "https://a.example/me"\nuser = "alice:wonderland"\n-L\nheader = "X-A: 1"',
        () => 'id',
      ),
    ).toMatchObject({
      kind: 'request',
      from: 'curl-config',
      draft: {
        url: 'https://a.example/me',
        fields: [{ name: 'X-A', value: '1' }],
        auth: { kind: 'own', scheme: 'basic' },
        settings: { followRedirects: true },
      },
    });
  });

  test.each(['url: https://a.example\nname: x', 'header = "X: 1"', 'https://a.example', 'Host: a\nurl: b'])(
    '%j is none',
    (text) => {
      expect(readPaste(text, () => 'id')).not.toMatchObject({ from: 'curl-config' });
    },
  );
});

describe('named by a command', () => {
  const files: Readonly<Record<string, string>> = {
    a: 'config = b\nurl = https://a.example',
    b: 'header = "X-B: 1"',
    loop: 'config = loop',
  };
  const run = (...words: string[]) =>
    readCommand(
      words,
      undefined,
      () => 'id',
      (path) => files[path],
    );

  test('its options stand in its place', () => {
    expect(run('-sKa', '-H', 'X-A: 1')).toMatchObject({
      ok: true,
      drafts: [{ url: 'https://a.example', fields: [{ name: 'X-B' }, { name: 'X-A' }] }],
    });
  });

  test.each(['nothing', 'loop'])('%s cannot be read', (name) => {
    expect(run('--config', name, 'https://a.example')).toEqual({
      ok: false,
      message: `${name} cannot be read: check the file that --config names.`,
    });
  });

  test('is noted where no file can be read', () => {
    expect(readCommand(['-K', 'a', 'https://a.example'], undefined, () => 'id')).toMatchObject({
      notes: [expect.stringContaining('-K is not carried over')],
    });
  });
});
