import { bytesToByteString } from '../../../shared/exchange/bytes.ts';
import { bodySpans, maskSecret, maskText } from '../../../shared/exchange/redact.ts';
import { hidesMember } from '../../../shared/exchange/secret-names.ts';
import type { Span } from '../../../shared/http-auth/auth.ts';
import { foundRows, sizeShown, type JsonRow } from '../json-rows.ts';
import { filterJson } from '../json-filter.ts';
import { drawnRow, type DrawnRow } from './drawn-row.ts';
import { findBytes } from './find-bytes.ts';
import { JsonLines } from './json-lines.ts';
import { LargeTree, type TreeLine } from './large-tree.ts';
import { LineRows } from './line-rows.ts';
import type { RowIndex } from './row-index.ts';

export type Form = 'text' | 'json';

/** One line of the tree as it is shown, and its row in the laid-out text. */
export interface LargeTreeRow extends Omit<JsonRow, 'path'> {
  readonly row: number;
}

/** So far around a row a secret may begin or end that hides a part of it. */
const secretReach = 65_536;

const kindOf = (value: string): JsonRow['kind'] =>
  value.startsWith('"')
    ? 'string'
    : value === 'null'
      ? 'null'
      : value === 'true' || value === 'false'
        ? 'boolean'
        : 'number';

/**
 * A body of many megabytes, looked at through small windows: nothing is made of it but where its rows begin. Runs in a
 * worker; knows nothing of one.
 */
export class LargeBody {
  readonly #bytes: Uint8Array;
  readonly #forms: { readonly text: LineRows; json?: JsonLines } = { text: new LineRows() };
  #loaded = 0;
  #places: { readonly at: readonly number[]; readonly length: number } = { at: [], length: 0 };
  #tree: LargeTree | undefined;
  #value: { readonly value: unknown } | undefined;

  /** `size`: bytes that will come. */
  constructor(size: number) {
    this.#bytes = new Uint8Array(size);
  }

  append(piece: Uint8Array): void {
    const before = this.#loaded;
    this.#bytes.set(piece.subarray(0, this.#bytes.length - before), before);
    this.#loaded = Math.min(this.#bytes.length, before + piece.length);
    this.#forms.text.read(this.#there, before);
    this.#forms.json?.read(this.#there, before);
  }

  get #there(): Uint8Array {
    return this.#bytes.subarray(0, this.#loaded);
  }

  #index(form: Form): RowIndex {
    if (form === 'text') return this.#forms.text.index;
    if (this.#forms.json === undefined) {
      this.#forms.json = new JsonLines();
      this.#forms.json.read(this.#there, 0);
    }
    return this.#forms.json.index;
  }

  count(form: Form): number {
    return this.#index(form).count;
  }

  /** Rows as they are drawn. */
  rows(form: Form, from: number, count: number, revealed: boolean): readonly DrawnRow[] {
    const index = this.#index(form);
    const to = Math.min(index.count, from + count);
    if (from >= to) return [];
    const [start, end] = [index.row(from).start, index.row(to - 1).end];
    const marked = {
      secrets: revealed ? [] : this.#secretsAround(start, end),
      found: this.#foundIn(start, end),
    };
    return Array.from({ length: to - from }, (_, at) =>
      drawnRow(this.#bytes, index.row(from + at), form, marked),
    );
  }

  #secretsAround(start: number, end: number): readonly Span[] {
    const from = Math.max(0, start - secretReach);
    const to = Math.min(this.#loaded, end + secretReach);
    return bodySpans(bytesToByteString(this.#bytes.subarray(from, to))).map((span) => ({
      start: span.start + from,
      end: span.end + from,
    }));
  }

  #foundIn(start: number, end: number): readonly Span[] {
    const { at, length } = this.#places;
    return at
      .filter((place) => place < end && place + length > start)
      .map((place) => ({ start: place, end: place + length }));
  }

  /** Looks for a text and remembers where it is, to be drawn; answers how many places there are, at most `mostPlaces`. */
  search(text: string): number {
    this.#places = { at: findBytes(this.#there, text), length: new TextEncoder().encode(text).length };
    return this.#places.at.length;
  }

  /** The row in which a found place begins. */
  rowOfPlace(form: Form, place: number): number {
    return this.#index(form).rowAt(this.#places.at[place] ?? 0);
  }

  get #shownTree(): LargeTree {
    this.#tree ??= new LargeTree(this.#there, this.#index('json'));
    return this.#tree;
  }

  treeCount(): number {
    return this.#shownTree.count;
  }

  treeRows(from: number, count: number, revealed: boolean): readonly LargeTreeRow[] {
    return this.#shownTree.lines(from, count).map((line) => ({
      row: line.row,
      depth: this.#index('json').depthOf(line.row),
      name: line.name,
      ...shownOf(line, revealed),
      ...(line.isOpen === undefined ? {} : { isOpen: line.isOpen }),
    }));
  }

  turn(row: number): number {
    this.#shownTree.turn(row);
    return this.#shownTree.count;
  }

  pathOf(row: number): string {
    return this.#shownTree.pathOf(row);
  }

  /** What a filter finds; the body is read into values for it, once. */
  async filter(
    text: string,
    revealed: boolean,
  ): Promise<{ readonly rows: readonly JsonRow[]; readonly problem?: string }> {
    try {
      this.#value ??= { value: JSON.parse(new TextDecoder().decode(this.#there)) as unknown };
    } catch {
      return { rows: [], problem: 'This body is not JSON to its end, and cannot be filtered.' };
    }
    const { found = [], problem } = await filterJson(this.#value.value, text);
    return { rows: foundRows(found, revealed), ...(problem === undefined ? {} : { problem }) };
  }
}

const shownOf = (line: TreeLine, revealed: boolean): Pick<JsonRow, 'kind' | 'shown'> => {
  if (line.kind !== 'value') return { kind: line.kind, shown: sizeShown(line.kind, line.size) };
  const { value, name } = line;
  const kind = kindOf(value);
  if (revealed || value === 'null' || value === '""') return { kind, shown: value };
  const text = value.replace(/^"|"$/g, '');
  const hides = name !== undefined && hidesMember(name, text);
  return { kind, shown: hides ? JSON.stringify(maskSecret(text)) : maskText(value) };
};
