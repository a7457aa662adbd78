import { utf8ByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { ansiCEscape } from './ansi-c.ts';
import type { ShellCommand, ShellRead } from './shell-command.ts';

/**
 * Splits a text into commands and words as bash does (POSIX XCU §2.2, Bash manual §3.1.2), without running anything:
 * expansions stay as they are written and are noted. Two broken pastes are mended, with a note: option lines whose
 * backslash at the line end got lost, and an address that an unquoted & would cut off.
 */
export const readPosixWords = (text: string): ShellRead => {
  const reader = new Reader(text);
  try {
    reader.run();
  } catch (error) {
    if (error instanceof Unfinished) return { ok: false, message: error.message };
    throw error;
  }
  return { ok: true, commands: reader.commands, notes: [...reader.notes] };
};

class Unfinished extends Error {}

const unclosed = (quote: string): Unfinished =>
  new Unfinished(`A quote ${quote} is not closed: copy the whole command and paste it again.`);

const blank = /[ \t]/;
const operator = /[;&|<>()]/;
const plain = /[^\s\\'"`$#;&|<>()]*/y;
const plainInDouble = /[^"\\`$]*/y;
const plainInAnsiC = /[^'\\]*/y;

class Reader {
  readonly commands: ShellCommand[] = [];
  readonly notes = new Set<string>();
  readonly #text: string;
  #at = 0;
  #words: string[] = [];
  #stdin: ShellCommand['stdin'];
  /** The word being read, as bytes; absent between words, empty for a word like ''. */
  #word: string | undefined;
  /** What the next word is for, after a redirection. */
  #target: 'file' | 'text' | 'elsewhere' | undefined;
  #documents: { readonly end: string; readonly tabs: boolean }[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  run(): void {
    while (this.#at < this.#text.length) this.#step();
    this.#endCommand();
  }

  #step(): void {
    const text = this.#text;
    const char = text[this.#at] ?? '';
    if (char === '\\') this.#backslash();
    else if (char === "'") this.#single();
    else if (char === '"') this.#double();
    else if (char === '`') this.#keep(this.#closing('`', this.#at + 1) + 1, 'a command substitution');
    else if (char === '$') this.#dollar();
    else if (char === '\n' || (char === '\r' && text[this.#at + 1] === '\n')) this.#lineEnd();
    else if (blank.test(char)) {
      this.#endWord();
      this.#at += 1;
    } else if (char === '#' && this.#word === undefined) {
      const end = text.indexOf('\n', this.#at);
      this.#at = end < 0 ? text.length : end;
    } else if (operator.test(char)) this.#operator(char);
    else {
      this.#run(plain);
    }
  }

  /** Takes one character, and all plain ones behind it. */
  #run(pattern: RegExp): void {
    pattern.lastIndex = this.#at + 1;
    const end = this.#at + 1 + (pattern.exec(this.#text)?.[0].length ?? 0);
    this.#append(utf8ByteString(this.#text.slice(this.#at, end)));
    this.#at = end;
  }

  #append(bytes: string): void {
    this.#word = (this.#word ?? '') + bytes;
  }

  /** Takes the text up to `end` as it stands. */
  #keep(end: number, what: string): void {
    const kept = this.#text.slice(this.#at, end);
    this.#append(utf8ByteString(kept));
    this.notes.add(`${kept.length > 40 ? `${kept.slice(0, 40)}…` : kept} is ${what}: fill it in.`);
    this.#at = end;
  }

  #closing(quote: string, from: number): number {
    for (let at = from; at < this.#text.length; at += 1) {
      if (this.#text[at] === '\\' && quote !== "'") at += 1;
      else if (this.#text[at] === quote) return at;
    }
    throw unclosed(quote);
  }

  #backslash(): void {
    const lineEnd = /^\\(\r?\n|$)/.exec(this.#text.slice(this.#at, this.#at + 3));
    if (lineEnd !== null) {
      this.#at += lineEnd[0].length;
      return;
    }
    const point = String.fromCodePoint(this.#text.codePointAt(this.#at + 1) ?? 0);
    this.#append(utf8ByteString(point));
    this.#at += 1 + point.length;
  }

  #single(): void {
    const end = this.#closing("'", this.#at + 1);
    this.#append(utf8ByteString(this.#text.slice(this.#at + 1, end)));
    this.#at = end + 1;
  }

  #double(): void {
    this.#append('');
    this.#at += 1;
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) throw unclosed('"');
      if (char === '"') break;
      const following = this.#text[this.#at + 1] ?? '';
      if (char === '\\' && /[$`"\\]/.test(following)) {
        this.#append(following);
        this.#at += 2;
      } else if (char === '\\' && following === '\n') this.#at += 2;
      else if (char === '\\' && following === '\r' && this.#text[this.#at + 2] === '\n') this.#at += 3;
      else if (char === '`') this.#keep(this.#closing('`', this.#at + 1) + 1, 'a command substitution');
      else if (char === '$') this.#expansion();
      else this.#run(plainInDouble);
    }
    this.#at += 1;
  }

  #dollar(): void {
    const following = this.#text[this.#at + 1];
    if (following === "'") this.#ansiC();
    else if (following === '"') {
      this.#at += 1;
      this.#double();
    } else this.#expansion();
  }

  #ansiC(): void {
    this.#append('');
    this.#at += 2;
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined) throw unclosed("'");
      if (char === "'") break;
      if (char === '\\') {
        const { bytes, next } = ansiCEscape(this.#text, this.#at + 1);
        this.#append(bytes);
        this.#at = next;
      } else this.#run(plainInAnsiC);
    }
    this.#at += 1;
  }

  /** A variable or command substitution stays as text; a lone $ is itself. */
  #expansion(): void {
    const rest = this.#text.slice(this.#at);
    const variable = /^\$(?:\{[^}]*\}|[A-Za-z_][A-Za-z0-9_]*|[0-9@*#?$!-])/.exec(rest);
    if (rest.startsWith('$(')) {
      let depth = 0;
      let end = this.#at + 1;
      do {
        if (this.#text[end] === '(') depth += 1;
        if (this.#text[end] === ')') depth -= 1;
        end += 1;
      } while (depth > 0 && end < this.#text.length);
      this.#keep(end, 'a command substitution');
    } else if (variable !== null) this.#keep(this.#at + variable[0].length, 'a variable of the shell');
    else {
      this.#append('$');
      this.#at += 1;
    }
  }

  #operator(char: string): void {
    if (char === '&' && this.#cutsAddress()) {
      this.notes.add(
        'A shell ends the command at an unquoted &. It was taken as part of the address: quote the address.',
      );
      this.#append('&');
      this.#at += 1;
      return;
    }
    const isDescriptor = (char === '<' || char === '>') && /^[0-9]+$/.test(this.#word ?? '');
    const descriptor = isDescriptor ? this.#word : undefined;
    if (isDescriptor) this.#word = undefined;
    this.#endWord();
    const redirection = /^(<<<|<<-?|<&|<>|<|>>|>&|>\||>|&>>|&>)/.exec(
      this.#text.slice(this.#at, this.#at + 3),
    )?.[0];
    if (redirection !== undefined) {
      this.#at += redirection.length;
      this.#redirect(redirection, descriptor);
      return;
    }
    this.#at += 1;
    this.#endCommand();
  }

  /** An & right inside what looks like a query: `…?a=1&b=2`. */
  #cutsAddress(): boolean {
    return (
      /^(https?:\/\/|[\w.-]+(:\d+)?(?=[/?]))[^\s]*\?/.test(utf8OfBytes(this.#word ?? '')) &&
      /^&[A-Za-z0-9_.~%[\]-]+=/.test(this.#text.slice(this.#at, this.#at + 200))
    );
  }

  #redirect(kind: string, descriptor: string | undefined): void {
    if (kind === '<<' || kind === '<<-') this.#hereDocument(kind === '<<-');
    else if (kind === '<<<') this.#target = 'text';
    else this.#target = kind === '<' && (descriptor ?? '0') === '0' ? 'file' : 'elsewhere';
  }

  #hereDocument(tabs: boolean): void {
    const match = /^[ \t]*(?:'([^'\n]*)'|"([^"\n]*)"|\\?([^\s;&|<>()]+))/.exec(
      this.#text.slice(this.#at, this.#at + 300),
    );
    if (match === null) return;
    this.#documents.push({ end: match[1] ?? match[2] ?? match[3] ?? '', tabs });
    this.#at += match[0].length;
  }

  #lineEnd(): void {
    this.#endWord();
    this.#at = this.#text.indexOf('\n', this.#at) + 1;
    for (const document of this.#documents.splice(0)) this.#readDocument(document);
    const following = /^[ \t]*(-[A-Za-z#]|--[a-z])/.exec(this.#text.slice(this.#at, this.#at + 200));
    if (following !== null && this.#words.length > 0) {
      this.notes.add(
        'Lines that begin with an option were joined to the command: a backslash is missing at a line end.',
      );
      return;
    }
    this.#endCommand();
  }

  #readDocument(document: { readonly end: string; readonly tabs: boolean }): void {
    const lines: string[] = [];
    while (this.#at < this.#text.length) {
      const found = this.#text.indexOf('\n', this.#at);
      const end = found < 0 ? this.#text.length : found;
      const line = this.#text.slice(this.#at, end).replace(/\r$/, '');
      this.#at = Math.min(end + 1, this.#text.length);
      const bare = document.tabs ? line.replace(/^\t+/, '') : line;
      if (bare === document.end) break;
      lines.push(bare);
    }
    this.#stdin = { text: utf8ByteString(lines.map((line) => `${line}\n`).join('')) };
  }

  #endWord(): void {
    if (this.#word === undefined) return;
    const word = this.#word;
    this.#word = undefined;
    const target = this.#target;
    this.#target = undefined;
    if (target === undefined) this.#words.push(word);
    else if (target === 'file') this.#stdin = { file: utf8OfBytes(word) };
    else if (target === 'text') this.#stdin = { text: `${word}\n` };
  }

  #endCommand(): void {
    this.#endWord();
    if (this.#words.length > 0) {
      this.commands.push({
        words: this.#words,
        ...(this.#stdin === undefined ? {} : { stdin: this.#stdin }),
      });
    }
    this.#words = [];
    this.#stdin = undefined;
    this.#target = undefined;
  }
}
