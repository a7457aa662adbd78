import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCollection } from '../../collections/readers.ts';
import { openSettings } from '../../import/open-settings.test-support.ts';
import { schemes } from '../../schemes/index.ts';
import type { Scheme } from '../../schemes/scheme.ts';
import { defaultDraftSettings, emptyDraft, type Draft, type SchemeSettings } from '../../workspace/draft.ts';
import { postmanFiles } from './postman.ts';
import type { CollectionSource, OpenAuth } from './source.ts';

type Request = CollectionSource['requests'][number];

const source = (more: Partial<CollectionSource>): CollectionSource => ({
  name: 'Shop',
  auth: { kind: 'inherit' },
  variables: [],
  requests: [],
  folders: [],
  environments: [],
  ...more,
});

const request = (more: Partial<Request>): Request => ({
  ...emptyDraft('id'),
  auth: { kind: 'inherit' },
  name: 'me',
  url: 'https://a.example/me',
  ...more,
});

const written = (of: Partial<CollectionSource>, masked = false) => postmanFiles(source(of), masked);

/** What our own import makes of what was written. */
const readBack = (of: Partial<CollectionSource>) => {
  const { files } = written(of);
  const answer = readCollection([...files], () => 'id');
  if (!answer.ok) throw new Error(answer.message);
  return answer.collection;
};

const onlyRequest = (one: Request): Draft => {
  const [read] = readBack({ requests: [one] }).requests;
  if (read === undefined) throw new Error('nothing came back');
  return read;
};

const known = schemes().filter((scheme) => scheme.foreign?.postman !== undefined);

/** Every text setting filled, so that one that is lost is seen. */
const filled = ({ form, initial }: Scheme): SchemeSettings =>
  Object.fromEntries(
    Object.entries(initial).map(([name, value]) => {
      const kind = form.find((field) => field.name === name)?.kind;
      if (kind?.startsWith('secret')) return [name, { plain: `secret of ${name}` }];
      return [name, kind === 'text' && value === '' ? `${name}-1` : value];
    }),
  );

describe('auth', () => {
  test.each(known.map((scheme) => [scheme.id, scheme] as const))('%s comes back as it was', (id, scheme) => {
    const settings = filled(scheme);
    const auth: OpenAuth = { kind: 'own', scheme: id, settings };
    const { left } = written({ requests: [request({ auth })] });
    const read = onlyRequest(request({ auth })).auth;
    if (read.kind !== 'own') throw new Error(read.kind);
    expect(read.scheme).toBe(id);
    const said = left.join(' ');
    const got = { ...scheme.initial, ...openSettings(read.settings) };
    for (const [name, value] of Object.entries(openSettings(settings))) {
      const field = scheme.form.find((one) => one.name === name);
      if (field === undefined || field.when?.(openSettings(settings)) === false) continue;
      // What does not come back must have been said.
      if (got[name] !== value) expect(said).toContain(field.label);
    }
  });

  test('every scheme that is read is written too', () => {
    expect(known.filter(({ foreign }) => foreign?.postman?.write === undefined).map(({ id }) => id)).toEqual(
      [],
    );
    expect(known.length).toBeGreaterThanOrEqual(12);
  });

  test('a scheme that Postman does not have is said', () => {
    const auth: OpenAuth = { kind: 'own', scheme: 'negotiate', settings: {} };
    expect(written({ requests: [request({ auth })] }).left).toEqual([
      expect.stringMatching(/^Postman has no .*: me\.$/),
    ]);
    expect(onlyRequest(request({ auth })).auth).toEqual({ kind: 'none' });
  });

  test('none and inherited stay apart', () => {
    const read = readBack({
      requests: [request({ auth: { kind: 'none' } }), request({ folder: ['In'] })],
      folders: [
        {
          path: ['In'],
          auth: { kind: 'own', scheme: 'basic', settings: { username: 'u', password: { plain: 'p' } } },
          variables: [],
        },
      ],
    });
    expect(read.requests.map(({ folder, auth }) => [folder, auth.kind])).toEqual([
      [['In'], 'inherit'],
      [[], 'none'],
    ]);
    expect(read.folders).toMatchObject([{ path: ['In'], auth: { kind: 'own', scheme: 'basic' } }]);
  });
});

