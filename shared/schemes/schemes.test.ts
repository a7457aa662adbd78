import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import { bareRequest, sentRequests, steps } from './drive.test-support.ts';
import { schemeById, schemes } from './index.ts';
import type { OpenSettings, OutgoingRequest, Scheme } from './scheme.ts';

const scheme = (id: string): Scheme => {
  const found = schemeById(id);
  if (found === undefined) throw new Error(`no scheme ${id}`);
  return found;
};

const settingsOf = (id: string, given: OpenSettings): OpenSettings => scheme(id).settings.parse(given);

const sent = (id: string, given: OpenSettings, request = bareRequest()): OutgoingRequest => {
  const requests = sentRequests(scheme(id).flow(request, settingsOf(id, given), stillWorld), 'tok-1');
  const [first] = requests;
  if (first === undefined || requests.length !== 1) throw new Error(`${requests.length} requests`);
  return first;
};

const added = (id: string, given: OpenSettings, request?: OutgoingRequest): readonly string[] =>
  sent(id, given, request)
    .fields.filter(({ origin }) => origin?.from === 'auth')
    .map(({ name, value }) => `${name}: ${value}`);

describe('the registry', () => {
  const folder = new URL('.', import.meta.url);
  const declaring = readdirSync(folder)
    .filter((name) => name.endsWith('.ts') && !name.includes('.test') && name !== 'scheme.ts')
    .filter((name) => readFileSync(new URL(name, folder), 'utf8').includes('defineScheme'));

  test('holds every file that declares a scheme, under the name of the file', () => {
    expect(declaring.map((name) => name.replace(/\.ts$/, '')).toSorted()).toEqual(
      schemes()
        .map(({ id }) => id)
        .toSorted(),
    );
  });

  test.each(schemes().map((one) => [one.id, one] as const))('%s is declared whole', (_, one) => {
    expect(one.references.length).toBeGreaterThan(0);
    expect(one.form.map(({ name }) => name).toSorted()).toEqual(Object.keys(one.initial).toSorted());
    expect(one.settings.parse({})).toEqual(one.initial);
    expect(one.settings.parse({ ...one.initial, unknown: 'x' })).toEqual(one.initial);
    expect(one.summary(one.initial)).not.toBe('');
    for (const field of one.form) {
      if (field.kind === 'choice') {
        expect(field.choices?.map(({ value }) => value)).toContain(one.initial[field.name]);
      }
      if (field.kind === 'switch') expect(one.initial[field.name]).toBe(false);
    }
    const groups = one.form.map(({ group }) => group);
    const runs = groups.filter((group, index) => group !== groups[index - 1]);
    expect(new Set(runs).size).toBe(runs.length);
  });

  test.each(schemes().map((one) => [one.id, one] as const))(
    '%s refuses settings of a wrong type',
    (_, one) => {
      const [field] = one.form;
      expect(one.settings.safeParse({ [field?.name ?? '']: 7 }).success).toBe(false);
    },
  );

  test.each(schemes().map(({ id }) => id))('%s is found by its id', (id) =>
    expect(schemeById(id)?.id).toBe(id),
  );

  test('knows no other', () => expect(schemeById('none')).toBeUndefined());
});

