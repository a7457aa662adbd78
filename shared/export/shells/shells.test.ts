import fc from 'fast-check';
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { utf8ByteString, utf8OfBytes } from '../../exchange/bytes.ts';
import { readCmdWords } from '../../import/cmd-words.ts';
import { readPowershellWords } from '../../import/powershell-words.ts';
import { posixWords } from './posix-words.test-support.ts';
import { shells } from './index.ts';
import { shellIds, type Group, type Word } from './shell.ts';

const word = (text: string): Word => (text === '' ? [] : [{ bytes: utf8ByteString(text) }]);
const groupsOf = (words: readonly string[]): readonly Group[] => words.map((text) => [word(text)]);

/** What a shell does not let into a word at all is refused by `canHold`, and kept out here. */
const text = fc
  .oneof(
    fc.string({ maxLength: 30 }),
    fc.string({ unit: 'grapheme', maxLength: 20 }),
    fc.constantFrom(
      '',
      ' ',
      '"',
      '\\',
      '\\"',
      'a\\\\"b',
      "it's",
      'C:\\dir\\',
      '%PATH%',
      '^',
      '!x!',
      '$HOME',
      '`id`',
      '{"a":"b\\n"}',
      'a\nb',
      '\n',
      '&|<>()',
      '--',
      '‘x’',
      'é 測 😀',
      "'''",
      '@file',
      '#',
      '~',
      '*',
    ),
  )
  // oxlint-disable-next-line no-control-regex -- they are what is kept out
  .filter((value) => !/[\u0000-\u0009\u000b-\u001f\u007f]/.test(value));
const words = fc.array(text, { minLength: 1, maxLength: 5 });

const wordsRead = (read: ReturnType<typeof readCmdWords>): readonly string[] =>
  read.ok ? read.commands.flatMap((command) => command.words.map(utf8OfBytes)) : [`unread: ${read.message}`];

test('every shell is there, under its own id', () => {
  expect(Object.keys(shells)).toEqual([...shellIds]);
  for (const id of shellIds) expect(shells[id].id).toBe(id);
});

describe('any words come back as they were', () => {
  test('from the Windows command prompt, by its documented rules', () => {
    fc.assert(
      fc.property(words, (given) => {
        const { command } = shells.cmd.write(groupsOf(given), undefined);
        expect(wordsRead(readCmdWords(command))).toEqual(['curl', ...given]);
      }),
      { numRuns: 500 },
    );
  });

  test('from PowerShell, as arguments where every version passes them on', () => {
    fc.assert(
      fc.property(words, (given) => {
        fc.pre(given.every((value) => value !== '' && !/["\n]|\\$/.test(value)));
        const { command } = shells.powershell.write(groupsOf(given), undefined);
        expect(command).not.toMatch(/^@'/m);
        expect(wordsRead(readPowershellWords(command))).toEqual(['curl.exe', ...given]);
      }),
      { numRuns: 500 },
    );
  });

  test('from PowerShell, as a configuration of curl where a version would lose some', () => {
    const values = fc.array(text, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(values, (given) => {
        const groups: readonly Group[] = [...given.map((value) => [word('-H'), word(value)]), [word('')]];
        const { command } = shells.powershell.write(groups, undefined);
        expect(configured(command)).toEqual([...given.map((value) => ['-H', value]), ['url', '']]);
      }),
      { numRuns: 500 },
    );
  });

  test.skipIf(process.platform === 'win32')('from a POSIX shell, run for real', () => {
    const given = fc.sample(words, { seed: 401, numRuns: 60 }).flat();
    const { command } = shells.posix.write(groupsOf(given), undefined);
    expect(posixWords(command)).toEqual(given);
  });
});

/** Lines of a configuration, read as curl(1) describes them under --config. */
const configured = (command: string): readonly (readonly string[])[] => {
  const [, lines = ''] = /@'\n([\s\S]*)\n'@/.exec(command) ?? [];
  return lines.split('\n').map((line) => {
    const [, option = '', quoted] = /^(\S+)(?: "((?:[^"\\]|\\.)*)")?$/.exec(line) ?? [];
    const value = quoted?.replace(
      /\\(.)/g,
      (_, char: string) => ({ n: '\n', r: '\r', t: '\t', v: '\v' })[char] ?? char,
    );
    return value === undefined ? [option] : [option, value];
  });
};

describe('variables stand in the place of secrets', () => {
  const groups: readonly Group[] = [
    [word('-H'), [{ bytes: 'Authorization: Bearer ' }, { variable: 'TOKEN' }]],
    [word('https://a.example/')],
  ];

  test.each([
    ['posix', `curl -H 'Authorization: Bearer '"$TOKEN" https://a.example/`],
    ['cmd', 'curl -H ^"Authorization: Bearer %TOKEN%^" https://a.example/'],
    ['powershell', "curl.exe -H ('Authorization: Bearer ' + $env:TOKEN) https://a.example/"],
  ] as const)('%s', (id, command) => {
    expect(shells[id].write(groups, undefined).command).toBe(command);
  });

  test('in a configuration they are put in before curl reads it', () => {
    const body: Group = [
      word('--data-raw'),
      [{ bytes: '{"password":"' }, { variable: 'PASSWORD' }, { bytes: '"}' }],
    ];
    expect(shells.powershell.write([body], undefined).command).toBe(
      `(@'\n--data-raw "{\\"password\\":\\"<<PASSWORD>>\\"}"\n'@).Replace('<<PASSWORD>>', $env:PASSWORD) | curl.exe --config -`,
    );
  });
});

describe('words about what a shell cannot do', () => {
  test.each([
    ['a percent sign', ['50%'], 'At the prompt this is right; in a batch file write %% for %.'],
    [
      'a long line',
      ['x'.repeat(8_001)],
      'The command prompt takes 8,191 characters; this command is longer.',
    ],
  ])('%s', (_, given, note) => {
    expect(shells.cmd.write(groupsOf(given), undefined).notes).toEqual([note]);
  });

  test.each([
    ['\r', false],
    ['\u0000', false],
    ['a\nb', true],
    ['é', true],
  ])('the command prompt holds %j: %s', (value, holds) => {
    expect(shells.cmd.canHold(utf8ByteString(value))).toBe(holds);
  });

  test('PowerShell says its encoding only where it matters', () => {
    const write = (value: string) => shells.powershell.write(groupsOf(['', value]), undefined).command;
    expect(write('é')).toMatch(/^\$OutputEncoding = \[Text\.Encoding\]::UTF8\n@'/);
    expect(write('e')).toMatch(/^@'/);
  });
});

test.skipIf(process.platform === 'win32')('curl itself reads the configuration so', () => {
  const value = 'X-A: {"q":"a\\b"} é \'';
  const { command } = shells.powershell.write(
    [[word('--write-out'), word(value)], [word('--silent')], [word('file:///dev/null')]],
    undefined,
  );
  const [, lines = ''] = /@'\n([\s\S]*)\n'@/.exec(command) ?? [];
  const has = (): boolean => {
    try {
      execFileSync('curl', ['--version'], { stdio: 'ignore' });
      return true;
    } catch {
      return false;
    }
  };
  if (!has()) {
    console.log('skipped: no curl is there to read the configuration');
    return;
  }
  expect(execFileSync('curl', ['--config', '-'], { input: lines, encoding: 'utf8' })).toBe(value);
});
