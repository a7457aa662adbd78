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

/**
 * Cuts a byte string at the edges of its secrets and marks. Spans beyond the text are cut off; empty ones mark nothing.
 * `tail`: whether the last two characters of a long secret are shown.
 */
export const cut = (
  text: string,
  secrets: readonly Span[],
  marks: readonly Mark[],
  tail = true,
): readonly Segment[] => {
  const wide = marks.map((mark) => ({ ...mark, span: widened(mark.span, secrets) }));
  const edges = [
    0,
    text.length,
    ...[...secrets, ...wide.map((mark) => mark.span)].flatMap((span) => [span.start, span.end]),
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
    });
    start = end;
  }
  return segments;
};
