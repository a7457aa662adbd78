import { describe, expect, test } from 'vitest';
import { bytesToByteString } from '../exchange/bytes.ts';
import { schemeById } from '../schemes/index.ts';
import { sentRequests, steps } from '../schemes/drive.test-support.ts';
import { basic } from '../schemes/basic.ts';
import { send, type OpenSettings, type OutgoingBody, type Scheme } from '../schemes/scheme.ts';
import { emptyDraft, splitUrl, type Draft } from '../workspace/draft.ts';
import { compose, type Composed, type ComposeInput } from './compose.ts';
import { defaultFields } from './defaults.ts';
import { firstRequest, pendingToken, stillWorld } from './will-send.ts';

const url = 'https://api.example.com/v1/me';

/** A typed address as the window splits it. */
const at = (typed: string): Pick<Draft, 'url' | 'params'> => {
  const split = splitUrl(typed);
  return { url: split.url, params: [...split.params] };
};

const draft = (change: Partial<Draft> = {}): Draft => ({ ...emptyDraft('d'), ...at(url), ...change });

const composed = (change: Partial<Draft> = {}, input: Partial<ComposeInput> = {}): Composed =>
  compose({ draft: draft(change), variables: new Map(), boundary: 'bnd', userAgent: 'why401/1.0', ...input });

const sound = (change?: Partial<Draft>, input?: Partial<ComposeInput>): Extract<Composed, { ok: true }> => {
  const result = composed(change, input);
  if (!result.ok) throw new Error(result.message);
  return result;
};

const message = (change?: Partial<Draft>, input?: Partial<ComposeInput>): string => {
  const result = composed(change, input);
  return result.ok ? 'it was composed' : result.message;
};

const using = (id: string, settings: OpenSettings): Pick<ComposeInput, 'settings'> => {
  const scheme = schemeById(id);
  if (scheme === undefined) throw new Error(`no scheme ${id}`);
  return { settings: { scheme, settings, note: 'profile Acme prod' } };
};

/** Name, value and origin of each field of the first request. */
const lines = (change?: Partial<Draft>, input?: Partial<ComposeInput>): readonly string[] =>
  (firstRequest(sound(change, input).flow(stillWorld))?.fields ?? []).map(
    ({ name, value, origin }) => `${name}: ${value} [${origin?.from}, ${origin?.note}]`,
  );

const row = (name: string, value: string, on = true) => ({ name, value, on });

const textOf = (body: OutgoingBody): string => {
  switch (body.kind) {
    case 'none':
      return '';
    case 'bytes':
      return bytesToByteString(body.bytes);
    case 'pieces':
      return body.pieces
        .map((piece) => (piece.kind === 'bytes' ? bytesToByteString(piece.bytes) : `<${piece.path}>`))
        .join('');
    default:
      return body satisfies never;
  }
};

describe('path parameters', () => {
  const at401 = 'https://api.example.com/users/:id/orders/:order';

  test('take their values, variables filled and then encoded', () => {
    const pathParams = [
      { name: 'id', value: '{{user}}' },
      { name: 'order', value: 'a/b' },
    ];
    const { request, unresolved } = sound(
      { url: at401, pathParams },
      { variables: new Map([['user', 'ann smith']]) },
    );
    expect(request.url).toBe('https://api.example.com/users/ann%20smith/orders/a%2Fb');
    expect(unresolved).toEqual([]);
  });

  test('without a value are sent as typed and said', () => {
    const { request, unresolved } = sound({ url: at401, pathParams: [{ name: 'id', value: '7' }] });
    expect(request.url).toBe('https://api.example.com/users/7/orders/:order');
    expect(unresolved).toEqual([':order']);
  });
});

