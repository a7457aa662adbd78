import { describe, expect, test } from 'vitest';
import { stillWorld } from '../compose/will-send.ts';
import type { ReceivedResponse } from '../exchange/exchange.ts';
import { valueOf } from '../exchange/fields.ts';
import { authParam } from '../http-auth/auth.ts';
import { parseCredentials } from '../http-auth/credentials.ts';
import { digest } from './digest.ts';
import { digestRspauth } from './digest/response.ts';
import { digestAlgorithmNamed } from './digest/algorithm.ts';
import { answered, bareRequest, drive, refused, type Server } from './drive.test-support.ts';
import type { OpenSettings, OutgoingRequest, SchemeEnv } from './scheme.ts';

const worldWithMemory = (): SchemeEnv => {
  const kept = new Map<string, string>();
  let calls = 0;
  return {
    ...stillWorld,
    randomBytes: (count) => new Uint8Array(count).fill((calls += 1)),
    memory: { get: (key) => kept.get(key), set: (key, value) => void kept.set(key, value) },
  };
};

const ask = (
  server: Server,
  {
    env = worldWithMemory(),
    given = {},
    request = bareRequest(),
  }: { env?: SchemeEnv; given?: OpenSettings; request?: OutgoingRequest } = {},
): readonly OutgoingRequest[] =>
  drive(
    digest.flow(request, digest.settings.parse({ username: 'alice', password: 'wonderland', ...given }), env),
    server,
  );

const authorization = (request: OutgoingRequest | undefined): string =>
  valueOf(request?.fields ?? [], 'Authorization') ?? '';
const param = (request: OutgoingRequest | undefined, name: string): string | undefined =>
  authParam(parseCredentials(authorization(request)), name);

/** Accepts any answer to one of its nonces. */
const serverOf =
  (...challenges: readonly string[]): Server =>
  (request) =>
    authorization(request) === '' ? refused(...challenges) : answered(200);

const plain = 'Digest realm="r", nonce="n1", qop="auth"';

describe('answering', () => {
  test('first without credentials, then with them', () => {
    const [first, second, third] = ask(serverOf(plain));
    expect(authorization(first)).toBe('');
    expect(param(second, 'username')).toBe('alice');
    expect(param(second, 'uri')).toBe('/v1/me');
    expect(second?.fields.at(-1)?.origin?.from).toBe('auth');
    expect(third).toBeUndefined();
  });

  test.each([
    [
      'the strongest of several fields',
      ['Basic realm="b"', plain, 'Digest realm="r", nonce="n2", algorithm=SHA-256, qop="auth"'],
      'n2',
    ],
    [
      'the strongest of one field',
      [`${plain}, Digest realm="r", nonce="n2", algorithm=SHA-512-256, Basic realm=x`],
      'n2',
    ],
    ['the first of equals', [plain, 'Digest realm="q", nonce="n2", algorithm=MD5'], 'n1'],
    ['the one that is known', ['Digest realm="r", nonce="n2", algorithm=SHA3-256', plain], 'n1'],
    [
      'the one whose qop is known',
      ['Digest realm="r", nonce="n2", algorithm=SHA-256, qop=token', plain],
      'n1',
    ],
    ['whatever stands beside a broken line', ['nonce="aaaaaaaaaa"', plain], 'n1'],
  ])('%s', (_, challenges, nonce) => {
    expect(param(ask(serverOf(...challenges))[1], 'nonce')).toBe(nonce);
  });

  test.each<[string, Server, number]>([
    ['an answer', () => answered(200), 1],
    ['a refusal without Digest', () => refused('Basic realm="x"'), 1],
    ['a refusal without a challenge', () => answered(401), 1],
    ['a wrong password', () => refused(plain), 2],
    [
      'a wrong password, a new nonce each time',
      (_, count) => refused(`Digest realm="r", nonce="n${count}"`),
      2,
    ],
    [
      'a nonce that is stale for ever',
      (_, count) => refused(`Digest realm="r", nonce="n${count}", stale=true`),
      3,
    ],
    ['403', () => answered(403, ['WWW-Authenticate', plain]), 1],
  ])('%s ends it', (_, server, requests) => {
    expect(ask(server)).toHaveLength(requests);
  });

  test('a stale nonce is replaced', () => {
    const sent = ask((_, count) =>
      count === 3
        ? answered(200)
        : refused(`Digest realm="r", nonce="n${count}", qop=auth, stale=${count > 1}`),
    );
    expect(sent.map((one) => [param(one, 'nonce'), param(one, 'nc')])).toEqual([
      [undefined, undefined],
      ['n1', '00000001'],
      ['n2', '00000001'],
    ]);
  });

  test('what cannot be answered is told', () => {
    expect(() => ask(serverOf(plain), { given: { algorithm: 'SHA-256' } })).toThrow(
      /offers Digest with MD5, and the settings allow only SHA-256/,
    );
    expect(() => ask(serverOf('Digest realm="r", nonce="n", algorithm=SHA3'))).toThrow(
      /algorithm SHA3\) cannot be answered/,
    );
    expect(() => ask(serverOf('Digest realm="r"'))).toThrow(/lacks a realm or nonce/);
  });

  test('user:password of the URL is not given away as Basic', () => {
    const fromUrl = { name: 'Authorization', value: 'Basic x', origin: { from: 'url', note: '' } } as const;
    const sent = ask(serverOf(plain), { request: bareRequest({ fields: [fromUrl] }) });
    expect(sent.map(authorization)).toEqual(['', expect.stringMatching(/^Digest /)]);
  });

  test('auth-int hashes the body, of files too', () => {
    const server = serverOf('Digest realm="r", nonce="n", qop="auth-int"');
    const bytes = (text: string) => ({ kind: 'bytes' as const, bytes: new TextEncoder().encode(text) });
    const responses = [
      bareRequest(),
      bareRequest({ body: bytes('a') }),
      bareRequest({ body: { kind: 'pieces', pieces: [{ kind: 'file', path: '/f' }] } }),
    ].map((request) => param(ask(server, { request })[1], 'response'));
    expect(new Set(responses).size).toBe(3);
  });
});

