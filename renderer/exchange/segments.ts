import { utf8OfBytes } from '../../shared/exchange/bytes.ts';
import { maskSecret } from '../../shared/exchange/redact.ts';
import type { Span } from '../../shared/http-auth/auth.ts';

/** A run of one line that is drawn in one way. */
export interface Segment {
  /** As shown: masked where it is secret, control characters as their pictures. */
  readonly text: string;
  readonly secret: boolean;
  /** Indexes of the evidence that marks it; empty for plain bytes. */
  readonly evidence: readonly number[];
  /** It was searched for; `current`: it is the place that is gone to. */
  readonly found?: 'place' | 'current';
}

/** Places where something was found, and which of them is gone to. */
export interface FoundPlaces {
  readonly places: readonly Span[];
  readonly place: number;
}

/** A span that evidence points at. */
export interface Mark {
  readonly span: Span;
  readonly evidence: number;
}

const touches = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** A masked secret is one unit: what marks a part of it marks the whole, or its length would show. */
const widened = (span: Span, secrets: readonly Span[]): Span =>
  secrets
    .filter((secret) => touches(secret, span))
    .reduce(
      (wide, secret) => ({ start: Math.min(wide.start, secret.start), end: Math.max(wide.end, secret.end) }),
      span,
    );

/** Control characters as Unicode's pictures of them, so that a line break or NUL in a value can be seen. */
export const visible = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replace(/[\u0000-\u001f\u007f]/g, (char) =>
    char === '\u007f' ? '\u2421' : String.fromCharCode(0x2400 + char.charCodeAt(0)),
  );

const nothingFound: FoundPlaces = { places: [], place: -1 };

interface Shown {
  readonly span: Span;
  readonly found: 'place' | 'current';
}

const shownPlaces = ({ places, place }: FoundPlaces, secrets: readonly Span[]): readonly Shown[] =>
  places
    .map((span, at) => ({ span, found: at === place ? ('current' as const) : ('place' as const) }))
    .filter(({ span }) => !secrets.some((secret) => touches(secret, span)));

const foundAt = (shown: readonly Shown[], piece: Span): Pick<Segment, 'found'> => {
  const found = shown.find(({ span }) => touches(span, piece))?.found;
  return found === undefined ? {} : { found };
};

/**
 * Cuts a byte string at the edges of its secrets and marks. Spans beyond the text are cut off; empty ones mark nothing.
 * What was found within a secret shows nothing of it. `tail`: whether the last two characters of a long secret are shown.
 */
export const cut = (
  text: string,
  secrets: readonly Span[],
  marks: readonly Mark[],
  tail = true,
  found: FoundPlaces = nothingFound,
): readonly Segment[] => {
  const wide = marks.map((mark) => ({ ...mark, span: widened(mark.span, secrets) }));
  const shown = shownPlaces(found, secrets);
  const edges = [
    0,
    text.length,
    ...[...secrets, ...wide.map((mark) => mark.span), ...shown.map(({ span }) => span)].flatMap((span) => [
      span.start,
      span.end,
    ]),
  ]
    .map((edge) => Math.max(0, Math.min(text.length, edge)))
    .toSorted((a, b) => a - b);
  const segments: Segment[] = [];
  let start = 0;
  for (const end of edges) {
    if (end === start) continue;
    const piece = { start, end };
    const secret = secrets.some((span) => touches(span, piece));
    const raw = text.slice(start, end);
    segments.push({
      text: secret ? maskSecret(raw, tail) : visible(utf8OfBytes(raw)),
      secret,
      evidence: wide.filter((mark) => touches(mark.span, piece)).map((mark) => mark.evidence),
      ...foundAt(shown, piece),
    });
    start = end;
  }
  return segments;
};
