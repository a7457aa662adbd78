import { describe, expect, test } from 'vitest';
import { isRecord } from '../exchange/json.ts';
import { scoreboard } from '../exchange/scoreboard.test-support.ts';
import { shelved } from '../exchange/vectors.test-support.ts';
import { hoppscotchVariables, insomniaVariables } from '../import/foreign-shapes.ts';
import { readForeignAuth } from '../import/foreign-auth.ts';
import { schemeById } from '../schemes/index.ts';
import type { ForeignTool } from '../schemes/scheme.ts';
import { joinUrl, type Draft, type DraftAuth } from '../workspace/draft.ts';
import { effectiveAuth } from '../workspace/effective-auth.ts';
import type { Collection } from './collection.ts';
import { recordOf, recordsOf, textOf, type Json } from './gathering.ts';
import { withOurGenerators } from './foreign-generators.ts';
import { readCollection } from './readers.ts';

const vectorsOf = (file: string): readonly Json[] =>
  recordsOf(recordOf(shelved(`vectors/${file}`))['vectors']);

const read = (vector: Json) => {
  let count = 0;
  return readCollection(
    [{ name: textOf(vector['file']), text: textOf(vector['text']) }],
    () => `id-${(count += 1)}`,
  );
};

const collectionOf = (vector: Json): Collection => {
  const answer = read(vector);
  if (!answer.ok) throw new Error(answer.message);
  return answer.collection;
};

const urlOf = ({ url, params }: Draft): string => joinUrl(url, params);

const schemeOf = (auth: DraftAuth): string => (auth.kind === 'own' ? auth.scheme : auth.kind);

/** What our reading of the tool's own auth object comes to: its mapping has vectors of its own. */
const schemeMeant = (tool: ForeignTool, auth: unknown): string => {
  const meant = readForeignAuth(tool, auth);
  return meant.kind === 'inherited' ? 'inherit' : schemeOf(meant.auth);
};

const rows = (file: string) => vectorsOf(file).map((vector) => [textOf(vector['id']), vector] as const);

const isError = (vector: Json): boolean => 'error' in recordOf(vector['expect']);

/** Refused by the tool's own bookkeeping of versions alone: every request in it is sound, and is read. */
const readAnyway = new Set(['invalid-mixed-versions-coll']);

/** Without a request: an environment alone, or nothing at all. */
const isEmpty = (vector: Json): boolean => {
  if (isError(vector)) return false;
  const { requests, operations, kind, method } = recordOf(vector['expect']);
  return kind === 'request'
    ? method === null
    : recordsOf(requests).length === 0 && !Array.isArray(operations);
};

const sound = (file: string) => rows(file).filter(([, vector]) => !isError(vector) && !isEmpty(vector));
const unsound = (file: string) => rows(file).filter(([id, vector]) => isError(vector) && !readAnyway.has(id));
const empty = (file: string) => rows(file).filter(([, vector]) => isEmpty(vector));

