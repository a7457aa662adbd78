import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parse,
  parseDocument,
  stringify,
  visit,
  type Document,
  type Node,
  type Scalar,
  type ToStringOptions,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import { isRecord } from '../exchange/json.ts';
import type { Read } from './format.ts';

/** YAML as people read it in a diff: no folded lines, blocks for texts of several lines, keys in the given order. */
const style: ToStringOptions & { blockQuote: 'literal' } = {
  lineWidth: 0,
  singleQuote: true,
  blockQuote: 'literal',
};

/** Data alone: tags and custom types are refused, aliases bounded against texts that grow without end. */
export const parseYaml = (text: string): Read<unknown> => {
  try {
    return { ok: true, value: parse(text, { schema: 'core', maxAliasCount: 50, logLevel: 'error' }) };
  } catch (error) {
    const why =
      error instanceof Error
        ? (error.message.split('\n', 1)[0] ?? '').replace(/[:.]$/, '')
        : 'it cannot be read';
    return { ok: false, code: 'unreadable-file', message: `This is not YAML: ${why}.` };
  }
};

export const writeYaml = (value: unknown): string => stringify(value, style);

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const mergeMap = (document: Document, map: YAMLMap, value: Readonly<Record<string, unknown>>): void => {
  const keyOf = (key: unknown): string => String(isScalar(key) ? key.value : key);
  const kept = new Map(map.items.map((pair) => [keyOf(pair.key), pair]));
  map.items = Object.entries(value).map(([key, item]) => {
    const pair = kept.get(key) ?? document.createPair(key, item);
    pair.value = merged(document, pair.value, item);
    return pair;
  });
};

const mergeSeq = (document: Document, seq: YAMLSeq, value: readonly unknown[]): void => {
  const old = seq.items;
  seq.items = value.map((item, index) => merged(document, old[index], item));
};

const merged = (document: Document, node: unknown, value: unknown): Node => {
  if (isMap(node) && isRecord(value)) {
    mergeMap(document, node, value);
    return node;
  }
  if (isSeq(node) && Array.isArray(value)) {
    mergeSeq(document, node, value);
    return node;
  }
  if (isScalar(node) && (typeof value !== 'object' || value === null)) {
    if (node.value === value) return node;
    const scalar: Scalar = document.createNode(value) as Scalar;
    scalar.comment = node.comment;
    scalar.commentBefore = node.commentBefore;
    return scalar;
  }
  return document.createNode(value);
};

/**
 * The text that says `value`, with the comments that a person has put into `before`. Where they cannot be kept the text
 * is written anew: what the file says comes first.
 */
export const updateYaml = (before: string, value: unknown): string => {
  const anew = writeYaml(value);
  try {
    const document = parseDocument(before);
    if (document.errors.length > 0 || document.contents === null) return anew;
    let aliased = false;
    visit(document, { Alias: (_, node) => void (aliased ||= isAlias(node)) });
    if (aliased) return anew;
    document.contents = merged(document, document.contents, value) as typeof document.contents;
    const text = document.toString(style);
    return same(parse(text), parse(anew)) ? text : anew;
  } catch {
    return anew;
  }
};
