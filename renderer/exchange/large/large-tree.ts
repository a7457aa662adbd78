import { closes, opens } from './json-lines.ts';
import { nameSpan } from './drawn-row.ts';
import { stepOf } from '../json-rows.ts';
import type { IndexedRow, RowIndex } from './row-index.ts';

const openAtFirst = 2;
const comma = 0x2c;
const curly = 0x7b;
const curlyEnd = 0x7d;
const longest = 2_000;
const decoder = new TextDecoder();

/** The last byte of a row that is neither space nor a comma. */
const lastByte = (bytes: Uint8Array, row: IndexedRow): number => {
  for (let at = row.end - 1; at >= row.start; at -= 1) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x20 && byte !== comma) return byte;
  }
  return 0;
};

/** A row of the tree, by its row in the laid-out text. */
export interface TreeLine {
  readonly row: number;
  readonly name: string | undefined;
  readonly kind: 'object' | 'array' | 'value';
  /** How many members or elements it has; 0 for a value and for what is empty. */
  readonly size: number;
  /** Text of a value, as JSON. */
  readonly value: string;
  /** Absent where there is nothing to open. */
  readonly isOpen?: boolean;
}

/**
 * The tree of a JSON body that is too large to be read into values: what is open and what is not, over the rows of the
 * laid-out text.
 */
export class LargeTree {
  readonly #bytes: Uint8Array;
  readonly #index: RowIndex;
  readonly #turned = new Set<number>();
  #shown: readonly number[] = [];

  constructor(bytes: Uint8Array, index: RowIndex) {
    this.#bytes = bytes;
    this.#index = index;
    this.#show();
  }

  get count(): number {
    return this.#shown.length;
  }

  lines(from: number, count: number): readonly TreeLine[] {
    return this.#shown.slice(from, from + count).map((row) => this.#line(row));
  }

  /** Opens what is closed, and the other way round. */
  turn(row: number): void {
    if (!this.#turned.delete(row)) this.#turned.add(row);
    this.#show();
  }

  /** A normalized path, `$['a'][0]` (RFC 9535 §2.7). */
  pathOf(row: number): string {
    const steps: string[] = [];
    let at = row;
    while (this.#index.depthOf(at) > 0) {
      const depth = this.#index.depthOf(at);
      const name = this.#nameOf(at);
      let before = 0;
      let parent = at - 1;
      for (; parent > 0 && this.#index.depthOf(parent) >= depth; parent -= 1) {
        if (this.#index.depthOf(parent) === depth && this.#isValue(parent)) before += 1;
      }
      steps.unshift(stepOf(name ?? before));
      at = parent;
    }
    return `$${steps.join('')}`;
  }

  #nameOf(row: number): string | undefined {
    const span = nameSpan(this.#bytes, this.#index.row(row));
    if (span === undefined) return undefined;
    const text = decoder.decode(this.#bytes.subarray(span.start, span.end));
    try {
      return String(JSON.parse(text));
    } catch {
      return text.slice(1, -1);
    }
  }

  /** Neither the end of what was opened above nor the rest of a long row. */
  #isValue(row: number): boolean {
    return !this.#index.continuesAt(row) && !closes(this.#bytes[this.#index.row(row).start] ?? 0);
  }

  /** The row with those that go on with it. */
  #whole(row: number): IndexedRow {
    let last = row;
    while (this.#index.continuesAt(last + 1)) last += 1;
    return { ...this.#index.row(row), end: this.#index.row(last).end };
  }

  #opensAt(row: number): boolean {
    return opens(lastByte(this.#bytes, this.#whole(row)));
  }

  #isOpen(row: number): boolean {
    return this.#index.depthOf(row) < openAtFirst !== this.#turned.has(row);
  }

  #show(): void {
    const shown: number[] = [];
    let hiddenBelow = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.#index.count; row += 1) {
      const depth = this.#index.depthOf(row);
      if (depth > hiddenBelow) continue;
      hiddenBelow = Number.POSITIVE_INFINITY;
      if (!this.#isValue(row)) continue;
      shown.push(row);
      if (this.#opensAt(row) && !this.#isOpen(row)) hiddenBelow = depth;
    }
    this.#shown = shown;
  }

  #line(row: number): TreeLine {
    const whole = this.#whole(row);
    const last = lastByte(this.#bytes, whole);
    const name = this.#nameOf(row);
    if (opens(last)) {
      const kind = last === curly ? 'object' : 'array';
      return { row, name, kind, size: this.#sizeOf(row), isOpen: this.#isOpen(row), value: '' };
    }
    if (closes(last)) return { row, name, kind: last === curlyEnd ? 'object' : 'array', size: 0, value: '' };
    return { row, name, kind: 'value', size: 0, value: this.#valueIn(whole) };
  }

  /** The value as it stands there, cut where it is long. */
  #valueIn(row: IndexedRow): string {
    const behind = nameSpan(this.#bytes, row)?.end ?? row.start;
    const end = Math.min(row.end, behind + longest);
    const text = decoder.decode(this.#bytes.subarray(behind, end)).replace(/^\s*:?\s*/, '');
    return end < row.end ? `${text}…` : text.replace(/[\s,]+$/, '');
  }

  #sizeOf(row: number): number {
    const inner = this.#index.depthOf(row) + 1;
    let size = 0;
    for (let at = row + 1; at < this.#index.count && this.#index.depthOf(at) >= inner; at += 1) {
      if (this.#index.depthOf(at) === inner && this.#isValue(at)) size += 1;
    }
    return size;
  }
}