describe('fields', () => {
  test('only what is needed is added, each with its reason', () => {
    expect(lines()).toEqual([
      'Host: api.example.com [url, from the URL]',
      'User-Agent: why401/1.0 [default, default: says who asks]',
      'Accept: */* [default, default: any kind of answer]',
      'Accept-Encoding: gzip, deflate, br [default, default: may be compressed]',
    ]);
  });

  test('typed ones follow Host in typed order, own casing, duplicates and outer spaces kept', () => {
    const fields = [
      row('x-b', ' 2 '),
      row('X-A', '1'),
      row('x-b', '3'),
      row('X-Off', '', false),
      row('', ''),
    ];
    expect(lines({ fields }).slice(0, 4)).toEqual([
      'Host: api.example.com [url, from the URL]',
      'x-b:  2  [typed, you]',
      'X-A: 1 [typed, you]',
      'x-b: 3 [typed, you]',
    ]);
  });

  test('a typed field replaces the default of that name, in any case', () => {
    expect(lines({ fields: [row('accept', 'text/html'), row('host', 'other')] })).toEqual([
      'accept: text/html [typed, you]',
      'host: other [typed, you]',
      'User-Agent: why401/1.0 [default, default: says who asks]',
      'Accept-Encoding: gzip, deflate, br [default, default: may be compressed]',
    ]);
  });

  test('each default can be switched off', () => {
    expect(lines({ fieldsOff: defaultFields.map(({ key }) => key) })).toEqual([]);
    for (const { key, name } of defaultFields) expect(key).toBe(name.toLowerCase());
  });

  test.each<[string, boolean]>([
    ['POST', true],
    ['PUT', true],
    ['PATCH', true],
    ['GET', false],
    ['DELETE', false],
  ])('%s without a body states its length: %s', (method, stated) => {
    const has = lines({ method }).includes('Content-Length: 0 [body, from the body]');
    expect(has).toBe(stated);
  });

  describe('named by Trailer', () => {
    const body = { kind: 'text', text: 'abc', contentType: '' } as const;
    const trailer = row('Trailer', 'X-Sum, x-other');
    const sum = row('x-sum', '7');
    const requestOf = (change: Partial<Draft>) => sound(change).request;

    test('they leave behind a body in chunks, each with its reason', () => {
      const { fields, trailers } = requestOf({ body, fields: [trailer, sum, row('X-A', '1')] });
      expect(fields.map(({ name, value }) => `${name}: ${value}`)).toEqual([
        'Host: api.example.com',
        'Trailer: X-Sum, x-other',
        'X-A: 1',
        'User-Agent: why401/1.0',
        'Accept: */*',
        'Accept-Encoding: gzip, deflate, br',
        'Transfer-Encoding: chunked',
      ]);
      expect(trailers).toEqual([
        {
          name: 'x-sum',
          value: '7',
          origin: { from: 'typed', note: 'you, after the body' },
        },
      ]);
    });

    test.each<[string, Partial<Draft>]>([
      ['there is no body', { fields: [trailer, sum] }],
      ['its length was typed', { body, fields: [trailer, sum, row('Content-Length', '3')] }],
      ['Trailer is off', { body, fields: [row('Trailer', 'X-Sum', false), sum] }],
      ['no such field was typed', { body, fields: [trailer] }],
      [
        'they say how to read or route the message',
        { body, fields: [row('Trailer', 'Host'), row('Host', 'x')] },
      ],
    ])('all stay in the head where %s', (_, change) => {
      const { fields, trailers } = requestOf(change);
      expect(trailers).toBeUndefined();
      expect(fields.some(({ name }) => name === 'Transfer-Encoding')).toBe(false);
      expect(fields.filter(({ origin }) => origin?.from === 'typed')).toHaveLength(
        (change.fields ?? []).filter(({ on }) => on).length,
      );
    });

    test('one that was typed badly is refused like any other', () => {
      expect(message({ body, fields: [trailer, row('x-sum', 'a\nb')] })).toMatch(/line break/);
    });
  });

  test('values are UTF-8 bytes', () => {
    expect(lines({ fields: [row('X-Name', 'né→')] })[1]).toBe(
      'X-Name: n\u00c3\u00a9\u00e2\u0086\u0092 [typed, you]',
    );
  });

  test.each<[readonly [string, string], RegExp]>([
    [['X-A', 'a\r\nb'], /The X-A field contains a line break/],
    [['X-A', 'a\n'], /line break/],
    [['X-A', 'a\0'], /NUL/],
    [['', 'a'], /no name/],
    [['X A', 'a'], /"X A" cannot be the name/],
    [['X-A:', 'a'], /cannot be the name/],
  ])('%j cannot be sent', ([name, value], said) => {
    expect(message({ fields: [row(name, value)] })).toMatch(said);
  });

  test.each(['', ' ', 'GE T', 'G\nET'])('%j is no method', (method) => {
    expect(message({ method })).toMatch(/method/);
  });
});