describe('from one Send to the next', () => {
  test('the nonce is used again and counted', () => {
    const env = worldWithMemory();
    ask(serverOf(plain), { env });
    const again = ask(serverOf(plain), { env });
    expect(again).toHaveLength(1);
    expect([param(again[0], 'nonce'), param(again[0], 'nc')]).toEqual(['n1', '00000002']);
  });

  test.each<[string, Partial<OutgoingRequest>, OpenSettings]>([
    ['another user', {}, { username: 'bob' }],
    ['another host', { url: 'https://b.example/v1/me' }, {}],
    ['another port', { url: 'https://api.example.com:8443/v1/me' }, {}],
    ['another scheme', { url: 'http://api.example.com/v1/me' }, {}],
    ['an algorithm that is no longer allowed', {}, { algorithm: 'SHA-256' }],
  ])('not for %s', (_, change, given) => {
    const env = worldWithMemory();
    ask(serverOf(plain), { env });
    const [first] = ask(() => answered(200), { env, given, request: bareRequest(change) });
    expect(authorization(first)).toBe('');
  });

  test('the domain of a challenge bounds its nonce', () => {
    const env = worldWithMemory();
    ask(serverOf(`${plain}, domain="/v1 https://api.example.com/x https://b.example/"`), { env });
    const sentTo = (path: string): string =>
      authorization(
        ask(() => answered(200), { env, request: bareRequest({ url: `https://api.example.com${path}` }) })[0],
      );
    expect(sentTo('/v1/you')).toMatch(/^Digest/);
    expect(sentTo('/x/y')).toMatch(/^Digest/);
    expect(sentTo('/other')).toBe('');
  });

  test('of two realms the one of the nearest path', () => {
    const env = worldWithMemory();
    const at = (path: string) => bareRequest({ url: `https://api.example.com${path}` });
    ask(serverOf('Digest realm="a", nonce="na"'), { env, request: at('/a/x') });
    ask(
      ({ fields }) =>
        valueOf(fields, 'Authorization')?.includes('"nb"') === true
          ? answered(200)
          : refused('Digest realm="b", nonce="nb"'),
      {
        env,
        request: at('/b/x'),
      },
    );
    const nonces = ['/a/y', '/b/y', '/c'].map((path) =>
      param(ask(() => answered(200), { env, request: at(path) })[0], 'nonce'),
    );
    expect(nonces).toEqual(['na', 'nb', 'nb']);
  });

  test('a remembered nonce that the server has forgotten is replaced, stale or not', () => {
    const env = worldWithMemory();
    ask(serverOf(plain), { env });
    const sent = ask(
      (request) =>
        param(request, 'nonce') === 'n2' ? answered(200) : refused('Digest realm="r", nonce="n2"'),
      { env },
    );
    expect(sent.map((one) => param(one, 'nonce'))).toEqual(['n1', 'n2']);
  });

  test('nextnonce is taken, and counted anew', () => {
    const env = worldWithMemory();
    ask(
      (request) =>
        authorization(request) === ''
          ? refused(plain)
          : answered(200, ['Authentication-Info', 'nextnonce="n2"']),
      { env },
    );
    const [next] = ask(() => answered(200), { env });
    expect([param(next, 'nonce'), param(next, 'nc')]).toEqual(['n2', '00000001']);
  });

  test('a session keeps its A1 beyond a next nonce (RFC 7616 §3.4.2)', () => {
    const env = worldWithMemory();
    const challenge = 'Digest realm="r", nonce="n1", qop=auth, algorithm=MD5-sess';
    const [, first] = ask(
      (request) =>
        authorization(request) === ''
          ? refused(challenge)
          : answered(200, ['Authentication-Info', 'nextnonce="n2"']),
      { env },
    );
    const [next] = ask(() => answered(200), { env });
    expect(param(next, 'cnonce')).toBe(param(first, 'cnonce'));
    expect(next?.xray?.parts.find(({ label }) => label === 'A1')?.text).toBe(
      `••••••••:n1:${param(first, 'cnonce')}`,
    );
  });
});

