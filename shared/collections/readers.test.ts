import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinUrl, type Draft } from '../workspace/draft.ts';
import { collectionForms, type Collection, type CollectionFile } from './collection.ts';
import { readCollection, readers } from './readers.ts';

const newId = () => {
  let count = 0;
  return () => `id-${(count += 1)}`;
};

const read = (files: readonly CollectionFile[]): Collection => {
  const answer = readCollection(files, newId());
  if (!answer.ok) throw new Error(answer.message);
  return answer.collection;
};

const one = (name: string, text: string | object): Collection =>
  read([{ name, text: typeof text === 'string' ? text : JSON.stringify(text) }]);

const line = ({ folder, name, method, url, params, auth }: Draft): string =>
  `${[...folder, name].join('/')}: ${method} ${joinUrl(url, params)} ${auth.kind === 'own' ? auth.scheme : auth.kind}`;

test('every form has a reader', () => {
  expect(readers.map(({ form }) => form).toSorted()).toEqual([...collectionForms].toSorted());
});

describe('Postman', () => {
  const collection = one('c.json', {
    info: { name: 'Shop', schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}' }] },
    event: [{ listen: 'test', script: { exec: ['pm.test()'] } }],
    variable: [
      { key: 'base', value: 'https://shop.example' },
      { key: 'pin', value: '1', type: 'secret' },
    ],
    item: [
      {
        name: 'Orders',
        auth: { type: 'noauth' },
        item: [
          {
            name: 'Find',
            request: {
              method: 'POST',
              url: {
                raw: '{{base}}/orders/:id?a=1',
                query: [
                  { key: 'a', value: '1' },
                  { key: 'b', value: '2', disabled: true },
                ],
                variable: [{ key: 'id', value: '7' }],
              },
              header: [{ key: 'X-A', value: 'b', disabled: true }],
              body: { mode: 'graphql', graphql: { query: '{me{id}}', variables: '{"x":1}' } },
            },
            response: [{ name: 'ok' }],
          },
        ],
      },
      {
        name: 'Upload',
        request: {
          method: 'PUT',
          url: 'https://x.example/f',
          body: {
            mode: 'formdata',
            formdata: [
              { key: 'f', type: 'file', src: ['a.png', 'b.png'] },
              { key: 't', value: 'x' },
            ],
          },
        },
      },
    ],
  });

  test('requests, folders and variables', () => {
    expect(collection.requests.map(line)).toEqual([
      'Orders/Find: POST {{base}}/orders/:id?a=1 inherit',
      'Upload: PUT https://x.example/f inherit',
    ]);
    expect(collection.folders).toMatchObject([
      { path: [], auth: { kind: 'own', scheme: 'bearer' } },
      { path: ['Orders'], auth: { kind: 'none' } },
    ]);
    expect(collection.environments).toMatchObject([
      {
        name: 'Shop',
        variables: [
          { name: 'base', secret: false },
          { name: 'pin', secret: true },
        ],
      },
    ]);
  });

  test('parts of a request', () => {
    const [find, upload] = collection.requests;
    expect(find).toMatchObject({
      params: [
        { name: 'a', value: '1', on: true },
        { name: 'b', value: '2', on: false },
      ],
      pathParams: [{ name: 'id', value: '7' }],
      fields: [{ name: 'X-A', value: 'b', on: false }],
      body: { kind: 'graphql', query: '{me{id}}', variables: '{"x":1}', operationName: '' },
    });
    expect(upload?.body).toEqual({
      kind: 'multipart',
      parts: [
        { name: 'f', on: true, file: 'a.png' },
        { name: 'f', on: true, file: 'b.png' },
        { name: 't', on: true, value: 'x' },
      ],
    });
  });

  test('says what is left behind', () => {
    expect(collection.left).toEqual(['Scripts are not run here: Shop.', 'Saved answers: Find.']);
  });

  test('an environment on its own', () => {
    const { requests, environments } = one('e.json', {
      name: 'Prod',
      _postman_variable_scope: 'environment',
      values: [
        { key: 'host', value: 'h', enabled: true },
        { key: 'key', value: 's', type: 'secret', enabled: false },
      ],
    });
    expect(requests).toEqual([]);
    expect(environments).toEqual([
      {
        id: 'id-1',
        name: 'Prod',
        variables: [
          { name: 'host', value: 'h', on: true, secret: false },
          { name: 'key', value: 's', on: false, secret: true },
        ],
      },
    ]);
  });
});

