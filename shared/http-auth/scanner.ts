import type { AuthParam, AuthProblem } from './auth.ts';

/** Reads the grammar of RFC 9110 §5.6 and §11 from left to right; a fault is noted and reading goes on behind it. */
export class Scanner {
  readonly text: string;
  readonly problems: AuthProblem[] = [];
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get done(): boolean {
    return this.at >= this.text.length;
  }

  get next(): string {
    return this.text.charAt(this.at);
  }

  problem(expected: string, at = this.at): void {
    this.problems.push({ at, expected });
  }

  /** Spaces, tabs and folded lines (obs-fold); tells whether there were any. */
  space(): boolean {
    return this.take(/(?:[ \t]|\r?\n[ \t])+/y) !== '';
  }

  /** Empty list elements and the white space around them (RFC 9110 §5.6.1.2). */
  separators(): boolean {
    return /,/.test(this.take(/(?:[ \t,]|\r?\n[ \t])+/y));
  }

  token(): string {
    return this.take(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+/y);
  }

  /** token68 that is a whole list element, or nothing. */
  token68(): string | undefined {
    const from = this.at;
    const value = this.take(/[A-Za-z0-9\-._~+/]+=*/y);
    const end = this.at;
    this.space();
    const whole = value !== '' && (this.done || this.next === ',');
    this.at = whole ? end : from;
    return whole ? value : undefined;
  }

  /** Whether `name =` stands here. */
  startsParam(): boolean {
    return this.peek(/[!#$%&'*+\-.^_`|~0-9A-Za-z]+[ \t]*=/y);
  }

  param(): AuthParam {
    const start = this.at;
    const spelled = this.token();
    this.space();
    this.at += 1;
    this.space();
    const quoted = this.next === '"';
    const value = quoted ? this.quotedString() : this.bareValue();
    return { name: spelled.toLowerCase(), spelled, value, quoted, span: { start, end: this.at } };
  }

  skipToComma(): void {
    this.take(/[^,]+/y);
  }

  private quotedString(): string {
    const open = this.at;
    this.at += 1;
    let value = '';
    while (!this.done && this.next !== '"') {
      if (this.next === '\\' && this.at + 1 < this.text.length) this.at += 1;
      value += this.next;
      this.at += 1;
    }
    if (this.done) this.problem('a closing quote', open);
    else this.at += 1;
    return value;
  }

  private bareValue(): string {
    const start = this.at;
    const value = this.take(/[^ \t,\r\n]+/y);
    if (value === '') this.problem('a value', start);
    else if (!/^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/.test(value)) this.problem('a quoted value', start);
    return value;
  }

  private take(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0] ?? '';
    this.at += found.length;
    return found;
  }

  private peek(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    return pattern.test(this.text);
  }
}
