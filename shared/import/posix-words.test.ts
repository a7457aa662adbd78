import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8OfBytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { readPosixWords } from './posix-words.ts';

const commands = (text: string): readonly (readonly string[])[] => {
  const read = readPosixWords(text);
  if (!read.ok) throw new Error(read.message);
  return read.commands.map(({ words }) => words.map(utf8OfBytes));
};

describe('words of one command', () => {
  it.each<[string, string, readonly string[]]>([
    ['blanks', ' a  b\tc ', ['a', 'b', 'c']],
    ['single quotes take no escapes', String.raw`'a\nb$c' d`, [String.raw`a\nb$c`, 'd']],
    ['a quote inside single quotes', String.raw`'it'\''s'`, ["it's"]],
    ['double quotes', String.raw`"a\"b\\c\$d\x"`, [String.raw`a"b\c$d\x`]],
    ['pieces join', `a'b'"c"$'d'`, ['abcd']],
    ['an empty word', `a '' ""`, ['a', '', '']],
    ['a backslash', String.raw`a\ b \'`, ['a b', "'"]],
    ['line continuation', 'a \\\n b\\\nc', ['a', 'bc']],
    ['line continuation in double quotes', '"a\\\nb"', ['ab']],
    ['line continuation with CRLF', 'a \\\r\n b', ['a', 'b']],
    ['a backslash at the end', 'a \\', ['a']],
    ['ANSI-C letters', String.raw`$'\a\b\e\f\n\r\t\v\\\'\"\?'`, ['\u0007\b\u001b\f\n\r\t\v\\\'"?']],
    ['ANSI-C numbers', String.raw`$'\x41\101\u00e9\U0001f600\x2'`, ['AAé😀\u0002']],
    ['ANSI-C bytes that make UTF-8', String.raw`$'\xc3\xa9'`, ['é']],
    ['ANSI-C unknown escape', String.raw`$'\z'`, [String.raw`\z`]],
    ['a control character', String.raw`$'\ca'`, ['\u0001']],
    ['a comment', 'a # b\n', ['a']],
    ['a # within a word', 'a#b', ['a#b']],
    ['a comment line before', '# one\n a', ['a']],
    ['a translated string', '$"a b"', ['a b']],
    ['a lone $', 'a$ "$" b', ['a$', '$', 'b']],
    ['beyond ASCII', '“d“ 测', ['“d“', '测']],
    ['output goes elsewhere', 'a > out 2>&1 2>/dev/null >>log b', ['a', 'b']],
  ])('%s', (_, text, words) => {
    expect(commands(text)).toEqual([words]);
  });

  it('keeps bytes that are no UTF-8', () => {
    const read = readPosixWords(String.raw`$'\xff\x00a'`);
    expect(read.ok && read.commands[0]?.words).toEqual(['\u00ff\u0000a']);
  });
});

describe('where a command ends', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    ['a; b', [['a'], ['b']]],
    ['a && b || c', [['a'], ['b'], ['c']]],
    ['a | b', [['a'], ['b']]],
    ['a & b', [['a'], ['b']]],
    ['a\nb\r\nc', [['a'], ['b'], ['c']]],
    ['(a b)', [['a', 'b']]],
    ['', []],
    ['# only', []],
  ])('%j', (text, expected) => {
    expect(commands(text)).toEqual(expected);
  });
});

describe('standard input', () => {
  it.each<[string, string, object]>([
    ['a file', 'a < "x y"', { file: 'x y' }],
    ['a here-document', 'a <<E b\none\n two\nE\nc', { text: 'one\n two\n' }],
    ['a quoted delimiter', "a <<'E'\n$x\nE\n", { text: '$x\n' }],
    ['tabs stripped', 'a <<-E\n\tone\n\tE\n', { text: 'one\n' }],
    ['a here-string', 'a <<< "x y"', { text: 'x y\n' }],
  ])('%s', (_, text, stdin) => {
    const read = readPosixWords(text);
    expect(read.ok && read.commands[0]?.stdin).toEqual(stdin);
  });
});

describe('what is noted', () => {
  it.each<[string, readonly string[], RegExp]>([
    ['a "Bearer $TOKEN"', ['a', 'Bearer $TOKEN'], /^\$TOKEN is a variable/],
    ['a ${X:-y} b', ['a', '${X:-y}', 'b'], /^\$\{X:-y\} is a variable/],
    ['a $(cat $(ls)) b', ['a', '$(cat $(ls))', 'b'], /command substitution/],
    ['a `cat x` b', ['a', '`cat x`', 'b'], /command substitution/],
    ['a https://h/p?x=1&y=2 b', ['a', 'https://h/p?x=1&y=2', 'b'], /unquoted &/],
    ['a https://h\n  -H x\n  --data y', ['a', 'https://h', '-H', 'x', '--data', 'y'], /backslash is missing/],
  ])('%s', (text, words, note) => {
    const read = readPosixWords(text);
    expect(commands(text)).toEqual([words]);
    expect(read.ok && read.notes).toEqual([expect.stringMatching(note)]);
  });

  it.each(["a '$x'", 'a \\$x', 'a $', 'a & b', 'a https://h/p & b', "a 'x&y=1'"])('silent: %s', (text) => {
    expect(readPosixWords(text)).toMatchObject({ ok: true, notes: [] });
  });
});

describe('what a shell refuses', () => {
  it.each(["a 'b", 'a "b', "a $'b", 'a `b', String.raw`a $'b\'`])('%s', (text) => {
    expect(readPosixWords(text)).toMatchObject({
      ok: false,
      message: expect.stringContaining('is not closed'),
    });
  });

  it('never throws', () => {
    const piece = fc.constantFrom(
      "'",
      '"',
      '`',
      '$',
      '$(',
      '${',
      "$'",
      '\\',
      '\n',
      '<<E\n',
      '<',
      '&',
      '#',
      'a',
      ' ',
      '\\x',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ unit: 'binary' }))), (pieces) => {
        readPosixWords(pieces.join(''));
      }),
    );
  });
});

const vectors = shelved('vectors/shell-words.json');

describe.skipIf(vectors === undefined)('conformance: shell-words.json, bash', () => {
  const list =
    isRecord(vectors) && Array.isArray(vectors['vectors']) ? vectors['vectors'].filter(isRecord) : [];
  it.each(list.filter((one) => one['shell'] === 'bash').map((one) => [String(one['id']), one] as const))(
    '%s',
    (_, vector) => {
      expect(commands(String(vector['text']))).toEqual([[vector['value']]]);
    },
  );
});