describe('bodies', () => {
  const form = 'application/x-www-form-urlencoded';
  test.each<[string, Draft['body'], string, string | undefined]>([
    [
      'text',
      { kind: 'text', text: '{"é":1}', contentType: 'application/json' },
      '{"\u00c3\u00a9":1}',
      'application/json',
    ],
    ['text of no type', { kind: 'text', text: 'x', contentType: '' }, 'x', undefined],
    ['empty text', { kind: 'text', text: '', contentType: 'text/plain' }, '', 'text/plain'],
    [
      'a form',
      { kind: 'form', fields: [row('a b', 'c&d=é+'), row('off', '1', false), row('e', '')] },
      'a+b=c%26d%3D%C3%A9%2B&e=',
      form,
    ],
    [
      'bytes',
      { kind: 'bytes', base64: '/wA=', contentType: 'application/octet-stream' },
      '\u00ff\0',
      'application/octet-stream',
    ],
    ['a file', { kind: 'file', path: '/tmp/f', contentType: 'image/png' }, '</tmp/f>', 'image/png'],
    [
      'parts',
      {
        kind: 'multipart',
        parts: [
          { name: 'a"\r\n', on: true, value: 'é' },
          { name: 'f', on: true, file: '/tmp/dir/f.txt' },
          { name: 'g', on: true, file: 'C:\\g.bin', fileName: 'ö.bin', contentType: 'image/png' },
          { name: 'off', on: false, value: 'x' },
        ],
      },
      '--bnd\r\nContent-Disposition: form-data; name="a%22%0D%0A"\r\n\r\n\u00c3\u00a9\r\n' +
        '--bnd\r\nContent-Disposition: form-data; name="f"; filename="f.txt"\r\nContent-Type: application/octet-stream\r\n\r\n</tmp/dir/f.txt>\r\n' +
        '--bnd\r\nContent-Disposition: form-data; name="g"; filename="\u00c3\u00b6.bin"\r\nContent-Type: image/png\r\n\r\n<C:\\g.bin>\r\n' +
        '--bnd--\r\n',
      'multipart/form-data; boundary=bnd',
    ],
  ])('%s', (_, body, text, contentType) => {
    // The fake files are as long as the marks that stand for them, so that lengths can be compared.
    const { request } = sound({ method: 'POST', body }, { fileSize: (path) => path.length + 2 });
    expect(textOf(request.body)).toBe(text);
    const fields = request.fields
      .filter(({ origin }) => origin?.from === 'body')
      .map(({ name, value }) => [name, value]);
    expect(fields).toEqual([
      ...(contentType === undefined ? [] : [['Content-Type', contentType]]),
      ['Content-Length', String(text.length)],
    ]);
  });

  test.each<[string, Draft['body'], RegExp]>([
    ['bytes that are none', { kind: 'bytes', base64: '!', contentType: '' }, /not Base64/],
    ['a file that is not there', { kind: 'file', path: '/no', contentType: '' }, /\/no cannot be read/],
    ['no file', { kind: 'file', path: '', contentType: '' }, /none is chosen/],
    [
      'a part that is not there',
      { kind: 'multipart', parts: [{ name: 'f', on: true, file: '/no' }] },
      /\/no/,
    ],
  ])('%s cannot be sent', (_, body, said) => expect(message({ body })).toMatch(said));

  const text: Draft['body'] = { kind: 'text', text: 'abc', contentType: 'text/plain' };

  test('GraphQL is posted as JSON, and stands in the address of a GET; variables are filled in both', () => {
    const body = {
      kind: 'graphql' as const,
      query: '{ a(x: 1) }',
      variables: '{"n": {{n}}}',
      operationName: '',
    };
    const input = { variables: new Map([['n', '7']]) };
    const posted = sound({ method: 'POST', body }, input).request;
    expect(textOf(posted.body)).toBe('{"query":"{ a(x: 1) }","variables":{"n": 7}}');
    expect(posted.fields.find(({ name }) => name === 'Content-Type')?.value).toBe('application/json');

    const asked = sound(
      { method: 'GET', body, params: [{ name: 'a', value: '1', on: true }] },
      input,
    ).request;
    expect(asked.body.kind).toBe('none');
    expect(asked.url).toBe(`${url}?a=1&query=%7B%20a(x%3A%201)%20%7D&variables=%7B%22n%22%3A%207%7D`);
    expect(message({ method: 'GET', body: { ...body, query: '' } }, input)).toMatch(/query is empty/);
    expect(message({ method: 'POST', body }, {})).toMatch(/no JSON object/);
  });

  test('a body is never sent unframed', () => {
    expect(message({ body: text, fieldsOff: ['content-length'] })).toMatch(/no framing/);
    expect(lines({ body: text, fields: [row('Transfer-Encoding', 'chunked')] }).join()).not.toMatch(
      /Content-Length/,
    );
    expect(lines({ body: text, fields: [row('content-length', '7')] })).toContain(
      'content-length: 7 [typed, you]',
    );
  });

  test.each(['multipart/form-data; boundary=mine', 'multipart/form-data; charset=utf-8; boundary="mine"'])(
    'a typed %s gives the boundary',
    (value) => {
      const body: Draft['body'] = { kind: 'multipart', parts: [{ name: 'a', on: true, value: 'b' }] };
      const { request } = sound({ method: 'POST', body, fields: [row('Content-Type', value)] });
      expect(textOf(request.body)).toMatch(/^--mine\r\n/);
    },
  );
});

