import { escapes } from './powershell-escapes.ts';

/** What a PowerShell expression comes to without running anything. */
export type PsValue =
  | string
  | number
  | boolean
  | null
  | { readonly hash: readonly (readonly [name: string, value: PsValue])[] }
  /** `New-Object Type(…)`, `[Type]::Method(…)` or a command in parentheses: its name in lower case and what it is given. */
  | { readonly made: string; readonly from: readonly PsValue[] };

export type PsStatement =
  /** `$session.UserAgent = …`; the name in lower case, without `$`. */
  | { readonly kind: 'assign'; readonly to: string; readonly value: PsValue }
  /** `$session.Cookies.Add(…)` */
  | { readonly kind: 'call'; readonly of: string; readonly given: readonly PsValue[] }
  /** Names in lower case; a switch is `true`. What stands without a name is in order. */
  | {
      readonly kind: 'command';
      readonly name: string;
      readonly named: readonly (readonly [name: string, value: PsValue])[];
      readonly given: readonly PsValue[];
    };

/** Text that is no literal, or is not closed. */
export class NotReadable extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`not readable at ${at}`);
    this.at = at;
  }
}

const DEPTH = 60;

/** A value as PowerShell would print it into a string; of an object, what it was made from. */
export const psText = (value: PsValue): string => {
  if (value === null) return '';
  if (typeof value !== 'object')
    return typeof value === 'boolean' ? (value ? 'True' : 'False') : String(value);
  if ('hash' in value) return 'System.Collections.Hashtable';
  const [first = ''] = value.from;
  return value.made === 'char' && typeof first === 'number' ? String.fromCharCode(first) : psText(first);
};

/** A value as ConvertTo-Json would write it. */
const psJson = (value: PsValue): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if ('hash' in value) return Object.fromEntries(value.hash.map(([name, member]) => [name, psJson(member)]));
  return value.made === 'array' ? value.from.map(psJson) : psText(value);
};

/**
 * Reads a PowerShell script as far as it is literals, assignments and commands (about_Quoting_Rules, about_Hash_Tables,
 * about_Parsing). `unknown` collects the variables that the script does not say.
 */
export class PsReader {
  readonly unknown = new Set<string>();
  readonly #text: string;
  readonly #variables = new Map<string, PsValue>();
  #at = 0;

  constructor(text: string) {
    this.#text = text.replace(/\r\n?/g, '\n');
  }

