import { generateKeyPairSync } from 'node:crypto';
import { jwtVerify } from 'jose';
import { describe, expect, test } from 'vitest';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { authorizationUrl } from './authorization-request.ts';
import { fakeTransport, route, settingsOf, type FakeAnswer } from './fakes.test-support.ts';

const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const marks = { redirectUri: 'http://127.0.0.1:5000/callback', state: 's1', challenge: 'c1', nonce: 'n1' };

const fixed = {
  client_id: 'client',
  redirect_uri: marks.redirectUri,
  state: 's1',
  code_challenge: 'c1',
  code_challenge_method: 'S256',
};

const ask = async (given: Partial<OAuth2Settings>, metadata: object = {}, answer: FakeAnswer = {}) => {
  const { transport, seen } = fakeTransport(() => answer);
  const url = await authorizationUrl(
    {
      settings: settingsOf({ grant: 'authorization-code', ...given }),
      server: {
        metadata: {
          issuer: 'https://as.example',
          authorization_endpoint: 'https://as.example/authorize?tenant=1&prompt=none',
          ...metadata,
        },
        issuerKnown: true,
      },
      carrier: {
        transport,
        route,
        signal: new AbortController().signal,
        userAgent: 'why401/1.0',
        onExchange: () => undefined,
      },
      nowMs: () => 1_700_000_000_000,
    },
    marks,
  );
  return { url: new URL(url), seen };
};

describe('the address of a login', () => {
  test.each<[string, Partial<OAuth2Settings>, Readonly<Record<string, string>>]>([
    [
      'a code, and parameters that cannot replace what makes it safe',
      {
        scope: 'openid read',
        audience: 'urn:api',
        authorizationParameters: 'prompt=consent&state=evil&response_type=token&request_uri=x&nonce=y',
      },
      {
        response_type: 'code',
        ...fixed,
        nonce: 'n1',
        scope: 'openid read',
        audience: 'urn:api',
        prompt: 'consent',
      },
    ],
    [
      'step-up and details',
      {
        acrValues: ' gold  silver ',
        maxAge: '0',
        responseMode: 'query',
        authorizationDetails: '[{"type":"payment"}]',
      },
      {
        response_type: 'code',
        ...fixed,
        prompt: 'none',
        acr_values: 'gold silver',
        max_age: '0',
        response_mode: 'query',
        authorization_details: '[{"type":"payment"}]',
      },
    ],
    [
      'implicit, for an API',
      { grant: 'implicit', scope: 'read' },
      {
        response_type: 'token',
        client_id: 'client',
        redirect_uri: marks.redirectUri,
        state: 's1',
        scope: 'read',
        prompt: 'none',
      },
    ],
    [
      'implicit, with an ID token',
      { grant: 'implicit', scope: 'openid' },
      {
        response_type: 'id_token token',
        client_id: 'client',
        redirect_uri: marks.redirectUri,
        state: 's1',
        nonce: 'n1',
        scope: 'openid',
        prompt: 'none',
      },
    ],
    [
      'hybrid',
      { grant: 'hybrid', scope: 'openid' },
      { response_type: 'code id_token', ...fixed, nonce: 'n1', scope: 'openid', prompt: 'none' },
    ],
  ])('%s', async (_, given, wanted) => {
    const { url, seen } = await ask(given);
    expect(url.origin + url.pathname).toBe('https://as.example/authorize');
    expect(Object.fromEntries(url.searchParams)).toEqual({ tenant: '1', ...wanted });
    expect([...url.searchParams.keys()]).toHaveLength(Object.keys(wanted).length + 1);
    expect(seen).toEqual([]);
  });

  test('several resources stand side by side', async () => {
    const { url } = await ask({ resource: 'urn:a urn:b' });
    expect(url.searchParams.getAll('resource')).toEqual(['urn:a', 'urn:b']);
  });
});

describe('a signed request (RFC 9101)', () => {
  const signed: Partial<OAuth2Settings> = { requestObject: true, privateKey: pem, keyAlgorithm: 'ES256' };

  test('holds every parameter, and the address only what must be open', async () => {
    const { url } = await ask({
      ...signed,
      scope: 'openid',
      resource: 'urn:a urn:b',
      maxAge: '60',
      authorizationDetails: '[{"type":"payment"}]',
    });
    expect([...url.searchParams.keys()].toSorted()).toEqual([
      'client_id',
      'prompt',
      'request',
      'response_type',
      'scope',
      'tenant',
    ]);
    const { payload, protectedHeader } = await jwtVerify(url.searchParams.get('request') ?? '', publicKey, {
      issuer: 'client',
      audience: 'https://as.example',
      typ: 'oauth-authz-req+jwt',
      currentDate: new Date(1_700_000_010_000),
    });
    expect(protectedHeader.alg).toBe('ES256');
    expect(payload).toMatchObject({
      ...fixed,
      response_type: 'code',
      scope: 'openid',
      resource: ['urn:a', 'urn:b'],
      max_age: 60,
      authorization_details: [{ type: 'payment' }],
    });
  });

  test('does not go without a key', async () => {
    await expect(ask({ requestObject: true })).rejects.toThrow(/no private key/);
  });
});

describe('a pushed request (RFC 9126)', () => {
  const endpoint = { pushed_authorization_request_endpoint: 'https://as.example/par' };
  const kept: FakeAnswer = {
    status: 201,
    body: { request_uri: 'urn:ietf:params:oauth:request_uri:x', expires_in: 60 },
  };

  test.each<[string, Partial<OAuth2Settings>, object]>([
    ['by switch', { pushed: true }, endpoint],
    ['because the metadata demand it', {}, { ...endpoint, require_pushed_authorization_requests: true }],
  ])('%s', async (_, given, metadata) => {
    const { url, seen } = await ask({ ...given, scope: 'read' }, metadata, kept);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tenant: '1',
      prompt: 'none',
      client_id: 'client',
      request_uri: 'urn:ietf:params:oauth:request_uri:x',
    });
    expect(seen).toMatchObject([
      {
        purpose: 'token',
        method: 'POST',
        url: 'https://as.example/par',
        authorization: `Basic ${btoa('client:secret')}`,
        form: { response_type: 'code', ...fixed, scope: 'read' },
      },
    ]);
  });

  test('a signed request is pushed as one', async () => {
    const given = { pushed: true, requestObject: true, privateKey: pem, keyAlgorithm: 'ES256' } as const;
    const { seen } = await ask(given, endpoint, kept);
    expect(Object.keys(seen[0]?.form ?? {}).toSorted()).toEqual(['client_id', 'request', 'response_type']);
  });

  test.each<[string, object, FakeAnswer, RegExp]>([
    ['no endpoint', {}, kept, /names no endpoint/],
    ['plain http', { pushed_authorization_request_endpoint: 'http://as.example/par' }, kept, /plain HTTP/],
    ['a refusal', endpoint, { status: 400, body: { error: 'invalid_request' } }, /./],
  ])('stops at %s', async (_, metadata, answer, message) => {
    await expect(ask({ pushed: true }, metadata, answer)).rejects.toThrow(message);
  });
});
