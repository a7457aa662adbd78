import { utf8ByteString } from '../exchange/bytes.ts';
import { escapes } from './powershell-escapes.ts';
import type { ShellCommand, ShellRead } from './shell-command.ts';

/** Whether a curl command is written for PowerShell: backticks at line ends or before quotes, or `curl.exe`. */
export const looksLikePowershell = (text: string): boolean =>
  /`\r?\n|`"|`\$/.test(text) && !/\\\r?\n|\$'/.test(text);

/** The straight one and its curly kin open and close a string alike. */
const singleQuotes = `'‘’‚‛`;

/**
 * Splits a text as PowerShell does (about_Quoting_Rules, about_Special_Characters), for a program such as curl.exe.
 * Variables stay as text and are noted.
 */
export const readPowershellWords = (text: string): ShellRead => {
  const notes = new Set<string>();
  const commands: ShellCommand[] = [];
  let words: string[] = [];
  let word: string | undefined;
  const endWord = (): void => {
    if (word !== undefined) words.push(utf8ByteString(word));
    word = undefined;
  };
  const endCommand = (): void => {
    endWord();
    if (words.length > 0) commands.push({ words });
    words = [];
  };
  const chars = text.replace(/\r\n?/g, '\n');
  let at = 0;
  const backtick = (): string => {
    const following = chars[at + 1] ?? '';
    at += 2;
    return following === '\n' ? '' : (escapes[following] ?? following);
  };
  while (at < chars.length) {
    const char = chars[at] ?? '';
    if (char === '`' && chars[at + 1] === '\n') {
      endWord();
      at += 2;
    } else if (char === '`') word = (word ?? '') + backtick();
    else if (singleQuotes.includes(char)) {
      const match = /['‘’‚‛]((?:[^'‘’‚‛]|['‘’‚‛]{2})*)['‘’‚‛]/y;
      match.lastIndex = at;
      const found = match.exec(chars);
      if (found === null) return unclosed("'");
      word = (word ?? '') + (found[1] ?? '').replace(/(['‘’‚‛])['‘’‚‛]/g, '$1');
      at += found[0].length;
    } else if (char === '"') {
      word ??= '';
      at += 1;
      while (chars[at] !== '"' || chars[at + 1] === '"') {
        const inner = chars[at];
        if (inner === undefined) return unclosed('"');
        if (inner === '`') word += backtick();
        else if (inner === '"') {
          word += '"';
          at += 2;
        } else {
          const variable = /\$(?:\{[^}]*\}|\w+|\([^)]*\))/y;
          variable.lastIndex = at;
          const name = variable.exec(chars)?.[0];
          if (name !== undefined) notes.add(`${name} is a variable of the shell: fill it in.`);
          word += name ?? inner;
          at += name?.length ?? 1;
        }
      }
      at += 1;
    } else if (char === ' ' || char === '\t') {
      endWord();
      at += 1;
    } else if (/[\n;|]/.test(char)) {
      endCommand();
      at += 1;
    } else if (char === '#' && word === undefined) {
      const end = chars.indexOf('\n', at);
      at = end < 0 ? chars.length : end;
    } else {
      word = (word ?? '') + char;
      at += 1;
    }
  }
  endCommand();
  return { ok: true, commands, notes: [...notes] };
};

const unclosed = (quote: string): ShellRead => ({
  ok: false,
  message: `A quote ${quote} is not closed: copy the whole command and paste it again.`,
});