describe('Insomnia', () => {
  test('format 4: folders by parent, the base environment under the others', () => {
    const collection = one('i.json', {
      _type: 'export',
      __export_format: 4,
      resources: [
        { _id: 'wrk', _type: 'workspace', name: 'W' },
        {
          _id: 'fld',
          parentId: 'wrk',
          _type: 'request_group',
          name: 'F',
          authentication: { type: 'basic', username: 'u', password: 'p' },
        },
        {
          _id: 'req',
          parentId: 'fld',
          _type: 'request',
          name: 'R',
          method: 'GET',
          url: '{{ _.host }}/a',
          parameters: [{ name: 'q', value: 'a b&c' }],
          headers: [],
          authentication: { type: 'bearer', token: '{{ _.t }}' },
          settingFollowRedirects: 'off',
        },
        { _id: 'ws', parentId: 'wrk', _type: 'websocket_request', name: 'Socket' },
        {
          _id: 'base',
          parentId: 'wrk',
          _type: 'environment',
          name: 'Base',
          data: { host: 'https://a', deep: { x: 1 } },
        },
        { _id: 'sub', parentId: 'base', _type: 'environment', name: 'Prod', data: { host: 'https://b' } },
      ],
    });
    expect(collection.requests.map(line)).toEqual(['F/R: GET {{host}}/a?q=a%20b%26c bearer']);
    expect(collection.requests[0]?.settings.followRedirects).toBe(false);
    expect(collection.folders).toMatchObject([{ path: ['F'], auth: { scheme: 'basic' } }]);
    expect(collection.environments).toMatchObject([
      {
        name: 'Prod',
        variables: [
          { name: 'deep.x', value: '1' },
          { name: 'host', value: 'https://b' },
        ],
      },
    ]);
    expect(collection.left).toEqual(['Not HTTP, so left out: Socket.']);
  });

  test('format 5', () => {
    const collection = one(
      'i.yaml',
      'type: collection.insomnia.rest/5.0\nname: W\ncollection:\n  - name: F\n    children:\n      - url: "{{ _.host }}/x"\n        name: R\n        method: DELETE\n',
    );
    expect(collection.requests.map(line)).toEqual(['F/R: DELETE {{host}}/x inherit']);
  });
});

