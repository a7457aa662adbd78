import type { Body } from '../../shared/exchange/exchange.ts';
import { bodySpans } from '../../shared/exchange/redact.ts';
import type { Span } from '../../shared/http-auth/auth.ts';
import type { BodyPlace, Located } from './evidence-places.ts';
import { sizeWords } from './measures.ts';
import { cut, type FoundPlaces, type Mark } from './segments.ts';
import type { Direction, WireRow } from './wire-row.ts';

/** A line longer than this goes on in rows of its own, so that one line of a megabyte stays cheap to draw. */
const rowLength = 1_000;

interface Piece extends Span {
  readonly continues: boolean;
}

/** Rows of a text: its lines, long ones in pieces. Offsets count the text's code units; line ends belong to no row. */
export const piecesOf = (text: string, length = rowLength): readonly Piece[] => {
  const pieces: Piece[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const next = newline < 0 ? text.length : newline;
    const end = newline > start && text[newline - 1] === '\r' ? newline - 1 : next;
    let at = start;
    do {
      const stop = Math.min(end, at + length);
      pieces.push({ start: at, end: stop, continues: at > start });
      at = stop;
    } while (at < end);
    if (newline < 0) break;
    start = newline + 1;
  }
  return pieces.at(-1)?.end === pieces.at(-1)?.start && pieces.length > 1 ? pieces.slice(0, -1) : pieces;
};

/** The part of a span that lies within a piece, counted from the piece's start. */
const within = (span: Span, piece: Span): Span => ({
  start: Math.max(0, span.start - piece.start),
  end: Math.min(piece.end, span.end) - piece.start,
});

/**
 * The spans that reach into a piece, for pieces that are asked for in order: each span is looked at for its own pieces
 * only. Spans are in order and apart from each other.
 */
const inOrder = (
  spans: readonly Span[],
): ((piece: Span) => readonly [from: number, found: readonly Span[]]) => {
  let from = 0;
  return (piece) => {
    while ((spans[from]?.end ?? Number.POSITIVE_INFINITY) <= piece.start) from += 1;
    let to = from;
    while ((spans[to]?.start ?? Number.POSITIVE_INFINITY) < piece.end) to += 1;
    return [from, spans.slice(from, to)];
  };
};

const overlaps = (span: Span, piece: Span): boolean => span.start < piece.end && span.end > piece.start;

/** Rows of a text body. Text is decoded already: what evidence and redaction say counts its code units. */
export const textRows = (
  direction: Direction,
  text: string,
  evidence: readonly Located<BodyPlace>[],
  revealed: boolean,
  found: FoundPlaces = { places: [], place: -1 },
): readonly WireRow[] => {
  const secrets = revealed ? [] : bodySpans(text);
  const marks: readonly Mark[] = evidence.flatMap(({ index, place }) =>
    place.span === undefined ? [] : [{ evidence: index, span: place.span }],
  );
  const whole = evidence.flatMap(({ index, place }) => (place.span === undefined ? [index] : []));
  const pieces = piecesOf(text);
  const numberedAt = marks.map(({ span }) =>
    Math.max(
      0,
      pieces.findIndex((piece) => overlaps(span, piece)),
    ),
  );
  const secretsIn = inOrder(secrets);
  const foundIn = inOrder(found.places);
  const segmentsOf = (piece: Piece): ReturnType<typeof cut> => {
    const [from, places] = foundIn(piece);
    return cut(
      text.slice(piece.start, piece.end),
      secretsIn(piece)[1].map((span) => within(span, piece)),
      marks
        .filter(({ span }) => overlaps(span, piece))
        .map((mark) => ({ ...mark, span: within(mark.span, piece) })),
      true,
      { places: places.map((span) => within(span, piece)), place: found.place - from },
    );
  };
  return pieces.map((piece, at) => ({
    kind: 'line' as const,
    direction,
    segments: segmentsOf(piece),
    ...(at === 0 ? { begins: true as const } : {}),
    ...(piece.continues ? { continues: true as const } : {}),
    evidence: [
      ...(at === 0 ? whole : []),
      ...marks.flatMap(({ evidence: index }, mark) => (numberedAt[mark] === at ? [index] : [])),
    ],
  }));
};

const note = (text: string, evidence: readonly Located[]): WireRow => ({
  kind: 'note',
  text,
  evidence: evidence.map(({ index }) => index),
});

/** Rows of a message's body, after transfer coding was removed. */
export const bodyRows = (
  direction: Direction,
  body: Body,
  evidence: readonly Located<BodyPlace>[],
  revealed: boolean,
): readonly WireRow[] => {
  switch (body.kind) {
    case 'none':
      return evidence.length === 0 ? [] : [note('No body.', evidence)];
    case 'text':
      return body.text === '' ? [] : textRows(direction, body.text, evidence, revealed);
    case 'bytes':
      return [note(`${sizeWords(body.size)} that are not text; the Body tab shows them.`, evidence)];
    case 'file':
      return [
        ...(body.head === undefined ? [] : textRows(direction, body.head, evidence, revealed)),
        note(`${sizeWords(body.size)} in all; the Body tab loads the rest.`, []),
      ];
    default:
      return body satisfies never;
  }
};