/** `{{ _.name }}` of the tool as `{{name}}`, generators by their names here; no fragment, which is never sent. */
const spelled = (url: unknown, spelling: (text: string) => string): string =>
  withOurGenerators(spelling(textOf(url))).replace(/#.*$/, '');

/** The topmost name may be the collection's own, which is no folder of it. */
const pathMeant = (wanted: unknown, got: readonly string[]): readonly unknown[] => {
  const path: readonly unknown[] = Array.isArray(wanted) ? wanted : [];
  return path.length === got.length + 1 ? path.slice(1) : path;
};

const listed = (
  vector: Json,
  collection: Collection,
  spelling: (text: string) => string,
): readonly (readonly [unknown, unknown])[] =>
  recordsOf(recordOf(vector['expect'])['requests']).map((wanted, at) => {
    const got = collection.requests[at];
    if (got === undefined) throw new Error(`${textOf(wanted['name'])} is missing`);
    const urls = [wanted['url'], wanted['urlAlt']].map((url) => spelled(url, spelling));
    // Some vectors tell the address without the parameters that are kept beside it.
    const url = urls.find((one) => one === got.url) ?? urls.find((one) => one === urlOf(got)) ?? urls[0];
    return [
      { path: got.folder, name: got.name, method: got.method, url: got.url === url ? got.url : urlOf(got) },
      {
        path: pathMeant(wanted['path'], got.folder),
        name: textOf(wanted['name']),
        method: textOf(wanted['method']),
        url,
      },
    ] as const;
  });

const checks = (vector: Json, spelling: (text: string) => string = (text) => text): Collection => {
  const whole = collectionOf(vector);
  const wanted = recordsOf(recordOf(vector['expect'])['requests']);
  const names = new Set(wanted.map((one) => textOf(one['name'])));
  const isPartial = recordOf(vector['expect'])['partial'] === true;
  // What is not sound is not listed in a vector; here it may have been mended.
  const collection = isPartial
    ? { ...whole, requests: whole.requests.filter(({ name }) => names.has(name)) }
    : whole;
  for (const [got, meant] of listed(vector, collection, spelling)) expect(got).toEqual(meant);
  expect(collection.requests).toHaveLength(wanted.length);
  return collection;
};

const files = [
  'import-postman.json',
  'import-insomnia.json',
  'import-bruno.json',
  'import-hoppscotch.json',
  'openapi-security.json',
];

const scores = scoreboard();

/** Sets without any such vector have nothing to show. */
const withSome = (of: (file: string) => ReturnType<typeof rows>) =>
  files.map((file) => [file, of(file)] as const).filter(([, given]) => given.length > 0);

describe.each(withSome(unsound))('what the tools call unusable: %s', (file, given) => {
  scores.count(file, vectorsOf(file).length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const answer = read(vector);
    expect(answer.ok ? 'it was read' : answer.message).toMatch(/^[A-Z].*\.$/);
    expect(answer.ok).toBe(false);
  });
});

describe.each(withSome(empty))('what is without requests: %s', (file, given) => {
  scores.count(file, vectorsOf(file).length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const answer = read(vector);
    expect(answer.ok ? answer.collection.requests : answer.message).toEqual(
      answer.ok ? [] : expect.stringMatching(/^There are no requests in this .*\.$/),
    );
  });
});

describe('Postman collections', () => {
  const given = sound('import-postman.json');
  scores.count('import-postman.json', vectorsOf('import-postman.json').length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const collection = checks(vector);
    for (const [at, wanted] of recordsOf(recordOf(vector['expect'])['requests']).entries()) {
      const draft = collection.requests[at];
      if (draft === undefined) throw new Error('a request is missing');
      const { auth } = effectiveAuth(draft, collection.folders);
      const type = recordOf(wanted['auth'])['type'];
      const meant = type === undefined ? 'none' : schemeMeant('postman', { type, [textOf(type)]: [] });
      expect(schemeOf(auth)).toBe(meant);
    }
  });
});

describe('Insomnia exports', () => {
  const given = sound('import-insomnia.json');
  scores.count('import-insomnia.json', vectorsOf('import-insomnia.json').length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const wanted = recordsOf(recordOf(vector['expect'])['requests']);
    const collection = checks(vector, insomniaVariables);
    for (const [at, one] of wanted.entries()) {
      if (!isRecord(one['auth'])) continue;
      expect(schemeOf(collection.requests[at]?.auth ?? { kind: 'none' })).toBe(
        schemeMeant('insomnia', one['auth']),
      );
    }
  });
});

describe('Hoppscotch collections', () => {
  const given = sound('import-hoppscotch.json');
  scores.count('import-hoppscotch.json', vectorsOf('import-hoppscotch.json').length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const wanted = recordsOf(recordOf(vector['expect'])['requests']);
    const collection = checks(vector, hoppscotchVariables);
    for (const [at, one] of wanted.entries()) {
      // The oldest requests name their auth in words.
      const meant = one['auth'] === 'Bearer Token' ? 'bearer' : schemeMeant('hoppscotch', one['auth']);
      expect(schemeOf(collection.requests[at]?.auth ?? { kind: 'none' })).toBe(meant);
    }
  });
});

