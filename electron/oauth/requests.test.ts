import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { calculatePKCECodeChallenge, generateRandomCodeVerifier } from 'oauth4webapi';
import { describe, expect, it, test } from 'vitest';
import { fakeTransport, route, settingsOf } from './fakes.test-support.ts';
import { furtherParameters, requestedTarget } from './parameters.ts';
import { tokenAnswer } from './token-answer.ts';
import { NoAnswer, transportFetch } from './transport-fetch.ts';

const server = { issuer: 'https://as.example', token_endpoint: 'https://as.example/token' };

describe('parameters', () => {
  test.each([
    [{}, ''],
    [{ scope: ' read  write ' }, 'scope=read+write'],
    [{ audience: ' https://api ' }, 'audience=https%3A%2F%2Fapi'],
    [{ resource: 'urn:a urn:b' }, 'resource=urn%3Aa&resource=urn%3Ab'],
    [{ authorizationDetails: ' [] ' }, 'authorization_details=%5B%5D'],
  ])('%j', (given, wanted) => {
    const target = { scope: '', audience: '', resource: '', authorizationDetails: '', ...given };
    expect(requestedTarget(target, { scope: true }).toString()).toBe(wanted);
  });

  test('a code exchange asks for no scope', () => {
    expect(requestedTarget(settingsOf({ scope: 'read', audience: 'a' }), { scope: false }).toString()).toBe(
      'audience=a',
    );
  });

  test.each([
    ['', 'scope=read'],
    ['a=1&a=2', 'scope=read&a=1&a=2'],
    ['?prompt=consent', 'scope=read&prompt=consent'],
    ['scope=write', 'scope=write'],
    ['grant_type=password&code_verifier=x&state=y&client_secret=z&client_id=q', 'scope=read'],
  ])('further ones: %j', (typed, wanted) => {
    const parameters = new URLSearchParams({ scope: 'read' });
    furtherParameters(typed, parameters);
    expect(parameters.toString()).toBe(wanted);
  });
});

