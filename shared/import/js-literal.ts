/** What the reader makes of an expression: plain data, or a mark for what it does not know. */
export type JsValue =
  string | number | boolean | null | undefined | readonly JsValue[] | { readonly [name: string]: JsValue };

export class NotALiteral extends Error {
  readonly at: number;

  constructor(at: number) {
    super(`no literal at ${at}`);
    this.at = at;
  }
}

const DEPTH = 60;

const escapes: Readonly<Record<string, string>> = {
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  0: '\0',
};

/**
 * Reads JavaScript literals without running anything: strings of all three kinds, numbers, objects, arrays, `+` between
 * strings, and the few calls that appear in copied requests (`JSON.stringify`, `new Headers`, `new URLSearchParams`).
 * Throws `NotALiteral` for anything else; callers catch it.
 */
export class JsReader {
  #at: number;
  readonly #text: string;

  constructor(text: string, at = 0) {
    this.#text = text;
    this.#at = at;
  }

  /** Takes this piece of punctuation, if it comes next. */
  takes(mark: string): boolean {
    this.#blank();
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    return true;
  }

  value(depth = 0): JsValue {
    if (depth > DEPTH) throw new NotALiteral(this.#at);
    let value = this.#single(depth);
    while (this.takes('+')) value = `${text(value)}${text(this.#single(depth))}`;
    return value;
  }

  #blank(): void {
    const skipped = /(?:\s|\/\/[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)*/y;
    skipped.lastIndex = this.#at;
    this.#at += skipped.exec(this.#text)?.[0].length ?? 0;
  }

  #expect(mark: string): void {
    if (!this.takes(mark)) throw new NotALiteral(this.#at);
  }

  #match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #single(depth: number): JsValue {
    this.#blank();
    const char = this.#text[this.#at];
    if (char === '"' || char === "'" || char === '`') return this.#string(char);
    if (this.takes('{')) return this.#object(depth);
    if (this.takes('[')) return this.#array(depth);
    if (this.takes('(')) {
      const inner = this.value(depth + 1);
      this.#expect(')');
      return inner;
    }
    const number = this.#match(/-?(?:0x[0-9a-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?)/iy);
    if (number !== undefined) return Number(number);
    const word = this.#match(/(?:new\s+)?[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*/y) ?? '';
    return this.#word(word.replace(/\s+/g, ' '), depth);
  }

  #word(word: string, depth: number): JsValue {
    switch (word) {
      case 'true':
        return true;
      case 'false':
        return false;
      case 'null':
        return null;
      case 'undefined':
        return undefined;
      case 'JSON.stringify':
        return JSON.stringify(this.#argument(depth)) ?? '';
      case 'new Headers':
      case 'Object.fromEntries':
        return this.#argument(depth);
      case 'new URL':
      case 'String':
        return text(this.#argument(depth));
      case 'new URLSearchParams':
        return searchParams(this.#argument(depth));
      case 'btoa':
        return base64(text(this.#argument(depth)), this.#at);
      default:
        throw new NotALiteral(this.#at);
    }
  }

  #argument(depth: number): JsValue {
    this.#expect('(');
    const value = this.value(depth + 1);
    this.takes(',');
    this.#expect(')');
    return value;
  }

  #object(depth: number): JsValue {
    const entries: [string, JsValue][] = [];
    while (!this.takes('}')) {
      this.#blank();
      const char = this.#text[this.#at];
      const name = char === '"' || char === "'" ? this.#string(char) : this.#match(/[A-Za-z_$][\w$]*|\d+/y);
      if (name === undefined) throw new NotALiteral(this.#at);
      this.#expect(':');
      entries.push([name, this.value(depth + 1)]);
      if (!this.takes(',')) {
        this.#expect('}');
        break;
      }
    }
    return Object.fromEntries(entries);
  }

  #array(depth: number): JsValue {
    const items: JsValue[] = [];
    while (!this.takes(']')) {
      items.push(this.value(depth + 1));
      if (!this.takes(',')) {
        this.#expect(']');
        break;
      }
    }
    return items;
  }

  #string(quote: string): string {
    this.#at += 1;
    let value = '';
    for (;;) {
      const char = this.#text[this.#at];
      if (char === undefined || (char === '\n' && quote !== '`')) throw new NotALiteral(this.#at);
      this.#at += 1;
      if (char === quote) return value;
      if (quote === '`' && char === '$' && this.#text[this.#at] === '{') throw new NotALiteral(this.#at);
      value += char === '\\' ? this.#escape() : char;
    }
  }

  #escape(): string {
    const code = this.#match(/u[0-9a-fA-F]{4}|u\{[0-9a-fA-F]{1,6}\}|x[0-9a-fA-F]{2}/y);
    if (code !== undefined) {
      const point = Number.parseInt(code.replace(/[ux{}]/g, ''), 16);
      if (point > 0x10ffff) throw new NotALiteral(this.#at);
      return code.startsWith('u{') ? String.fromCodePoint(point) : String.fromCharCode(point);
    }
    const char = this.#match(/\r\n|[\s\S]/y) ?? '';
    return /^[\r\n\u2028\u2029]/.test(char) ? '' : (escapes[char] ?? char);
  }
}

const text = (value: JsValue): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';

/** Pairs of a list or an object, values as text. */
export const pairsOf = (value: JsValue): readonly (readonly [string, string])[] => {
  if (typeof value !== 'object' || value === null) return [];
  if (isList(value)) {
    return value.flatMap((pair) => (isListOrNot(pair) ? [[text(pair[0]), text(pair[1])] as const] : []));
  }
  return Object.entries(value).map(([name, held]) => [name, text(held)] as const);
};

const isList = (
  value: readonly JsValue[] | { readonly [name: string]: JsValue },
): value is readonly JsValue[] => Array.isArray(value);

const isListOrNot = (value: JsValue): value is readonly JsValue[] => Array.isArray(value);

const searchParams = (value: JsValue): string =>
  typeof value === 'string' ? value.replace(/^\?/, '') : new URLSearchParams(pairsOf(value)).toString();

const base64 = (latin1: string, at: number): string => {
  if (!/^[\u0000-\u00ff]*$/.test(latin1)) throw new NotALiteral(at); // oxlint-disable-line no-control-regex -- the range of btoa
  return btoa(latin1);
};
