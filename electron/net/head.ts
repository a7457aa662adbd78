import type { Field } from '../../shared/exchange/exchange.ts';

/** A response head read from its bytes: nothing joined, reordered, re-cased or left out. Byte strings. */
export interface ReceivedHead {
  readonly status: number;
  readonly reason: string;
  /** As on the wire: "HTTP/1.1". */
  readonly httpVersion: string;
  readonly fields: readonly Field[];
}

const CR = 0x0d;
const LF = 0x0a;

/**
 * Offset just behind the empty line that ends a head beginning at `from`; `undefined` while it has not come. A bare LF
 * ends a line too (RFC 9112 §2.2), since what the server wrote is shown, not what it should have written.
 */
export const headEnd = (bytes: Uint8Array, from = 0): number | undefined => {
  let lineStart = from;
  for (let at = bytes.indexOf(LF, from); at >= 0; at = bytes.indexOf(LF, at + 1)) {
    const length = at - lineStart - (bytes[at - 1] === CR && at > lineStart ? 1 : 0);
    if (length === 0 && lineStart > from) return at + 1;
    lineStart = at + 1;
  }
  return undefined;
};

const isBlank = (text: string, at: number): boolean => text[at] === ' ' || text[at] === '\t';

/** Without the optional whitespace around a value (RFC 9110 §5.6.3). */
const trimmed = (text: string, from = 0): string => {
  let [start, end] = [from, text.length];
  while (start < end && isBlank(text, start)) start += 1;
  while (end > start && isBlank(text, end - 1)) end -= 1;
  return text.slice(start, end);
};

/** Reads a response head (RFC 9112 §4, §5). `undefined` where it does not begin with a status line. */
export const parseHead = (head: string): ReceivedHead | undefined => {
  const [statusLine = '', ...lines] = head.split(/\r?\n/);
  const match = /^(HTTP\/\d\.\d) (\d{3})(?: (.*))?$/s.exec(statusLine);
  if (match === null) return undefined;
  const [, httpVersion = '', status, reason = ''] = match;
  return { status: Number(status), reason, httpVersion, fields: parseFields(lines) };
};

const parseFields = (lines: readonly string[]): readonly Field[] => {
  const fields: Field[] = [];
  for (const line of lines) {
    const last = fields.at(-1);
    const colon = line.indexOf(':');
    if (isBlank(line, 0) && last !== undefined) {
      // A folded line continues the value before it; the fold counts as one space (RFC 9112 §5.2).
      fields[fields.length - 1] = { name: last.name, value: `${last.value} ${trimmed(line)}` };
    } else if (colon > 0) {
      fields.push({ name: line.slice(0, colon), value: trimmed(line, colon + 1) });
    }
  }
  return fields;
};