describe('Bruno', () => {
  test('a folder of .bru files, wherever it was dropped', () => {
    const bru = (url: string, auth: string) =>
      `meta {\n  name: R\n  type: http\n  seq: 1\n}\n\npost {\n  url: ${url}\n  body: form-urlencoded\n  auth: ${auth}\n}\n\nbody:form-urlencoded {\n  a: 1\n  ~b: 2\n}\n\nscript:pre-request {\n  let a = 1;\n}\n`;
    const collection = read([
      { name: 'work/api/bruno.json', text: '{"version":"1","name":"API","type":"collection"}' },
      {
        name: 'work/api/collection.bru',
        text: 'auth {\n  mode: bearer\n}\n\nauth:bearer {\n  token: {{t}}\n}\n',
      },
      { name: 'work/api/users/one.bru', text: bru('https://a.example/:id', 'inherit') },
      { name: 'work/api/environments/Prod.bru', text: 'vars {\n  host: h\n}\nvars:secret [\n  t\n]\n' },
      { name: 'work/api/bad.bru', text: 'nonsense' },
      { name: 'work/other.bru', text: 'nonsense' },
    ]);
    expect(collection.name).toBe('API');
    expect(collection.requests.map(line)).toEqual(['users/R: POST https://a.example/:id inherit']);
    expect(collection.requests[0]?.body).toEqual({
      kind: 'form',
      fields: [
        { name: 'a', value: '1', on: true },
        { name: 'b', value: '2', on: false },
      ],
    });
    expect(collection.folders).toMatchObject([{ path: [], auth: { scheme: 'bearer' } }]);
    expect(collection.environments).toMatchObject([
      { name: 'Prod', variables: [{ name: 'host' }, { name: 't', secret: true }] },
    ]);
    expect(collection.left).toEqual(['Scripts are not run here: R.', 'Could not be read: work/api/bad.bru.']);
  });

  test('OpenCollection: one file with everything in it', () => {
    const collection = one(
      'opencollection.yml',
      [
        'opencollection: "1.0.0"',
        'info:',
        '  name: API',
        'config:',
        '  environments:',
        '    - name: Prod',
        '      variables:',
        '        - { name: host, value: h }',
        '        - { name: t, secret: true }',
        'request:',
        '  auth:',
        '    type: oauth2',
        '    flow: client_credentials',
        '    accessTokenUrl: https://as.example/token',
        '    credentials: { clientId: c, clientSecret: "{{t}}", placement: body }',
        'items:',
        '  - info: { name: Users, type: folder }',
        '    items:',
        '      - info: { name: Get, type: http }',
        '        http:',
        '          method: get',
        '          url: https://a.example/u/:id',
        '          params:',
        '            - { name: id, value: "7", type: path }',
        '            - { name: q, value: x, type: query, disabled: true }',
        '          body: { type: json, data: "{}" }',
        '          auth: inherit',
      ].join('\n'),
    );
    expect(collection.requests.map(line)).toEqual(['Users/Get: GET https://a.example/u/:id inherit']);
    expect(collection.requests[0]).toMatchObject({
      pathParams: [{ name: 'id', value: '7' }],
      params: [{ name: 'q', on: false }],
      body: { text: '{}', contentType: 'application/json' },
    });
    expect(collection.folders).toMatchObject([
      {
        path: [],
        auth: {
          scheme: 'oauth2',
          settings: {
            grant: 'client-credentials',
            tokenEndpoint: 'https://as.example/token',
            clientId: 'c',
            clientAuthentication: 'body',
          },
        },
      },
    ]);
    expect(collection.environments).toMatchObject([
      { name: 'Prod', variables: [{ name: 'host' }, { secret: true }] },
    ]);
  });
});

describe('OpenAPI', () => {
  const text = [
    'openapi: 3.0.3',
    'info: { title: Pets, version: "1" }',
    'servers:',
    '  - { url: "https://{region}.example/v1/", description: live, variables: { region: { default: eu } } }',
    '  - { url: https://test.example, description: test }',
    'security: [{ oauth: [read] }]',
    'paths:',
    '  /pets/{id}:',
    '    parameters: [{ $ref: "#/components/parameters/Id" }]',
    '    post:',
    '      tags: [pets]',
    '      summary: Change a pet',
    '      parameters:',
    '        - { name: dry run, in: query, schema: { type: boolean, default: false } }',
    '        - { name: X-Trace, in: header, required: true, example: t1, schema: { type: string } }',
    '      requestBody: { content: { application/json: { schema: { $ref: "#/components/schemas/Pet" } } } }',
    '    get:',
    '      operationId: getPet',
    '      security: [{}, { key: [] }]',
    '  /me:',
    '    get: { security: [{ key: [] }, { oauth: [] }] }',
    'components:',
    '  parameters: { Id: { name: id, in: path, required: true, example: 9 } }',
    '  schemas:',
    '    Pet: { type: object, properties: { name: { type: string, example: Rex }, parent: { $ref: "#/components/schemas/Pet" }, tags: { type: array, items: { type: string } }, id: { type: integer, readOnly: true } } }',
    '  securitySchemes:',
    '    key: { type: apiKey, in: header, name: X-Key }',
    '    oauth: { type: oauth2, flows: { clientCredentials: { tokenUrl: https://as.example/token, scopes: { read: r } } } }',
  ].join('\n');
  const collection = one('api.yaml', text);

  test('operations and their security', () => {
    expect(collection.requests.map(line)).toEqual([
      'getPet: GET {{baseUrl}}/pets/:id none',
      'pets/Change a pet: POST {{baseUrl}}/pets/:id inherit',
      'GET /me: GET {{baseUrl}}/me api-key',
    ]);
    expect(collection.folders).toMatchObject([
      {
        path: [],
        auth: {
          scheme: 'oauth2',
          settings: { grant: 'client-credentials', tokenEndpoint: 'https://as.example/token', scope: 'read' },
        },
      },
    ]);
    expect(collection.left).toContain('Further ways to authenticate: GET /me.');
  });

  test('parameters, and a body of the schema’s shape that ends', () => {
    const post = collection.requests[1];
    expect(post).toMatchObject({
      pathParams: [{ name: 'id', value: '9' }],
      params: [{ name: 'dry%20run', value: 'false', on: false }],
      fields: [{ name: 'X-Trace', value: 't1', on: true }],
    });
    const body: unknown = post?.body.kind === 'text' ? JSON.parse(post.body.text) : undefined;
    expect(body).toMatchObject({ name: 'Rex', parent: { name: 'Rex', tags: [''] } });
    expect(JSON.stringify(body)).not.toContain('"id"');
  });

  test('an environment for each server', () => {
    expect(collection.environments.map(({ name, variables }) => [name, variables[0]?.value])).toEqual([
      ['Pets, live', 'https://eu.example/v1'],
      ['Pets, test', 'https://test.example'],
    ]);
  });

  test('Swagger 2: host, base path, form data', () => {
    const swagger = one('s.json', {
      swagger: '2.0',
      info: { title: 'Old' },
      host: 'old.example',
      basePath: '/v2',
      schemes: ['https'],
      securityDefinitions: { login: { type: 'basic' } },
      security: [{ login: [] }],
      paths: {
        '/up': {
          post: {
            consumes: ['multipart/form-data'],
            parameters: [{ name: 'f', in: 'formData', type: 'file', required: true }],
          },
        },
      },
    });
    expect(swagger.environments[0]?.variables[0]?.value).toBe('https://old.example/v2');
    expect(swagger.folders).toMatchObject([{ auth: { scheme: 'basic' } }]);
    expect(swagger.requests[0]?.body).toEqual({
      kind: 'multipart',
      parts: [{ name: 'f', on: true, file: '' }],
    });
  });
});

