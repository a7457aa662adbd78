import { maskSecret } from '../../../shared/exchange/redact.ts';
import type { Span } from '../../../shared/http-auth/auth.ts';
import { visible } from '../segments.ts';
import { isSpace } from './json-lines.ts';
import type { IndexedRow } from './row-index.ts';

/** A run of one row that is drawn in one way. */
export interface DrawnPiece {
  readonly text: string;
  /** `name`: of a member; `secret`: dots; `found`: what was searched for. */
  readonly kind: 'plain' | 'name' | 'secret' | 'found';
}

export interface DrawnRow {
  readonly pieces: readonly DrawnPiece[];
  readonly depth: number;
  readonly continues: boolean;
}

/** What may be drawn differently; offsets count the body's bytes. */
export interface Marked {
  readonly secrets: readonly Span[];
  readonly found: readonly Span[];
}

const decoder = new TextDecoder();
const quote = 0x22;
const backslash = 0x5c;
const colon = 0x3a;

const touching = (spans: readonly Span[], start: number, end: number): readonly Span[] =>
  spans.filter((span) => span.start < end && span.end > start);

/** End of the string that begins at `start`, behind its closing quote. */
const stringEnd = (bytes: Uint8Array, start: number, end: number): number => {
  for (let at = start + 1; at < end; at += 1) {
    if (bytes[at] === backslash) at += 1;
    else if (bytes[at] === quote) return at + 1;
  }
  return end;
};

/** The name of the member that a row of JSON begins with, with its quotes. */
export const nameSpan = (bytes: Uint8Array, row: IndexedRow): Span | undefined => {
  if (row.continues || bytes[row.start] !== quote) return undefined;
  const end = stringEnd(bytes, row.start, row.end);
  let at = end;
  while (at < row.end && isSpace(bytes[at] ?? 0)) at += 1;
  return bytes[at] === colon ? { start: row.start, end } : undefined;
};

/** A stretch of a row that is drawn; what lies between two of them is not. */
interface Stretch extends Span {
  readonly isColon: boolean;
}

/** What laid-out JSON keeps of a row: everything but the space between strings and marks. */
const stretchesOf = (bytes: Uint8Array, row: IndexedRow): readonly Stretch[] => {
  const stretches: Stretch[] = [];
  // The quote that the row lacks lies one byte before it.
  let at = row.inString ? stringEnd(bytes, row.start - 1, row.end) : row.start;
  if (at > row.start) stretches.push({ start: row.start, end: at, isColon: false });
  while (at < row.end) {
    const byte = bytes[at] ?? 0;
    const start = at;
    at = byte === quote ? stringEnd(bytes, at, row.end) : at + 1;
    if (!isSpace(byte)) stretches.push({ start, end: at, isColon: byte === colon });
  }
  return stretches;
};

const laidOut = (bytes: Uint8Array, stretches: readonly Stretch[], start: number, end: number): string => {
  let text = '';
  let from = start;
  let to = start;
  const flush = (): void => {
    text += decoder.decode(bytes.subarray(from, to));
  };
  for (const stretch of stretches) {
    if (stretch.end <= start || stretch.start >= end) continue;
    const begin = Math.max(start, stretch.start);
    if (begin > to) {
      flush();
      from = begin;
    }
    to = Math.min(end, stretch.end);
    if (stretch.isColon) {
      flush();
      text += ' ';
      from = to;
    }
  }
  flush();
  return text;
};

const plainText = (bytes: Uint8Array, start: number, end: number): string =>
  visible(decoder.decode(bytes.subarray(start, end)).replace(/\r?\n$/, ''));

/**
 * A row as it is drawn. A secret hides whatever was found in it; it is drawn once, in the row where it begins, since a row
 * of dots for each of its rows would tell its length.
 */
export const drawnRow = (
  bytes: Uint8Array,
  row: IndexedRow,
  form: 'text' | 'json',
  marked: Marked,
): DrawnRow => {
  const secrets = touching(marked.secrets, row.start, row.end);
  const found = touching(marked.found, row.start, row.end).filter(
    (span) => touching(secrets, span.start, span.end).length === 0,
  );
  const name = form === 'json' ? nameSpan(bytes, row) : undefined;
  const edges = [
    row.start,
    row.end,
    ...[...secrets, ...found, ...(name === undefined ? [] : [name])].flatMap(({ start, end }) => [
      start,
      end,
    ]),
  ]
    .map((edge) => Math.max(row.start, Math.min(row.end, edge)))
    .toSorted((a, b) => a - b);
  const stretches = form === 'json' ? stretchesOf(bytes, row) : [];
  const pieces: DrawnPiece[] = [];
  let start = row.start;
  for (const end of edges) {
    if (end === start) continue;
    const [secret] = touching(secrets, start, end);
    if (secret === undefined) {
      const text = form === 'json' ? laidOut(bytes, stretches, start, end) : plainText(bytes, start, end);
      const kind =
        touching(found, start, end).length > 0
          ? 'found'
          : name !== undefined && end <= name.end
            ? 'name'
            : 'plain';
      if (text !== '') pieces.push({ text, kind });
    } else if (secret.start >= row.start) {
      pieces.push({
        text: maskSecret(decoder.decode(bytes.subarray(secret.start, secret.end))),
        kind: 'secret',
      });
    }
    start = end;
  }
  return { pieces, depth: row.depth, continues: row.continues };
};
