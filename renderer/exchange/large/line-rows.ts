import { rowBytes, RowIndex } from './row-index.ts';

const newline = 0x0a;

/** A byte that goes on with a character of UTF-8. */
export const isWithinCharacter = (byte: number): boolean => (byte & 0xc0) === 0x80;

/** Finds the rows of plain text, piece by piece: its lines, the long ones cut between characters. */
export class LineRows {
  readonly index = new RowIndex();
  #rowStart = 0;
  #ended = true;

  /** `bytes` is the whole body as far as it is there; what lies before `from` was seen already. */
  read(bytes: Uint8Array, from: number): void {
    for (let at = from; at < bytes.length; at += 1) {
      const byte = bytes[at] ?? 0;
      if (this.#ended) this.#begin(at, false);
      else if (at - this.#rowStart >= rowBytes && byte !== newline && !isWithinCharacter(byte))
        this.#begin(at, true);
      this.#ended = byte === newline;
    }
    this.index.extendTo(bytes.length);
  }

  #begin(at: number, continues: boolean): void {
    this.index.begin(at, 0, continues);
    this.#rowStart = at;
  }
}