describe('.http files', () => {
  const collection = one(
    'api.http',
    [
      '@host = https://a.example',
      '',
      '### Log in',
      '# @name login',
      'POST {{host}}/login HTTP/1.1',
      'Content-Type: application/json',
      '# a remark',
      'Authorization: Basic ann s3cret',
      '',
      '{ "a": 1 }',
      '',
      '> {% client.global.set("t", response.body.t) %}',
      '###',
      '{{host}}/me',
      '  ?a=1',
      '  &b=2',
      'Accept: */*',
      '### From a shell',
      "curl -H 'X-A: b' https://a.example/c",
      '### Upload',
      'PUT {{host}}/f',
      'Content-Type: image/png',
      '',
      '< ./cat.png',
    ].join('\r\n'),
  );

  test('requests, names and variables', () => {
    expect(collection.requests.map(line)).toEqual([
      'login: POST {{host}}/login none',
      'GET {{host}}/me: GET {{host}}/me?a=1&b=2 none',
      'From a shell: GET https://a.example/c none',
      'Upload: PUT {{host}}/f none',
    ]);
    expect(collection.environments).toMatchObject([
      { name: 'api', variables: [{ name: 'host', value: 'https://a.example' }] },
    ]);
  });

  test('bodies, and Basic in words', () => {
    const [login, , , upload] = collection.requests;
    expect(login?.fields).toEqual([
      { name: 'Content-Type', value: 'application/json', on: true },
      { name: 'Authorization', value: 'Basic YW5uOnMzY3JldA==', on: true },
    ]);
    expect(login?.body).toEqual({ kind: 'text', text: '{ "a": 1 }', contentType: 'application/json' });
    expect(upload?.body).toEqual({ kind: 'file', path: './cat.png', contentType: 'image/png' });
    expect(collection.left).toEqual(['Scripts are not run here: login.']);
  });
});

describe('netrc', () => {
  test('each login is a profile', () => {
    const { profiles, requests, left } = one(
      '.netrc',
      'machine a.example login ann password "s 1" account x\nmacdef init\ncd /\n\nmachine b.example login bob\ndefault login any password p\n',
    );
    expect(requests).toEqual([]);
    expect(profiles).toMatchObject([
      {
        name: 'ann at a.example',
        scheme: 'basic',
        settings: { username: 'ann', password: { plain: 's 1' } },
      },
      { name: 'bob at b.example', settings: { username: 'bob', password: { plain: '' } } },
      { name: 'any at default' },
    ]);
    expect(left).toEqual([
      'Macros are not run here: macdef.',
      'An account, which HTTP does not have: a.example.',
      'A login without a password: b.example.',
    ]);
  });
});