describe('Bruno files', () => {
  const given = sound('import-bruno.json');
  scores.count('import-bruno.json', vectorsOf('import-bruno.json').length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const wanted = recordOf(vector['expect']);
    const answer = read({
      ...vector,
      file: wanted['kind'] === 'request' ? vector['file'] : `${textOf(wanted['kind'])}.bru`,
    });
    if (wanted['kind'] !== 'request') {
      // A collection's own file has no request in it; with one beside it, its auth is inherited.
      const { collection } = withRequest(vector, textOf(wanted['kind']));
      const mode = textOf(wanted['authMode']);
      const auth = schemeMeant('bruno', { mode, [mode]: {} });
      const [draft] = collection.requests;
      if (draft === undefined) throw new Error('the request is missing');
      expect(schemeOf(effectiveAuth(draft, collection.folders).auth)).toBe(
        auth === 'inherit' ? 'none' : auth,
      );
      return;
    }
    if (!answer.ok) throw new Error(answer.message);
    const [draft] = answer.collection.requests;
    const mode = textOf(wanted['authMode']);
    expect(draft?.method).toBe(textOf(wanted['method']).toUpperCase());
    expect(draft?.fields).toEqual(
      recordsOf(wanted['headers']).map((row) => ({
        name: row['name'],
        value: row['value'],
        on: row['enabled'],
      })),
    );
    const url = spelled(wanted['url'], (text) => text);
    expect([draft?.url, draft === undefined ? '' : urlOf(draft)]).toContain(url);
    expect(schemeOf(draft?.auth ?? { kind: 'none' })).toBe(schemeMeant('bruno', { mode, [mode]: {} }));
  });
});

const withRequest = (vector: Json, kind: string) => {
  const answer = readCollection(
    [
      { name: `c/${kind === 'collection' ? '' : 'f/'}${kind}.bru`, text: textOf(vector['text']) },
      {
        name: `c/${kind === 'collection' ? '' : 'f/'}one.bru`,
        text: 'meta {\n  name: one\n  type: http\n}\n\nget {\n  url: https://a.example\n  body: none\n  auth: inherit\n}\n',
      },
      { name: 'c/bruno.json', text: '{"version":"1","name":"C","type":"collection"}' },
    ],
    () => 'id',
  );
  if (!answer.ok) throw new Error(answer.message);
  return answer;
};

describe('OpenAPI descriptions', () => {
  const given = sound('openapi-security.json');
  scores.count('openapi-security.json', vectorsOf('openapi-security.json').length);
  test.skipIf(given.length === 0).each(given)('%s', (_, vector) => {
    const wanted = recordOf(vector['expect']);
    const collection = collectionOf(vector);
    const operations = recordsOf(wanted['operations']);
    expect(collection.requests.map((draft) => `${draft.method} ${draft.url}`)).toEqual(
      operations.map(
        (one) =>
          `${textOf(one['method']).toUpperCase()} {{baseUrl}}${textOf(one['path']).replace(/\{([\w-]+)\}/g, ':$1')}`,
      ),
    );
    const schemes = recordOf(wanted['securitySchemes']);
    for (const [at, one] of operations.entries()) {
      const draft = collection.requests[at];
      if (draft === undefined) throw new Error('an operation is missing');
      const [first] = recordsOf(one['security']);
      const name = Object.keys(first ?? {})[0];
      const meant =
        name === undefined || schemes[name] === undefined ? 'none' : schemeMeant('openapi', schemes[name]);
      const { auth } = effectiveAuth(draft, collection.folders);
      expect(schemeOf(auth)).toBe(meant);
      if (auth.kind === 'own') expect(schemeById(auth.scheme)).toBeDefined();
    }
  });
});