describe('what is sent', () => {
  test.each<[string, string, OpenSettings, readonly string[]]>([
    [
      'Basic',
      'basic',
      { username: 'alice', password: 'wonderland' },
      ['Authorization: Basic YWxpY2U6d29uZGVybGFuZA=='],
    ],
    ['Basic in Latin-1', 'basic', { username: 'ü', charset: 'iso-8859-1' }, ['Authorization: Basic /Do=']],
    ['Basic, empty form', 'basic', {}, []],
    ['Bearer', 'bearer', { token: 'abc' }, ['Authorization: Bearer abc']],
    ['Bearer, own prefix', 'bearer', { token: 'abc', prefix: 'Token' }, ['Authorization: Token abc']],
    ['Bearer, no prefix', 'bearer', { token: 'abc', prefix: '' }, ['Authorization: abc']],
    ['Bearer, UTF-8 bytes', 'bearer', { token: 'é' }, ['Authorization: Bearer \u00c3\u00a9']],
    ['Bearer, empty form', 'bearer', {}, []],
    ['API key', 'api-key', { value: 'k1' }, ['X-API-Key: k1']],
    ['API key in a cookie', 'api-key', { place: 'cookie', name: 'key', value: 'k1' }, ['Cookie: key=k1']],
    ['API key, empty form', 'api-key', {}, []],
    ['API key without a name', 'api-key', { name: '', value: 'k1' }, []],
    ['OAuth 2.0', 'oauth2', {}, ['Authorization: Bearer tok-1']],
    ['OAuth 2.0, own prefix', 'oauth2', { prefix: '' }, ['Authorization: tok-1']],
  ])('%s', (_, id, given, fields) => expect(added(id, given)).toEqual(fields));

  test.each([
    ['https://h/p', 'https://h/p?api_key=a%26b'],
    ['https://h/p?x=1', 'https://h/p?x=1&api_key=a%26b'],
    ['https://h/p?', 'https://h/p?api_key=a%26b'],
    ['https://h/p?x=1&', 'https://h/p?x=1&api_key=a%26b'],
  ])('an API key in the query of %s', (url, expected) => {
    const request = sent('api-key', { place: 'query', name: 'api_key', value: 'a&b' }, bareRequest({ url }));
    expect(request.url).toBe(expected);
    expect(request.fields).toEqual(bareRequest().fields);
  });

  test('an API key joins a Cookie field that is there already', () => {
    const request = bareRequest({ fields: [{ name: 'cookie', value: 'a=b' }] });
    expect(added('api-key', { place: 'cookie', name: 'key', value: 'k1' }, request)).toEqual([
      'cookie: a=b; key=k1',
    ]);
  });

  test.each(['basic', 'bearer', 'oauth2'])('%s leaves a typed Authorization alone', (id) => {
    const typed = { name: 'authorization', value: 'mine', origin: { from: 'typed', note: 'you' } } as const;
    const request = bareRequest({ fields: [typed] });
    expect(sent(id, { username: 'u', token: 't' }, request).fields).toEqual([typed]);
  });

  test('credentials from the URL give way', () => {
    const fromUrl = { name: 'Authorization', value: 'Basic x', origin: { from: 'url', note: '' } } as const;
    expect(sent('bearer', { token: 't' }, bareRequest({ fields: [fromUrl] })).fields).toMatchObject([
      { value: 'Bearer t', origin: { from: 'auth' } },
    ]);
  });

  test('OAuth 2.0 asks for its token before it sends', () => {
    const flow = scheme('oauth2').flow(bareRequest(), scheme('oauth2').initial, stillWorld);
    expect(steps(flow).map(({ step }) => step)).toEqual(['token', 'send']);
  });

  test('a flow refuses the wrong answer', () => {
    const flow = scheme('oauth2').flow(bareRequest(), scheme('oauth2').initial, stillWorld);
    flow.next();
    const response = {
      status: 200,
      reason: '',
      httpVersion: '1.1',
      fields: [],
      body: { kind: 'none' as const },
    };
    expect(() => flow.next({ result: 'response', response })).toThrow(TypeError);
  });
});