describe('credentials', () => {
  test('what a scheme adds carries the name of the profile', () => {
    expect(lines({}, using('bearer', { token: 'abc' })).at(-1)).toBe(
      'Authorization: Bearer abc [auth, profile Acme prod]',
    );
    expect(lines({}, using('oauth2', {})).at(-1)).toBe(
      `Authorization: Bearer ${pendingToken} [auth, profile Acme prod]`,
    );
  });

  test('the stored token stands in the preview', () => {
    const fields = firstRequest(sound({}, using('oauth2', {})).flow(stillWorld), 'stored')?.fields ?? [];
    expect(fields.at(-1)?.value).toBe('Bearer stored');
  });

  test('settings may hold variables', () => {
    const input = {
      ...using('bearer', { token: '{{token}}', prefix: '{{word}}' }),
      variables: new Map([['token', 'abc']]),
    };
    expect(lines({}, input).at(-1)).toBe('Authorization: {{word}} abc [auth, profile Acme prod]');
    expect(sound({}, input).unresolved).toEqual(['word']);
  });

  test('a typed Authorization wins, and no token is fetched in vain', () => {
    const fields = [row('authorization', 'mine')];
    const result = sound({ fields }, using('oauth2', {}));
    expect(result.conflict).toBe(
      'You typed an Authorization field, so the one of profile Acme prod is left out.',
    );
    expect(steps(result.flow(stillWorld)).map(({ step }) => step)).toEqual(['send']);
    expect(
      sentRequests(result.flow(stillWorld))[0]?.fields.filter(({ name }) => /^authorization$/i.test(name)),
    ).toHaveLength(1);
  });

  test.each<[string, OpenSettings, readonly (readonly [string, string])[]]>([
    ['api-key', { value: 'k' }, [['Authorization', 'mine']]],
    ['api-key', { value: 'k', place: 'cookie' }, [['Cookie', 'a=b']]],
    ['bearer', { token: 't' }, [['X-API-Key', 'k']]],
    ['bearer', {}, [['Authorization', 'mine']]],
  ])('%s %j and typed %j do not collide', (id, settings, typed) => {
    expect(
      sound({ fields: typed.map(([name, value]) => row(name, value)) }, using(id, settings)).conflict,
    ).toBeUndefined();
  });

  describe('switched off in Headers', () => {
    const off = (fieldsOff: string[], input: Partial<ComposeInput>) => {
      const result = sound({ fieldsOff }, input);
      const sent = firstRequest(result.flow(stillWorld))?.fields ?? [];
      return {
        steps: steps(result.flow(stillWorld)).map(({ step }) => step),
        auth: sent.filter(({ origin }) => origin?.from === 'auth').map(({ name }) => name),
        conflict: result.conflict,
      };
    };

    test('the field of a scheme is not sent, and no token is fetched for it', () => {
      expect(off(['authorization'], using('oauth2', {}))).toEqual({
        steps: ['send'],
        auth: [],
        conflict: 'Authorization is switched off in Headers, so the one of profile Acme prod is left out.',
      });
    });

    test('a challenge is not answered with a field that is off', () => {
      const challenged: Scheme = {
        ...basic,
        answers: ['Authorization'],
        *flow(request) {
          yield* send(request);
          yield* send(request);
        },
      };
      const settings = { scheme: challenged, settings: {}, note: 'profile Acme prod' };
      expect(off([], { settings }).steps).toEqual(['send', 'send']);
      expect(off(['authorization'], { settings }).steps).toEqual(['send']);
    });

    test('a field that the scheme does not add changes nothing', () => {
      expect(off(['x-other', 'user-agent'], using('bearer', { token: 't' }))).toMatchObject({
        auth: ['Authorization'],
        conflict: undefined,
      });
    });

    test('user and password of the URL stay out of the field, and of the target', () => {
      const result = sound({ ...at('https://alice:pw@api.example.com/'), fieldsOff: ['authorization'] });
      expect(result.request.url).toBe('https://api.example.com/');
      expect(result.request.fields.map(({ name }) => name)).not.toContain('Authorization');
    });
  });

  test('an API key in the query', () => {
    const result = sound({}, using('api-key', { place: 'query', name: 'k', value: 'v' }));
    expect(result.request.url).toBe(url);
    expect(firstRequest(result.flow(stillWorld))?.url).toBe(`${url}?k=v`);
  });

  const withUserinfo = at('https://alice:wonderland@api.example.com/v1/me');

  test('user and password in the URL become Basic and leave the target', () => {
    expect(lines(withUserinfo).at(-1)).toBe(
      'Authorization: Basic YWxpY2U6d29uZGVybGFuZA== [url, from the URL]',
    );
    expect(sound(withUserinfo).request.url).toBe(url);
  });

  test('they give way to the scheme and to what was typed', () => {
    const authorization = (found: readonly string[]) => found.filter((line) => /^authorization:/i.test(line));
    expect(authorization(lines(withUserinfo, using('bearer', { token: 't' })))).toEqual([
      'Authorization: Bearer t [auth, profile Acme prod]',
    ]);
    expect(authorization(lines({ ...withUserinfo, fields: [row('authorization', 'mine')] }))).toEqual([
      'authorization: mine [typed, you]',
    ]);
    expect(authorization(lines(withUserinfo, using('api-key', { value: 'k' })))).toHaveLength(1);
  });

  test.each<[string, OpenSettings, RegExp]>([
    ['basic', { username: 'a:b', password: 'c' }, /colon.* It stands in profile Acme prod/],
    ['basic', { charset: 'latin-9' }, /settings of profile Acme prod do not fit Basic/],
    ['bearer', { token: 'abc\n' }, /The Authorization field of profile Acme prod contains a line break/],
    ['api-key', { name: 'X Key', value: 'v' }, /cannot be the name/],
  ])('%s %j cannot be sent', (id, settings, said) => expect(message({}, using(id, settings))).toMatch(said));

  test('what cannot become Basic in the URL', () => {
    expect(message(at('https://a%3Ab:c@h/'))).toMatch(/colon.* It stands in the URL/);
  });

  test('a flow can be run again', () => {
    const result = sound({}, using('bearer', { token: 't' }));
    expect(sentRequests(result.flow(stillWorld))).toEqual(sentRequests(result.flow(stillWorld)));
  });
});

describe('variables', () => {
  test('what has no value is sent as typed and reported, once', () => {
    const result = sound({
      ...at(`${url}/{{id}}`),
      fields: [row('Authorization', 'Bearer {{token}}'), row('X', '{{id}}')],
    });
    expect(result.unresolved).toEqual(['id', 'token']);
    expect(result.request.url).toBe(`${url}/{{id}}`);
    expect(result.request.fields[1]?.value).toBe('Bearer {{token}}');
  });

  test('a refusal reports them too', () => {
    expect(composed({ url: 'https://{{host}}/' })).toMatchObject({ ok: false, unresolved: ['host'] });
  });

  test('a value with a line break is caught after it was put in', () => {
    const variables = new Map([['token', 'abc\n']]);
    expect(message({ fields: [row('Authorization', 'Bearer {{token}}')] }, { variables })).toMatch(
      /line break/,
    );
  });
});
