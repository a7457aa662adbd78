import { isRecord } from '../../shared/exchange/json.ts';
import { maskSecret, maskText } from '../../shared/exchange/redact.ts';
import { hidesMember } from '../../shared/exchange/secret-names.ts';

/** One line of a JSON tree. */
export interface JsonRow {
  /** A normalized path, `$['a'][0]` (RFC 9535 §2.7); names the row. */
  readonly path: string;
  readonly depth: number;
  /** Name of the member or index of the element; the root has none. */
  readonly name: string | undefined;
  readonly kind: 'object' | 'array' | 'string' | 'number' | 'boolean' | 'null';
  /** The value as JSON, or how much is inside. */
  readonly shown: string;
  /** Absent where there is nothing to open. */
  readonly isOpen?: boolean;
}

/** Which rows are open: `by default` down to a depth, and the ones that were turned over since. */
export interface Opened {
  readonly depth: number;
  readonly turned: ReadonlySet<string>;
}

const childrenOf = (value: unknown): readonly (readonly [name: string | number, value: unknown])[] =>
  Array.isArray(value)
    ? value.map((one, at) => [at, one] as const)
    : isRecord(value)
      ? Object.entries(value)
      : [];

const kindOf = (value: unknown): JsonRow['kind'] => {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'string') return 'string';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : 'object';
};

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** How much is inside an object or a list, in words. */
export const sizeShown = (kind: 'object' | 'array', size: number): string =>
  kind === 'array' ? counted(size, 'element', 'elements') : counted(size, 'member', 'members');

const longest = 2_000;

const shownOf = (value: unknown, name: string | undefined, revealed: boolean): string => {
  if (Array.isArray(value)) return sizeShown('array', value.length);
  if (isRecord(value)) return sizeShown('object', Object.keys(value).length);
  if (!revealed && name !== undefined && value !== null && value !== '') {
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    if (hidesMember(name, text)) return JSON.stringify(maskSecret(text));
  }
  const text = JSON.stringify(value);
  const cut = text.length > longest ? `${text.slice(0, longest)}…` : text;
  return revealed ? cut : maskText(cut);
};

/** One step of a normalized path. */
export const stepOf = (name: string | number): string =>
  typeof name === 'number'
    ? `[${name}]`
    : `['${JSON.stringify(name).slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}']`;

const isOpenIn = ({ depth, turned }: Opened, path: string, at: number): boolean =>
  at < depth !== turned.has(path);

/** The lines of a value of which some parts are open. No secret stands in them unless they are revealed. */
export const jsonRows = (value: unknown, opened: Opened, revealed: boolean): readonly JsonRow[] => {
  const rows: JsonRow[] = [];
  const walk = (one: unknown, name: string | number | undefined, path: string, depth: number): void => {
    const children = childrenOf(one);
    const isOpen = children.length === 0 ? undefined : isOpenIn(opened, path, depth);
    const label = name === undefined ? undefined : String(name);
    rows.push({
      path,
      depth,
      name: label,
      kind: kindOf(one),
      shown: shownOf(one, typeof name === 'string' ? name : undefined, revealed),
      ...(isOpen === undefined ? {} : { isOpen }),
    });
    if (isOpen === true) for (const [key, child] of children) walk(child, key, path + stepOf(key), depth + 1);
  };
  walk(value, undefined, '$', 0);
  return rows;
};

/** A found value with its place. */
export interface Found {
  readonly path: string;
  readonly value: unknown;
}

/** So many are listed; more are a sign that the filter should say more. */
export const mostFound = 1_000;

/** Members whose name or own value contains the words, in any case. */
export const containing = (value: unknown, words: string): readonly Found[] => {
  const wanted = words.toLowerCase();
  const found: Found[] = [];
  // A list of what is left instead of calls within calls: a body may be nested deeper than those go.
  const left: { readonly name: string; readonly value: unknown; readonly path: string }[] = [
    { name: '', value, path: '$' },
  ];
  for (let one = left.pop(); one !== undefined && found.length < mostFound; one = left.pop()) {
    const { name, path } = one;
    const own =
      typeof one.value === 'string'
        ? one.value
        : typeof one.value === 'object' && one.value !== null
          ? ''
          : JSON.stringify(one.value);
    if (path !== '$' && (name.toLowerCase().includes(wanted) || own.toLowerCase().includes(wanted))) {
      found.push({ path, value: one.value });
    }
    for (const [key, child] of childrenOf(one.value).toReversed()) {
      left.push({ name: String(key), value: child, path: path + stepOf(key) });
    }
  }
  return found;
};

/** Found values as lines: each begins with its whole path and is closed. */
export const foundRows = (found: readonly Found[], revealed: boolean): readonly JsonRow[] =>
  found.map(({ path, value }) => {
    const last = /\['((?:[^'\\]|\\.)*)'\]$/.exec(path)?.[1];
    return { path, depth: 0, name: path, kind: kindOf(value), shown: shownOf(value, last, revealed) };
  });
