import { utf8ByteString } from '../exchange/bytes.ts';
import { splitArgv } from './windows-argv.ts';
import type { ShellCommand, ShellRead } from './shell-command.ts';

/** Whether a curl command is written for cmd.exe: carets before quotes or at line ends, or before what cmd knows. */
export const looksLikeCmd = (text: string): boolean =>
  /\s\^"|\^\s*(?:\r?\n|$)|"[^"\n]*\^[\\%&[\]{}|<>]/.test(text) && !/\\\r?\n/.test(text);

/**
 * Splits a text as cmd.exe hands it to a program: first cmd's own carets, quotes and ends of commands, then the
 * argument rules of Microsoft's C runtime. A variable (`%NAME%`) stays as text and is noted.
 */
export const readCmdWords = (text: string): ShellRead => {
  const notes = new Set<string>();
  const commands: ShellCommand[] = [];
  for (const line of linesOf(text)) {
    for (const [name] of line.matchAll(/%[A-Za-z_][\w()]*%/g)) {
      notes.add(`${name} is a variable of the shell: fill it in.`);
    }
    const words = splitArgv(line);
    if (words.length > 0) commands.push({ words: words.map(utf8ByteString) });
  }
  return { ok: true, commands, notes: [...notes] };
};

/** Commands after cmd.exe has taken out its carets. */
const linesOf = (text: string): readonly string[] => {
  const lines: string[] = [];
  let line = '';
  let quoted = false;
  const end = (): void => {
    lines.push(line);
    line = '';
    quoted = false;
  };
  const chars = text.replace(/\r\n?/g, '\n');
  const legacy = isLegacy(chars);
  for (let at = 0; at < chars.length; at += 1) {
    const char = chars[at] ?? '';
    if (char === '^' && (!quoted || legacy)) {
      // At a line end a caret joins the next line, whose first character then loses its meaning too.
      at += chars[at + 1] === '\n' ? 2 : 1;
      line += chars[at] ?? '';
    } else if (char === '\n' || (!quoted && (char === '&' || char === '|'))) end();
    else {
      if (char === '"') quoted = !quoted;
      line += char;
    }
  }
  end();
  return lines;
};

/**
 * Older browsers wrote carets within plain quotes too, where cmd.exe keeps them; they were meant as cmd's, so in such a
 * text every caret counts.
 */
const isLegacy = (text: string): boolean => /(^|\s)"[^"\n]*\^[^\w\s"]/.test(text);
