import { describe, expect, test } from 'vitest';
import { isRecord } from '../exchange/json.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { schemeById } from '../schemes/index.ts';
import type { ForeignTool } from '../schemes/scheme.ts';
import { readForeignAuth, type ReadForeignAuth } from './foreign-auth.ts';
import { authShapes } from './foreign-shapes.ts';
import { openSettings } from './open-settings.test-support.ts';

type Json = Readonly<Record<string, unknown>>;

/** Every auth object in a value, at any depth. */
const authsIn = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(authsIn);
  if (!isRecord(value)) return [];
  const own = isRecord(value['auth']) ? [value['auth']] : [];
  const below = Object.entries(value).filter(([name]) => name !== 'auth');
  return [...own, ...below.flatMap(([, member]) => authsIn(member))];
};

const parsed = (text: unknown): unknown => {
  try {
    return JSON.parse(String(text));
  } catch {
    return undefined;
  }
};

/** How the auth objects of a vector are found: in the file itself where it is JSON, else as the vector spells them. */
const tools: readonly (readonly [ForeignTool, (vector: Json) => readonly Json[]])[] = [
  ['postman', ({ text }) => authsIn(parsed(text))],
  ['insomnia', (vector) => authsIn(vector['expect'])],
  [
    'bruno',
    ({ expect: wanted }) =>
      isRecord(wanted) && isRecord(wanted['auth']) ? [{ mode: wanted['authMode'], ...wanted['auth'] }] : [],
  ],
  ['hoppscotch', (vector) => authsIn(vector['expect'])],
];

/** The texts of an auth object by name; Postman lists pairs of `key` and `value`. */
const textsIn = (auth: unknown): readonly (readonly [name: string, text: string])[] => {
  const pairs = Array.isArray(auth)
    ? auth.filter(isRecord).map(({ key, value }) => [String(key), value] as const)
    : Object.entries(isRecord(auth) ? auth : {});
  return pairs.flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : name === 'grantTypeInfo' ? textsIn(value) : [],
  );
};

/** Without the brackets of a variable, which each tool has its own of. */
const bare = (text: string): string => text.replace(/^\W*(?:_\.)?|\W*$/g, '');

const notKnown = (one: ReadForeignAuth): readonly string[] =>
  one.kind === 'read' ? one.notes.filter((note) => note.includes('is not known here and was left out')) : [];

describe.each(tools)('the auth of every %s file', (tool, authsOf) => {
  const shelf = shelved(`vectors/import-${tool}.json`);
  const vectors: unknown = isRecord(shelf) ? shelf['vectors'] : [];
  const rows = (Array.isArray(vectors) ? vectors : [])
    .filter(isRecord)
    .flatMap((vector) =>
      authsOf(vector).map((auth, at) => [`${String(vector['id'])} ${at + 1}`, auth] as const),
    );

  test.skipIf(shelf === undefined)('is of a scheme that is known', () => {
    console.log(`${tool}: ${rows.length} auth objects`);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.flatMap(([, auth]) => notKnown(readForeignAuth(tool, auth)))).toEqual([]);
  });

  test.skipIf(shelf === undefined).each(rows)('%s', (_, auth) => {
    const found = readForeignAuth(tool, auth);
    if (found.kind === 'inherited' || found.auth.kind !== 'own') return;
    const { scheme: id, settings } = found.auth;
    const scheme = schemeById(id);
    expect(scheme?.settings.safeParse(openSettings(settings)).success).toBe(true);
    const known = scheme?.form.map((field) => field.name) ?? [];
    expect(Object.keys(settings).filter((key) => !known.includes(key))).toEqual([]);
    const kept = Object.values(openSettings(settings)).map((value) => bare(String(value)));
    const type = String(auth['type'] ?? auth['mode'] ?? auth['authType']);
    const lost = textsIn(auth[type] ?? auth)
      .filter(([name]) => !authShapes[tool].quiet.includes(name))
      .filter(([name, text]) => /(?:name|password|secret|token|key|id)$/i.test(name) && bare(text) !== '')
      .filter(
        ([name, text]) => !kept.includes(bare(text)) && !found.notes.some((note) => note.includes(name)),
      );
    expect(lost).toEqual([]);
  });
});