describe('the answer of a token endpoint', () => {
  const judge = (body: unknown, status = 200) =>
    tokenAnswer(
      server,
      { client_id: 'client' },
      new Response(typeof body === 'string' ? body : JSON.stringify(body), { status }),
    );

  test.each<[string, unknown, object]>([
    [
      'RFC 6749 §5.1',
      { access_token: 'at', token_type: 'Bearer', expires_in: 3600, refresh_token: 'rt', scope: 'a b' },
      {
        accessToken: 'at',
        tokenType: 'bearer',
        expiresIn: 3600,
        refreshToken: 'rt',
        scope: 'a b',
        idToken: undefined,
      },
    ],
    [
      'only what must be there',
      { access_token: 'at', token_type: 'bearer' },
      { expiresIn: undefined, refreshToken: undefined, scope: undefined },
    ],
    ['no token_type', { access_token: 'at' }, { tokenType: 'bearer' }],
    ['an unusual token_type', { access_token: 'at', token_type: 'JWT' }, { tokenType: 'jwt' }],
    ['expires_in as text', { access_token: 'at', expires_in: '60' }, { expiresIn: 60 }],
    ['expires_in 0 says nothing', { access_token: 'at', expires_in: 0 }, { expiresIn: undefined }],
    ['expires_in that is no number', { access_token: 'at', expires_in: 'soon' }, { expiresIn: undefined }],
    ['expires_in null', { access_token: 'at', expires_in: null }, { expiresIn: undefined }],
    ['an empty refresh token', { access_token: 'at', refresh_token: '' }, { refreshToken: undefined }],
    ['any ID token', { access_token: 'at', id_token: 'not even a JWT' }, { idToken: 'not even a JWT' }],
  ])('grants: %s', async (_, body, granted) => {
    expect(await judge(body)).toMatchObject({ ok: true, granted });
  });

  test.each<[string, unknown, number, string, RegExp]>([
    [
      'RFC 6749 §5.2',
      { error: 'invalid_grant', error_description: 'Token expired.' },
      400,
      'invalid_grant',
      /^invalid_grant: .*The server says: "Token expired"\. The request was not sent\.$/,
    ],
    ['401 with a body', { error: 'invalid_client' }, 401, 'invalid_client', /does not accept this client/],
    [
      'an error with status 200',
      { error: 'bad_verification_code' },
      200,
      'bad_verification_code',
      /answered bad_verification_code\. The request/,
    ],
    ['a name that objects have', { error: 'constructor' }, 400, 'constructor', /answered constructor\./],
    ['a status without a reason', '', 503, 'token-request-refused', /answered 503 without saying why/],
    ['a login page', '<html>', 200, 'token-answer-malformed', /not a JSON object/],
    ['no token', {}, 200, 'token-answer-malformed', /access_token/],
    ['a token that is a number', { access_token: 7 }, 200, 'token-answer-malformed', /access_token/],
    ['a token with a line break', { access_token: 'a\r\nX: y' }, 200, 'token-answer-malformed', /characters/],
    ['a scope that is a list', { access_token: 'a', scope: ['a'] }, 200, 'token-answer-malformed', /scope/],
    [
      'a token bound to a key',
      { access_token: 'a', token_type: 'DPoP' },
      200,
      'token-type-unsupported',
      /DPoP/,
    ],
  ])('refuses: %s', async (_, body, status, code, message) => {
    const answer = await judge(body, status);
    expect(answer.ok ? answer : answer.stopped).toMatchObject({
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe('the fetch that is our transport', () => {
  const carrier = (transport: Parameters<typeof transportFetch>[0]['transport']) => {
    const exchanges: string[] = [];
    return {
      exchanges,
      carrier: {
        transport,
        route,
        signal: new AbortController().signal,
        userAgent: 'why401/1.0',
        onExchange: ({ purpose }: { purpose: string }) => exchanges.push(purpose),
      },
    };
  };

  test('writes usual names, frames the body, shows the exchange', async () => {
    const { transport, seen } = fakeTransport(() => ({ body: '{"a":1}' }));
    const { carrier: own, exchanges } = carrier(transport);
    const headers = {
      accept: 'application/json',
      authorization: 'Basic x',
      'content-type': 'application/x-www-form-urlencoded',
    };
    const response = await transportFetch(own, 'token')('https://as.example:8443/token', {
      method: 'POST',
      headers,
      body: new URLSearchParams({ a: 'ü' }),
    });
    expect(await response.json()).toEqual({ a: 1 });
    expect(seen[0]?.fields.map(({ name, value }) => `${name}: ${value}`)).toEqual([
      'Host: as.example:8443',
      'Accept: application/json',
      'Authorization: Basic x',
      'Content-Type: application/x-www-form-urlencoded',
      'User-Agent: why401/1.0',
      'Content-Length: 8',
    ]);
    expect(exchanges).toEqual(['token']);
  });

  test.each([
    [302, 302],
    [204, 204],
    [304, 304],
    [700, 502],
  ])('status %i reads as %i', async (status, read) => {
    const { carrier: own } = carrier(fakeTransport(() => ({ status })).transport);
    const response = await transportFetch(own, 'discovery')('https://as.example/', {
      method: 'GET',
      headers: {},
    });
    expect(response.status).toBe(read);
  });

  test('no answer is thrown, with its reason', async () => {
    const failure = { code: 'refused', message: 'Nobody listens.', detail: 'ECONNREFUSED' } as const;
    const { carrier: own, exchanges } = carrier(fakeTransport(() => ({ failure })).transport);
    await expect(
      transportFetch(own, 'token')('https://as.example/', { method: 'GET', headers: {} }),
    ).rejects.toThrow(NoAnswer);
    expect(exchanges).toEqual(['token']);
  });
});

interface PkceVector {
  readonly id: string;
  readonly kind: 'verifier-from-octets' | 'challenge' | 'validate';
  readonly input: unknown;
  readonly expect: string;
}

const file = fileURLToPath(new URL('../../../shared/vectors/pkce.json', import.meta.url));

describe.runIf(existsSync(file))('vectors/pkce.json', () => {
  const { vectors } = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { vectors: readonly PkceVector[] })
    : { vectors: [] };
  const s256 = vectors.flatMap(({ id, kind, input, expect: wanted }) => {
    if (kind !== 'challenge') return [];
    const { verifier, method } = input as { verifier: string; method: string };
    return method === 'S256' ? [[id, verifier, wanted] as const] : [];
  });

  test.each(s256)('%s', async (_, verifier, wanted) => {
    expect(await calculatePKCECodeChallenge(verifier)).toBe(wanted);
  });

  test('our verifiers are as RFC 7636 §4.1 wants them, and never the same', () => {
    const verifiers = Array.from({ length: 50 }, generateRandomCodeVerifier);
    for (const verifier of verifiers) expect(verifier).toMatch(/^[A-Za-z0-9\-._~]{43,128}$/);
    expect(new Set(verifiers).size).toBe(50);
  });
});

if (!existsSync(file)) {
  console.log('skipped: vectors/pkce.json is not beside the project');
  it.skip('vectors/pkce.json');
}