describe('requests', () => {
  test.each<[string, Partial<Request>]>([
    [
      'a query with a piece that is off',
      {
        params: [
          { name: 'a', value: '1', on: true },
          { name: 'b', value: '', on: false },
        ],
      },
    ],
    ['a name without a value', { params: [{ name: 'flag', on: true }] }],
    ['path parameters', { url: '{{base}}/o/:id', pathParams: [{ name: 'id', value: 'a b' }] }],
    [
      'fields, twice and off',
      {
        fields: [
          { name: 'A', value: '1', on: true },
          { name: 'A', value: '2', on: false },
        ],
      },
    ],
    ['JSON', { method: 'POST', body: { kind: 'text', text: '{"a":1}', contentType: 'application/json' } }],
    [
      'a form',
      {
        method: 'POST',
        body: {
          kind: 'form',
          fields: [
            { name: 'a', value: '1 & 2', on: true },
            { name: 'b', value: '', on: false },
          ],
        },
      },
    ],
    [
      'parts',
      {
        method: 'POST',
        body: {
          kind: 'multipart',
          parts: [
            { name: 'a', on: true, value: 'x', contentType: 'text/csv' },
            { name: 'f', on: true, file: './f.png' },
          ],
        },
      },
    ],
    [
      'a file',
      { method: 'PUT', body: { kind: 'file', path: './a.bin', contentType: 'application/octet-stream' } },
    ],
    [
      'GraphQL',
      {
        method: 'POST',
        body: { kind: 'graphql', query: '{ me { id } }', variables: '{"a":1}', operationName: 'Me' },
      },
    ],
    ['a port and IPv6', { url: 'http://[::1]:8080/a//b/' }],
    [
      'settings',
      {
        settings: { ...defaultDraftSettings, followRedirects: false, maxRedirects: 3, verifyTls: false },
        fieldsOff: ['user-agent'],
      },
    ],
  ])('%s', (_, more) => {
    const given = request(more);
    expect(onlyRequest(given)).toEqual(given);
    expect(written({ requests: [given] }).left).toEqual([]);
  });

  test('a type that Postman has no language for is a field', () => {
    const body = { kind: 'text', text: 'x', contentType: 'application/vnd.a+json' } as const;
    expect(onlyRequest(request({ body }))).toMatchObject({
      fields: [{ name: 'Content-Type', value: 'application/vnd.a+json', on: true }],
      body: { text: 'x' },
    });
  });

  test('any of them comes back', () => {
    const text = fc.string({ maxLength: 12 });
    const row = fc.record({ name: text, value: text, on: fc.boolean() });
    const segment = fc.stringMatching(/^[A-Za-z0-9%{}._~-]{0,8}$/).filter((one) => !/[{}]/.test(one));
    fc.assert(
      fc.property(
        fc.record({
          name: text.filter((one) => one !== ''),
          method: fc.constantFrom('GET', 'POST', 'PURGE'),
          path: fc.array(segment, { maxLength: 4 }),
          fields: fc.array(row, { maxLength: 3 }),
          form: fc.array(row, { minLength: 1, maxLength: 3 }),
          folder: fc.array(
            text.filter((one) => one !== ''),
            { maxLength: 2 },
          ),
        }),
        ({ path, form, ...more }) => {
          const given = request({
            ...more,
            url: `https://a.example:8443/${path.join('/')}`,
            body: { kind: 'form', fields: form },
          });
          expect(onlyRequest(given)).toEqual(given);
        },
      ),
    );
  });
});

test('what has no place in Postman is said, by name', () => {
  const { left } = written({
    requests: [
      request({ name: 'bytes', body: { kind: 'bytes', base64: 'AA==', contentType: '' } }),
      request({ name: 'slow', settings: { ...defaultDraftSettings, timeoutMs: 5 } }),
      request({ name: 'own', variables: [{ name: 'a', value: '1', on: true, secret: false }] }),
    ],
  });
  expect(left).toEqual([
    'A body that is no text: bytes.',
    'Settings that Postman keeps elsewhere (proxy, certificates, time limit, names): slow.',
    'Variables of a request: own.',
  ]);
});

test('masked, no secret is in any file, and variables stay', () => {
  const { files } = written(
    {
      auth: { kind: 'own', scheme: 'bearer', settings: { token: { plain: 'secret-token-1' } } },
      variables: [{ name: 'pin', value: 'secret-pin', on: true, secret: true }],
      requests: [
        request({
          auth: { kind: 'own', scheme: 'basic', settings: { username: 'u', password: { plain: '{{pw}}' } } },
          params: [{ name: 'api_key', value: 'secret-key-1', on: true }],
          fields: [{ name: 'X-API-Key', value: 'secret-key-2', on: true }],
          body: { kind: 'form', fields: [{ name: 'client_secret', value: 'secret-form', on: true }] },
        }),
      ],
      environments: [
        { id: 'e', name: 'Dev', variables: [{ name: 'k', value: 'secret-env', on: true, secret: true }] },
      ],
    },
    true,
  );
  const all = files.map(({ text }) => text).join('\n');
  expect(all).not.toMatch(/secret-(?:token|pin|key|form|env)/);
  expect(all).toContain('{{pw}}');
  expect(all).toContain('••••••••');
  expect(files.map(({ name }) => name)).toEqual([
    'Shop.postman_collection.json',
    'Dev.postman_environment.json',
  ]);
});

test('environments come back with it', () => {
  const variables = [
    { name: 'base', value: 'https://dev.example', on: true, secret: false },
    { name: 'pin', value: '1', on: false, secret: true },
  ];
  const { environments } = readBack({
    requests: [request({})],
    environments: [{ id: 'id', name: 'Dev', variables }],
  });
  expect(environments).toEqual([{ id: 'id', name: 'Dev', variables }]);
});