describe('redirects', () => {
  const elsewhere =
    (url: string): Server =>
    (request, count) =>
      count === 1 ? { response: refused(plain), redirected: { ...request, url } } : answered(200);

  test('within the origin the place that was reached is answered', () => {
    const [, second] = ask(elsewhere('https://api.example.com/v2/me?x'));
    expect([second?.url, param(second, 'uri')]).toEqual(['https://api.example.com/v2/me?x', '/v2/me?x']);
  });

  test('another origin is not told', () => {
    expect(ask(elsewhere('https://evil.example/v1/me'))).toHaveLength(1);
  });
});

describe('what is shown of it', () => {
  const [, sent] = ask(serverOf('Digest realm="r", nonce="n1", qop="auth"'));
  const texts = Object.fromEntries(sent?.xray?.parts.map(({ label, text }) => [label, text]) ?? []);

  test('every step by its name, nothing that a password could be found by', () => {
    expect(texts).toMatchObject({
      A1: 'alice:r:••••••••',
      HA1: '••••••••',
      A2: 'GET:/v1/me',
      response: param(sent, 'response'),
    });
    expect(JSON.stringify(sent?.xray)).not.toContain('wonderland');
  });

  const inputs = {
    algorithm: digestAlgorithmNamed('MD5') ?? { name: 'MD5', hash: 'md5', session: false },
    username: 'alice',
    password: 'wonderland',
    realm: 'r',
    nonce: 'n1',
    qop: 'auth',
    nc: '00000001',
    cnonce: param(sent, 'cnonce') ?? '',
    method: 'GET',
    uri: '/v1/me',
  } as const;

  test.each<[string, readonly (readonly [string, string])[], RegExp | undefined]>([
    ['a proof', [['Authentication-Info', `rspauth="${digestRspauth(inputs)}"`]], /^As expected/],
    ['a wrong proof', [['authentication-info', 'qop=auth, rspauth="00"']], /^Not as expected/],
    ['another next nonce only', [['Authentication-Info', 'nextnonce="x"']], undefined],
    ['nothing', [], undefined],
  ])('%s of the server', (_, fields, said) => {
    const parts = sent?.xrayOfAnswer?.(answered(200, ...fields)) ?? [];
    if (said === undefined) expect(parts).toEqual([]);
    else expect(parts).toMatchObject([{ label: 'rspauth', text: expect.stringMatching(said) }]);
  });

  test.each<[string, ReceivedResponse['body'], RegExp]>([
    ['in hand', { kind: 'text', text: 'é', size: 2 }, /^Not as expected/],
    ['decoded from another charset', { kind: 'text', text: 'é', size: 1 }, /^Not checked/],
    ['in a file', { kind: 'file', id: 'x', size: 9 }, /^Not checked/],
  ])('auth-int proves the body: %s', (_, body, said) => {
    const [, request] = ask(serverOf('Digest realm="r", nonce="n1", qop="auth-int"'));
    const response = { ...answered(200, ['Authentication-Info', 'rspauth="00"']), body };
    expect(request?.xrayOfAnswer?.(response)).toMatchObject([{ text: expect.stringMatching(said) }]);
  });
});

describe('curl and other tools', () => {
  test.each<[OpenSettings, readonly string[], RegExp]>([
    [{ username: 'a', password: 'b' }, ['--digest', '-u', 'a:b'], /^$/],
    [{}, [], /^$/],
    [{ username: 'a', qop: 'auth-int' }, ['--digest', '-u', 'a:'], /auth-int/],
    [{ username: 'a', algorithm: 'SHA-512-256' }, ['--digest', '-u', 'a:'], /SHA-512-256/],
    [{ username: 'ü', charset: 'iso-8859-1' }, ['--digest', '-u', 'ü:'], /UTF-8/],
    [{ username: 'u', charset: 'iso-8859-1' }, ['--digest', '-u', 'u:'], /^$/],
  ])('%j', (given, words, notes) => {
    const said = digest.curl?.(digest.settings.parse(given), bareRequest());
    expect(said?.words.map(({ text }) => text)).toEqual(words);
    expect(said?.notes.join(' ')).toMatch(notes);
  });

  test("other tools' defaults are not taken for wishes", () => {
    expect(
      digest.foreign?.postman?.read({
        username: 'a',
        password: 'b',
        algorithm: 'MD5',
        qop: 'auth',
        nonce: 'n',
      }),
    ).toEqual({
      username: 'a',
      password: { plain: 'b' },
    });
  });

  test.each<[OpenSettings, RegExp | undefined]>([
    [{ username: '€', charset: 'iso-8859-1' }, /ISO-8859-1 has no code/],
    [{ username: 'ü', charset: 'iso-8859-1' }, undefined],
    [{ username: '€' }, undefined],
  ])('settings %j', (given, problem) => {
    const said = digest.problem?.(digest.settings.parse(given));
    if (problem === undefined) expect(said).toBeUndefined();
    else expect(said).toMatch(problem);
  });
});