describe('files that are not of one piece', () => {
  const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
  const postman = (name: string) => ({
    name: `${name}.json`,
    text: JSON.stringify({ info: { name, schema }, item: [{ name: 'me', request: 'https://a.example/me' }] }),
  });
  const environment = {
    name: 'dev.json',
    text: JSON.stringify({
      name: 'Dev',
      values: [{ key: 'base', value: 'https://dev.example' }],
      _postman_variable_scope: 'environment',
    }),
  };

  test('a collection comes with its environment, and what is neither is said', () => {
    const { name, form, requests, environments, left } = read([
      environment,
      postman('Shop'),
      { name: 'note.txt', text: 'hello' },
    ]);
    expect({ name, form, left }).toEqual({
      name: 'Shop',
      form: 'postman',
      left: ['note.txt: nothing in it could be read.'],
    });
    expect(requests.map(line)).toEqual(['me: GET https://a.example/me inherit']);
    expect(environments).toMatchObject([{ name: 'Dev' }]);
  });

  test('two collections keep apart', () => {
    const { name, requests } = read([postman('Shop'), postman('Bank')]);
    expect(name).toBe('Imported');
    expect(requests.map(line)).toEqual([
      'Shop/me: GET https://a.example/me inherit',
      'Bank/me: GET https://a.example/me inherit',
    ]);
  });

  test('a Bruno environment without its folder', () => {
    expect(
      one('Local.bru', 'vars {\n  base: http://127.0.0.1\n}\nvars:secret [\n  pin\n]\n').environments,
    ).toMatchObject([{ name: 'Local', variables: [{ name: 'base' }, { name: 'pin', secret: true }] }]);
  });
});

describe('what is no collection', () => {
  const texts: readonly (readonly [name: string, text: string])[] = [
    ['a.json', '{"a":1}'],
    ['a.txt', 'hello'],
    ['a.yaml', '- a\n- b\n'],
    ['a.json', '[]'],
    ['x.http', '### only a remark'],
    ['a.har', '{"log":{"entries":[]}}'],
    ['empty', '  '],
  ];

  test.each(texts)('%s: %s', (name, text) => {
    const answer = readCollection([{ name, text }], newId());
    expect(answer).toMatchObject({ ok: false, message: expect.stringMatching(/^[A-Z].*\.$/) });
  });

  test.each<[string, string, string]>([
    ['folders in folders', '"item":[{"name":"f",', '}]'],
    ['lists in lists', '"x":[[{', '}]]'],
  ])('%s without an end', (_, open, close) => {
    const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
    const text = `{"info":{"schema":"${schema}"},${open.repeat(20_000)}"y":1${close.repeat(20_000)}}`;
    expect(readCollection([{ name: 'deep.json', text }], newId())).toEqual({
      ok: false,
      message: 'deep.json is nested more than 500 levels deep; nothing was read.',
    });
  });

  test('nothing is thrown, whatever a file holds', () => {
    const shapes = fc.object({
      key: fc.constantFrom(
        'info',
        'item',
        'name',
        'request',
        'auth',
        'type',
        'resources',
        '_type',
        '__export_format',
        'openapi',
        'paths',
        'get',
        'parameters',
        'folders',
        'requests',
        'collection',
        'schema',
        'url',
        'body',
        'mode',
        '$ref',
      ),
      maxDepth: 5,
      withNullPrototype: false,
    });
    const roots = fc.constantFrom(
      { info: { schema: 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json' } },
      { _type: 'export', __export_format: 4 },
      { type: 'collection.insomnia.rest/5.0' },
      { openapi: '3.1.0' },
      { swagger: '2.0' },
      { opencollection: '1.0.0' },
      {},
    );
    fc.assert(
      fc.property(roots, shapes, fc.constantFrom('a.json', 'a.bru', 'a.http'), (root, shape, name) => {
        const answer = readCollection([{ name, text: JSON.stringify({ ...shape, ...root }) }], newId());
        expect(answer.ok || answer.message.endsWith('.')).toBe(true);
      }),
    );
  });
});
