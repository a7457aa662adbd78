import type { KeyValue } from './key-values.ts';

/**
 * Rows as lines of text: "name: value", one a line. "# " stands before what is switched off, a tab before each further
 * line of a value. A name that could be taken for something else is quoted as in JSON. A text area knows one kind of
 * line break, so that is all that values keep of theirs.
 */
export const textOfRows = (rows: readonly KeyValue[]): string =>
  rows.map(({ name, value, on }) => `${on ? '' : '# '}${nameText(name)}:${valueText(value)}`).join('\n');

const nameText = (name: string): string =>
  /^["#]|^\/\/|[:\n\r\t]|^\s|\s$/.test(name) ? JSON.stringify(name) : name;

const valueText = (value: string): string =>
  value === '' ? '' : ` ${value.replace(/\r\n?/g, '\n').replaceAll('\n', '\n\t')}`;

const off = /^\s*(?:#|\/\/) ?/;
const quotedName = /^\s*("(?:[^"\\]|\\.)*")\s*:/;

/** Reads them back. A line without a colon is a name; "//" switches off as well, as in other tools. */
export const rowsOfText = (text: string): readonly KeyValue[] => {
  const rows: KeyValue[] = [];
  for (const line of text.split(/\r\n?|\n/)) {
    const last = rows.at(-1);
    if (line.startsWith('\t') && last !== undefined) {
      rows[rows.length - 1] = { ...last, value: `${last.value}\n${line.slice(1)}` };
    } else if (line.trim() !== '') {
      rows.push(rowOf(line));
    }
  }
  return rows;
};

const rowOf = (line: string): KeyValue => {
  const on = !off.test(line);
  const rest = on ? line : line.replace(off, '');
  const [whole, quoted] = quotedName.exec(rest) ?? [];
  const name = quoted === undefined ? undefined : parsedName(quoted);
  if (whole !== undefined && name !== undefined)
    return { name, value: valueOf(rest.slice(whole.length)), on };
  const colon = rest.indexOf(':');
  return colon < 0
    ? { name: rest.trim(), value: '', on }
    : { name: rest.slice(0, colon).trim(), value: valueOf(rest.slice(colon + 1)), on };
};

const parsedName = (quoted: string): string | undefined => {
  try {
    const name: unknown = JSON.parse(quoted);
    return typeof name === 'string' ? name : undefined;
  } catch {
    // Quotes that stand for themselves.
    return undefined;
  }
};

const valueOf = (text: string): string => (text.startsWith(' ') ? text.slice(1) : text);