  /** @throws NotReadable */
  statements(): readonly PsStatement[] {
    const found: PsStatement[] = [];
    for (;;) {
      this.#match(/(?:[\s;]|#[^\n]*)*/y);
      if (this.#at >= this.#text.length) return found;
      found.push(this.#statement());
      // What is done with the answer says nothing of the request.
      if (this.#next() === '|') this.#match(/[^\n;]*/y);
    }
  }

  #statement(): PsStatement {
    const target = this.#match(/\$[\w:]+(?:\.\w+)*/y)
      ?.slice(1)
      .toLowerCase();
    if (target === undefined) return this.#command(0);
    if (this.#takes('(')) return { kind: 'call', of: target, given: this.#list(')', 0) };
    if (!this.#takes('=')) throw new NotReadable(this.#at);
    this.#blank();
    if (this.#isCommand()) return this.#command(0);
    const value = this.#value(0);
    this.#variables.set(target, value);
    return { kind: 'assign', to: target, value };
  }

  #isCommand(): boolean {
    return (
      /[A-Za-z]+-?[A-Za-z]*[\s]/y.test(this.#text.slice(this.#at, this.#at + 60)) && !this.#isNewObject()
    );
  }

  #isNewObject(): boolean {
    return /^New-Object\s/i.test(this.#text.slice(this.#at, this.#at + 12));
  }

  #command(depth: number): Extract<PsStatement, { kind: 'command' }> {
    const name = this.#match(/[\w.-]+/y);
    if (name === undefined) throw new NotReadable(this.#at);
    const named: (readonly [string, PsValue])[] = [];
    const given: PsValue[] = [];
    for (let next = this.#next(); !/^[\n;|)}]?$/.test(next); next = this.#next()) {
      const parameter = this.#match(/-[A-Za-z]\w*:?/y)
        ?.replace(/^-|:$/g, '')
        .toLowerCase();
      const splatted = parameter === undefined ? this.#match(/@\w+/y)?.slice(1).toLowerCase() : undefined;
      if (splatted !== undefined) named.push(...this.#splatted(splatted));
      else if (parameter === undefined) given.push(this.#value(depth, true));
      else if (/^(?:[\n;|)}]|-[A-Za-z]|)$/.test(this.#next() === '-' ? this.#peek(2) : this.#next()))
        named.push([parameter, true]);
      else named.push([parameter, this.#value(depth, true)]);
    }
    return { kind: 'command', name: name.toLowerCase(), named, given };
  }

  #splatted(name: string): readonly (readonly [string, PsValue])[] {
    const value = this.#variables.get(name);
    if (typeof value !== 'object' || value === null || !('hash' in value)) throw new NotReadable(this.#at);
    return value.hash.map(([key, one]) => [key.toLowerCase(), one]);
  }

  /** `asArgument`: a bare word is a text. */
  #value(depth: number, asArgument = false): PsValue {
    if (depth > DEPTH) throw new NotReadable(this.#at);
    let value = this.#single(depth, asArgument);
    if (asArgument) return value;
    while (this.#takes('+')) {
      this.#anyBlank();
      value = `${psText(value)}${psText(this.#single(depth, false))}`;
    }
    return value;
  }

  #single(depth: number, asArgument: boolean): PsValue {
    this.#blank();
    const here = this.#match(/@(["'])[ \t]*\n([\s\S]*?)\n\1@/y);
    if (here !== undefined) return here.replace(/^@["'][ \t]*\n|\n["']@$/g, '');
    if (this.#takes('@{')) return this.#hash(depth + 1);
    if (this.#takes('@(')) return { made: 'array', from: this.#list(')', depth + 1) };
    if (this.#takes('(')) return this.#inParentheses(depth + 1);
    if (this.#peek(1) === "'") return this.#plainString();
    if (this.#takes('"')) return this.#string(depth);
    if (this.#peek(1) === '$') return this.#variable();
    if (this.#peek(1) === '[') return this.#typed(depth);
    if (this.#isNewObject()) return this.#newObject(depth);
    const word = this.#match(asArgument ? /[^\s;|)},]+/y : /-?\d+(?:\.\d+)?/y);
    if (word === undefined) throw new NotReadable(this.#at);
    return /^-?\d+$/.test(word) ? Number(word) : word;
  }

  #inParentheses(depth: number): PsValue {
    this.#anyBlank();
    const value = this.#isCommand() ? this.#madeBy(this.#command(depth)) : this.#value(depth);
    const json = /^\s*\|\s*ConvertTo-Json\b[^)]*/i.exec(this.#text.slice(this.#at));
    if (json !== null) this.#at += json[0].length;
    this.#anyBlank();
    if (!this.#takes(')')) throw new NotReadable(this.#at);
    return json === null ? value : JSON.stringify(psJson(value));
  }

  #madeBy({ name, named, given }: Extract<PsStatement, { kind: 'command' }>): PsValue {
    return { made: name, from: [...given, ...named.map(([, value]) => value)] };
  }

  #newObject(depth: number): PsValue {
    const made =
      this.#match(/New-Object\s+(?:-TypeName\s+)?[\w.]+/iy)
        ?.split(/\s+/)
        .at(-1) ?? '';
    const from = this.#takes('(') ? this.#list(')', depth + 1) : [];
    return { made: made.toLowerCase(), from };
  }

  /** A cast, or a static method. */
  #typed(depth: number): PsValue {
    const type = this.#match(/\[[\w.[\]]+?\](?:::\w+(?:\.\w+)*)?/y)
      ?.replace(/[[\]]/g, '')
      .toLowerCase();
    if (type === undefined) throw new NotReadable(this.#at);
    if (this.#takes('(')) return { made: type, from: this.#list(')', depth + 1) };
    return { made: type, from: [this.#single(depth + 1, false)] };
  }

  #hash(depth: number): PsValue {
    const hash: (readonly [string, PsValue])[] = [];
    for (;;) {
      this.#match(/(?:[\s;]|`\n|#[^\n]*)*/y);
      if (this.#takes('}')) return { hash };
      const bare = this.#match(/[A-Za-z_][\w-]*/y);
      const name = bare ?? psText(this.#single(depth, false));
      if (!this.#takes('=')) throw new NotReadable(this.#at);
      this.#anyBlank();
      hash.push([name, this.#value(depth)]);
    }
  }

  #list(end: string, depth: number): readonly PsValue[] {
    const values: PsValue[] = [];
    for (;;) {
      this.#anyBlank();
      if (this.#takes(end)) return values;
      values.push(this.#value(depth));
      this.#anyBlank();
      this.#takes(',');
    }
  }

  #plainString(): string {
    const found = this.#match(/'(?:[^']|'')*'/y);
    if (found === undefined) throw new NotReadable(this.#at);
    return found.slice(1, -1).replaceAll("''", "'");
  }

  #string(depth: number): string {
    let read = '';
    for (;;) {
      read += this.#match(/[^"`$]*/y) ?? '';
      if (this.#takes('""')) read += '"';
      else if (this.#takes('"')) return read;
      else if (this.#takes('$(')) read += psText(this.#inParentheses(depth + 1));
      else if (this.#peek(1) === '$') read += psText(this.#variable());
      else if (this.#takes('`')) {
        const escaped = this.#peek(1);
        this.#at += 1;
        read += escaped === '\n' ? '' : (escapes[escaped] ?? escaped);
      } else throw new NotReadable(this.#at);
    }
  }

  /** One that the script does not say stays as it is written. */
  #variable(): PsValue {
    const written = this.#match(/\$(?:\{[^}]*\}|[\w:]+(?:\.\w+)*)?/y) ?? '$';
    const name = written.replace(/[${}]/g, '').toLowerCase();
    if (name === 'true' || name === 'false') return name === 'true';
    if (name === 'null') return null;
    const known = this.#variables.get(name);
    if (known === undefined && name !== '') this.unknown.add(written);
    return known ?? written;
  }

  /** The next character behind blanks; empty at the end. */
  #next(): string {
    this.#blank();
    return this.#peek(1);
  }

  #peek(count: number): string {
    return this.#text.slice(this.#at, this.#at + count);
  }

  #blank(): void {
    this.#match(/(?:[ \t]|`\n|<#[\s\S]*?#>)*/y);
  }

  #anyBlank(): void {
    this.#match(/(?:\s|`\n)*/y);
  }

  #takes(mark: string): boolean {
    // Inside a string a blank counts.
    if (!/["`$]/.test(mark)) this.#blank();
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }
}
