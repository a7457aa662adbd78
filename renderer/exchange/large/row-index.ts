import { GrowingNumbers } from './growing-numbers.ts';

/**
 * A longer row goes on in rows of its own. Every row is as high as the others, so that the place of any row is known
 * without drawing those before it.
 */
export const rowBytes = 120;

const continuesBit = 0x8000;
const inStringBit = 0x4000;
const depthBits = 0x3fff;

/** One row, as bytes of the body from `start` up to the next row's. */
export interface IndexedRow {
  readonly start: number;
  readonly end: number;
  /** How many objects and lists are around it; 0 in plain text. */
  readonly depth: number;
  /** It goes on with the row above. */
  readonly continues: boolean;
  /** It begins within a JSON string. */
  readonly inString: boolean;
}

/** Where the rows of a body begin: six bytes a row, whatever the row holds. */
export class RowIndex {
  readonly #starts = new GrowingNumbers((length) => new Uint32Array(length));
  readonly #shapes = new GrowingNumbers((length) => new Uint16Array(length));
  #end = 0;

  get count(): number {
    return this.#starts.length;
  }

  begin(start: number, depth = 0, continues = false, inString = false): void {
    this.#starts.push(start);
    this.#shapes.push(
      Math.min(depth, depthBits) | (continues ? continuesBit : 0) | (inString ? inStringBit : 0),
    );
  }

  /** So many bytes were looked at. */
  extendTo(end: number): void {
    this.#end = end;
  }

  row(index: number): IndexedRow {
    const shape = this.#shapes.at(index);
    return {
      start: this.#starts.at(index),
      end: index + 1 < this.count ? this.#starts.at(index + 1) : this.#end,
      depth: shape & depthBits,
      continues: (shape & continuesBit) !== 0,
      inString: (shape & inStringBit) !== 0,
    };
  }

  depthOf(index: number): number {
    return this.#shapes.at(index) & depthBits;
  }

  continuesAt(index: number): boolean {
    return (this.#shapes.at(index) & continuesBit) !== 0;
  }

  /** The row that holds this byte. */
  rowAt(offset: number): number {
    let [low, high] = [0, Math.max(0, this.count - 1)];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (this.#starts.at(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
