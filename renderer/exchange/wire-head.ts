import type { Field } from '../../shared/exchange/exchange.ts';

/** One line of a head, with the field that begins on it. */
export interface HeadLine {
  readonly text: string;
  /** Index into the message's fields; absent for the start line, a folded continuation or a line that is no field. */
  readonly field?: number;
  /** Where the field's value begins within the line. */
  readonly valueAt: number;
  /** A continuation of the field above (obs-fold, RFC 9112 §5.2). */
  readonly folded: boolean;
}

const fieldLine = (text: string, field: Field, index: number): HeadLine => {
  const colon = text.indexOf(':');
  const found = text.indexOf(field.value, colon + 1);
  const afterSpace = colon + 1 + (/^[ \t]*/.exec(text.slice(colon + 1))?.[0].length ?? 0);
  return { text, field: index, valueAt: found < 0 ? afterSpace : found, folded: false };
};

/** The lines of a head as it crossed the wire, each tied to the field that was read from it. */
export const linesOfRawHead = (rawHead: string, fields: readonly Field[]): readonly HeadLine[] => {
  const texts = rawHead.replace(/(?:\r?\n)+$/, '').split(/\r?\n/);
  let next = 0;
  return texts.map((text, line) => {
    const field = fields[next];
    const named = field !== undefined && text.slice(0, text.indexOf(':')).trim() === field.name;
    if (line === 0) return { text, valueAt: 0, folded: false };
    if (/^[ \t]/.test(text)) return { text, valueAt: 0, folded: true };
    if (!named) return { text, valueAt: 0, folded: false };
    next += 1;
    return fieldLine(text, field, next - 1);
  });
};

/** The lines as HTTP/1.1 would write them, where nobody watched the socket. */
export const linesOfFields = (startLine: string, fields: readonly Field[]): readonly HeadLine[] => [
  { text: startLine, valueAt: 0, folded: false },
  ...fields.map((field, index) => ({
    text: `${field.name}: ${field.value}`,
    field: index,
    valueAt: field.name.length + 2,
    folded: false,
  })),
];
