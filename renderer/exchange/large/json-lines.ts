import { isWithinCharacter } from './line-rows.ts';
import { rowBytes, RowIndex } from './row-index.ts';

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;

export const isSpace = (byte: number): boolean =>
  byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;
export const opens = (byte: number): boolean => byte === 0x7b || byte === 0x5b;
export const closes = (byte: number): boolean => byte === 0x7d || byte === 0x5d;

/**
 * Finds where the rows of laid-out JSON begin, piece by piece, without reading it and without a second copy: each row is
 * a stretch of the body itself. What is not JSON gets rows as well.
 */
export class JsonLines {
  readonly index = new RowIndex();
  #depth = 0;
  #rowStart = 0;
  #pending = true;
  #opened = false;
  #inString = false;
  #escaped = false;

  /** `bytes` is the whole body as far as it is there; what lies before `from` was seen already. */
  read(bytes: Uint8Array, from: number): void {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#inString) this.#string(byte, at);
      else if (!isSpace(byte)) this.#mark(byte, at);
    }
    this.index.extendTo(bytes.length);
  }

  #string(byte: number, at: number): void {
    if (at - this.#rowStart >= rowBytes && !this.#escaped && !isWithinCharacter(byte))
      this.#begin(at, true, true);
    if (this.#escaped) this.#escaped = false;
    else if (byte === backslash) this.#escaped = true;
    else if (byte === quote) this.#inString = false;
  }

  #mark(byte: number, at: number): void {
    if (closes(byte)) {
      this.#depth = Math.max(0, this.#depth - 1);
      // Nothing stands in it: it is closed where it was opened.
      if (!this.#opened) this.#begin(at);
    } else if (this.#pending) this.#begin(at);
    else if (at - this.#rowStart >= rowBytes && !isWithinCharacter(byte)) this.#begin(at, true);
    this.#pending = byte === comma || opens(byte);
    this.#opened = opens(byte);
    if (this.#opened) this.#depth += 1;
    this.#inString = byte === quote;
  }

  #begin(at: number, continues = false, inString = false): void {
    this.index.begin(at, this.#depth, continues, inString);
    this.#rowStart = at;
    this.#pending = false;
  }
}
