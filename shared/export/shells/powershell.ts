import { utf8OfBytes } from '../../exchange/bytes.ts';
import { isPlainText } from './posix-quote.ts';
import { isVariable, type CurlShell, type Group, type Word } from './shell.ts';

/**
 * PowerShell, 5.1 and 7 (about_Quoting_Rules). Before 7.3 it drops double quotes inside an argument and empty
 * arguments; a command that has such words hands them to curl as a configuration file on standard input.
 */
export const powershell: CurlShell = {
  id: 'powershell',
  label: 'PowerShell',
  longestWord: 30_000,
  canHold: isPlainText,
  feeds: false,
  write(groups) {
    const fragile = groups.flat().some((word) => /["\n]|\\$/.test(spelled(word)) || spelled(word) === '');
    return { command: fragile ? asConfiguration(groups) : asArguments(groups), notes: [] };
  },
};

const spelled = (word: Word): string =>
  word.map((segment) => (isVariable(segment) ? 'x' : utf8OfBytes(segment.bytes))).join('');

const asArguments = (groups: readonly Group[]): string => {
  const words = groups.map((group) => group.map(argument).join(' '));
  const line = `curl.exe ${words.join(' ')}`;
  return line.length <= 90 ? line : `curl.exe ${words.join(' `\n  ')}`;
};

const argument = (word: Word): string => {
  const text = spelled(word);
  if (!word.some(isVariable))
    return /^[A-Za-z0-9_:=+./-]+$/.test(text) && !/^-[^-]+[.:]/.test(text) ? text : single(text);
  const pieces = word.map((segment) =>
    isVariable(segment) ? `$env:${segment.variable}` : single(utf8OfBytes(segment.bytes)),
  );
  return `(${pieces.join(' + ')})`;
};

/** Curly quotes end a string as the straight one does. */
const single = (text: string): string => `'${text.replace(/['‘’‚‛]/g, '$&$&')}'`;

/** Lines of curl's configuration: an option and its value in double quotes (curl(1), --config). */
const asConfiguration = (groups: readonly Group[]): string => {
  const lines = groups.map(([first = [], ...values]) => {
    const option = spelled(first);
    const words = option.startsWith('-') ? values : [first, ...values];
    return [option.startsWith('-') ? option : 'url', ...words.map(quoted)].join(' ');
  });
  const variables = new Set(
    groups
      .flat(2)
      .filter(isVariable)
      .map(({ variable }) => variable),
  );
  const text = `@'\n${lines.join('\n')}\n'@`;
  const filled = [...variables].reduce(
    (so, variable) => `${so}.Replace('${mark(variable)}', $env:${variable})`,
    variables.size === 0 ? text : `(${text})`,
  );
  // Windows PowerShell pipes ASCII unless it is told otherwise.
  // oxlint-disable-next-line no-control-regex -- that is ASCII
  const encoding = /[^\u0000-\u007f]/.test(text) ? '$OutputEncoding = [Text.Encoding]::UTF8\n' : '';
  return `${encoding}${filled} | curl.exe --config -`;
};

const mark = (variable: string): string => `<<${variable}>>`;

const quoted = (word: Word): string => {
  const inside = word.map((segment) =>
    isVariable(segment)
      ? mark(segment.variable)
      : utf8OfBytes(segment.bytes)
          .replace(/["\\]/g, '\\$&')
          .replaceAll('\n', '\\n')
          .replaceAll('\r', '\\r')
          .replaceAll('\t', '\\t'),
  );
  return `"${inside.join('')}"`;
};