describe('settings that cannot make a request', () => {
  test.each<[string, OpenSettings, RegExp | undefined]>([
    ['basic', { username: 'a:b' }, /colon/],
    ['basic', { username: 'a', password: 'b' }, undefined],
    ['api-key', { name: '', value: 'x' }, /no name/],
    ['api-key', { name: 'X Key', value: 'x' }, /cannot be the name of a header/],
    ['api-key', { name: 'x y', value: 'x', place: 'query' }, undefined],
    ['api-key', { name: 'k', value: 'a;b', place: 'cookie' }, /semicolon/],
    ['api-key', { name: 'k', value: 'a;b' }, undefined],
  ])('%s %j', (id, given, problem) => {
    const said = scheme(id).problem?.(settingsOf(id, given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });
});

describe('how curl says it', () => {
  test.each<[string, OpenSettings, readonly string[] | undefined]>([
    ['basic', { username: 'a', password: 'b c' }, ['-u', 'a:b c']],
    ['basic', { username: 'a', password: 'ü', charset: 'iso-8859-1' }, []],
    ['basic', {}, []],
    ['basic', { source: 'netrc' }, ['--netrc']],
    ['basic', { source: 'netrc', netrcFile: '~/n' }, ['--netrc-file', '~/n']],
    ['digest', { source: 'netrc' }, ['--digest', '--netrc']],
    ['bearer', { token: 'x' }, undefined],
  ])('%s %j', (id, given, words) => {
    expect(
      scheme(id)
        .curl?.(settingsOf(id, given), bareRequest())
        .words.map(({ text }) => text),
    ).toEqual(words);
  });

  test('the password word is secret', () => {
    const words = scheme('basic').curl?.(
      settingsOf('basic', { username: 'a', password: 'b' }),
      bareRequest(),
    ).words;
    expect(words?.map(({ secret }) => secret)).toEqual([undefined, true]);
  });
});

describe('recognising what was pasted', () => {
  const recognised = (url: string, ...fields: readonly (readonly [string, string])[]) =>
    schemes().flatMap((one) => {
      const found = one.recognise?.({ url, fields: fields.map(([name, value]) => ({ name, value })) });
      return found === undefined ? [] : [{ id: one.id, ...found }];
    });

  test.each([
    [
      'Basic',
      'Basic YWxpY2U6d29uZGVybGFuZA==',
      'basic',
      { username: 'alice', password: { plain: 'wonderland' } },
    ],
    ['Basic in Latin-1 keeps its charset', 'Basic /Do=', 'basic', { username: 'ü', charset: 'iso-8859-1' }],
    ['Bearer', 'Bearer abc.def', 'bearer', { token: { plain: 'abc.def' }, prefix: 'Bearer' }],
    ['Bearer as it was spelled', 'bearer abc', 'bearer', { prefix: 'bearer' }],
  ])('%s', (_, value, id, settings) => {
    expect(recognised('https://h/', ['Authorization', value])).toMatchObject([
      { id, settings, fieldNames: ['authorization'], queryNames: [] },
    ]);
  });

  test.each([
    ['a doubled scheme', 'Bearer Bearer abc'],
    ['a placeholder', 'Bearer {{token}}'],
    ['a quoted token', 'Bearer "abc"'],
    ['a space at the end', 'Bearer abc '],
    ['Basic that would be written otherwise', 'basic YWxpY2U6d29uZGVybGFuZA=='],
    ['Basic without a colon', 'Basic Zm9v'],
    ['Basic without padding', 'Basic Og'],
    ['Basic with a line break in the password', 'Basic YTpiCg=='],
    ['another scheme', 'Digest username="a"'],
    ['nothing', ''],
  ])('leaves %s where it stands', (_, value) => {
    expect(recognised('https://h/', ['Authorization', value])).toEqual([]);
  });

  test('leaves two Authorization fields alone', () => {
    expect(recognised('https://h/', ['Authorization', 'Bearer a'], ['authorization', 'Bearer b'])).toEqual(
      [],
    );
  });

  test('an API key in a field and in the query', () => {
    expect(recognised('https://h/', ['x-api-key', 'k1'])).toMatchObject([
      {
        id: 'api-key',
        settings: { name: 'x-api-key', value: { plain: 'k1' }, place: 'header' },
        fieldNames: ['x-api-key'],
      },
    ]);
    expect(recognised('https://h/?a=1&api_key=k1')).toMatchObject([
      { id: 'api-key', settings: { name: 'api_key', place: 'query' }, queryNames: ['api_key'] },
    ]);
  });

  test.each([
    'https://h/?api_key',
    'https://h/?api_key=a%20b',
    'https://h/?api_key=a&api_key=b',
    'https://h/?key=a',
  ])('leaves %s alone', (url) => expect(recognised(url)).toEqual([]));

  test('what is recognised is sent as it was', () => {
    const [found] = recognised('https://h/?api_key=k1');
    expect(found).toBeDefined();
    expect(
      sent('api-key', { name: 'api_key', value: 'k1', place: 'query' }, bareRequest({ url: 'https://h/' }))
        .url,
    ).toBe('https://h/?api_key=k1');
  });
});

describe('fields that come and go', () => {
  test.each<[string, OpenSettings, boolean]>([
    ['authorizationEndpoint', { grant: 'authorization-code' }, true],
    ['authorizationEndpoint', { grant: 'client-credentials' }, false],
    ['clientSecret', { clientAuthentication: 'none' }, false],
    ['clientSecret', { clientAuthentication: 'body' }, true],
    ['refreshToken', { grant: 'refresh-token' }, true],
    ['deviceAuthorizationEndpoint', { grant: 'device-code' }, true],
    ['password', { grant: 'password' }, true],
    ['actorTokenType', { grant: 'token-exchange' }, false],
    ['actorTokenType', { grant: 'token-exchange', actorToken: 'x' }, true],
    ['privateKey', { clientAuthentication: 'key-jwt' }, true],
    ['privateKey', { clientAuthentication: 'secret-jwt' }, false],
    ['privateKey', { grant: 'jwt-bearer' }, true],
    ['privateKey', { grant: 'jwt-bearer', assertion: 'e.y.J' }, false],
    ['clientSecret', { clientAuthentication: 'certificate' }, false],
    ['allowHttp', { tokenEndpoint: 'http://keycloak:8080/token' }, true],
    ['allowHttp', { tokenEndpoint: 'http://127.0.0.1:18141/token' }, false],
    ['allowHttp', { issuer: 'https://login.example.com' }, false],
    ['allowHttp', { issuer: 'login' }, false],
  ])('%s with %j: %s', (name, given, shown) => {
    const field = scheme('oauth2').form.find((one) => one.name === name);
    expect(field?.when?.(settingsOf('oauth2', given))).toBe(shown);
  });
});
