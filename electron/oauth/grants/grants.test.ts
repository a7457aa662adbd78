import { createPublicKey, generateKeyPairSync, verify } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { OAuth2Settings } from '../../../shared/schemes/oauth2/settings.ts';
import { decodeJwt } from '../../../shared/token/jwt.ts';
import type { FakeAnswer, Seen } from '../fakes.test-support.ts';
import { granted, tokenIn, world } from '../world.test-support.ts';

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();

const tokenType = (name: string): string => `urn:ietf:params:oauth:token-type:${name}`;

describe('grants of one request', () => {
  test.each<[string, Partial<OAuth2Settings>, Readonly<Record<string, string>>]>([
    [
      'password',
      { grant: 'password', username: 'alice', password: 'wonder land', scope: 'read' },
      { grant_type: 'password', username: 'alice', password: 'wonder land', scope: 'read' },
    ],
    [
      'token exchange, the subject alone',
      { grant: 'token-exchange', subjectToken: 'st' },
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        subject_token: 'st',
        subject_token_type: tokenType('access_token'),
      },
    ],
    [
      'token exchange, with an actor',
      {
        grant: 'token-exchange',
        subjectToken: ' st ',
        subjectTokenType: 'id_token',
        actorToken: 'act',
        actorTokenType: 'jwt',
        requestedTokenType: 'saml2',
        audience: 'urn:api',
      },
      {
        grant_type: 'urn:ietf:params:oauth:grant-type:token-exchange',
        audience: 'urn:api',
        subject_token: 'st',
        subject_token_type: tokenType('id_token'),
        actor_token: 'act',
        actor_token_type: tokenType('jwt'),
        requested_token_type: tokenType('saml2'),
      },
    ],
    [
      'JWT bearer, pasted, without a client',
      { grant: 'jwt-bearer', assertion: ' e.y.J ', clientId: '', clientSecret: '' },
      { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'e.y.J' },
    ],
    [
      'further parameters, which cannot replace what the grant says',
      {
        grant: 'password',
        username: 'a',
        password: 'b',
        tokenParameters: 'grant_type=x&username=c&tenant=t',
      },
      { grant_type: 'password', username: 'a', password: 'b', tenant: 't' },
    ],
  ])('%s', async (_, settings, form) => {
    const { obtain, seen } = world({ settings });
    expect(tokenIn(await obtain())).toBe('at-1');
    expect(seen).toHaveLength(1);
    expect(seen[0]?.form).toEqual(form);
  });

  test('JWT bearer, signed here: claims, times, kid, and a signature that holds', async () => {
    const { obtain, seen, clock } = world({
      settings: {
        grant: 'jwt-bearer',
        privateKey: pem,
        keyId: 'k1',
        assertionSubject: 'alice',
        assertionClaims: '{"scope":"read"}',
      },
    });
    expect(tokenIn(await obtain())).toBe('at-1');
    const assertion = seen[0]?.form['assertion'] ?? '';
    const decoded = decodeJwt(assertion);
    const iat = Math.floor(clock.nowMs / 1000);
    expect(decoded).toMatchObject({
      kind: 'jwt',
      jwt: {
        header: { alg: 'RS256', typ: 'JWT', kid: 'k1' },
        claims: {
          iss: 'client',
          sub: 'alice',
          aud: 'https://as.example/token',
          scope: 'read',
          iat,
          exp: iat + 60,
          jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
        },
      },
    });
    const [head = '', claims = '', signature = ''] = assertion.split('.');
    const signed = Buffer.from(`${head}.${claims}`);
    expect(
      verify(
        'sha256',
        signed,
        createPublicKey(publicKey.export({ type: 'spki', format: 'pem' })),
        Buffer.from(signature, 'base64url'),
      ),
    ).toBe(true);
  });

  test.each<[string, Partial<OAuth2Settings>, string]>([
    ['no subject token', { grant: 'token-exchange' }, 'no-subject-token'],
    ['no key to sign with', { grant: 'jwt-bearer' }, 'key-unreadable'],
    ['a key of another kind', { grant: 'jwt-bearer', privateKey: pem, keyAlgorithm: 'ES256' }, 'key-unfit'],
    [
      'claims that are no object',
      { grant: 'jwt-bearer', privateKey: pem, assertionClaims: '[1]' },
      'claims-unfit',
    ],
  ])('nothing is sent with %s', async (_, settings, code) => {
    const { obtain, seen } = world({ settings });
    expect(tokenIn(await obtain())).toBe(code);
    expect(seen).toEqual([]);
  });
});

describe('renewal of a token that a grant of one request brought', () => {
  const settings = { grant: 'password', username: 'a', password: 'b' } as const;

  test('uses the refresh token, and the grant again once that is refused', async () => {
    const answer = ({ form }: Seen, nth: number): FakeAnswer =>
      form['grant_type'] === 'refresh_token' && nth > 2
        ? { status: 400, body: { error: 'invalid_grant' } }
        : { body: { access_token: `at-${nth}`, expires_in: 60, refresh_token: `rt-${nth}` } };
    const { obtain, seen, clock } = world({ settings, answer });
    await obtain();
    clock.nowMs += 50_000;
    expect(tokenIn(await obtain())).toBe('at-2');
    clock.nowMs += 50_000;
    expect(tokenIn(await obtain())).toBe('invalid_grant');
    expect(tokenIn(await obtain())).toBe('at-4');
    expect(seen.map(({ form }) => form['grant_type'])).toEqual([
      'password',
      'refresh_token',
      'refresh_token',
      'password',
    ]);
  });
});

describe('refresh tokens that are rotated', () => {
  test('each is used once, however many ask at the same time, and after a restart too', async () => {
    const { obtain, restart, seen } = world({
      settings: { grant: 'refresh-token', refreshToken: 'rt-0' },
      answer: (_, nth) => ({
        body: { access_token: `at-${nth}`, refresh_token: `rt-${nth}`, expires_in: 10 },
      }),
    });
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([obtain(), obtain(), obtain('refresh')]);
      restart();
    }
    const used = seen.map(({ form }) => form['refresh_token']);
    expect(used).toEqual(['rt-0', 'rt-1', 'rt-2']);
  });
});

describe('device code (RFC 8628)', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  const settings: Partial<OAuth2Settings> = {
    grant: 'device-code',
    deviceAuthorizationEndpoint: 'https://as.example/device',
    clientAuthentication: 'none',
    scope: 'read',
    authorizationParameters: 'acr_values=2',
  };
  const device = {
    device_code: 'dc',
    user_code: 'WDJB-MJHT',
    verification_uri: 'https://as.example/activate',
    expires_in: 600,
    interval: 2,
  };
  const pending: FakeAnswer = { status: 400, body: { error: 'authorization_pending' } };
  const slower: FakeAnswer = { status: 400, body: { error: 'slow_down' } };

  /** The server's answers to the questions, one after the other; the last one is repeated. */
  const server = (given: readonly FakeAnswer[], about: object = device) => {
    let asked = 0;
    return ({ url }: Seen): FakeAnswer => {
      if (url.endsWith('/device')) return { body: about };
      asked += 1;
      return given[Math.min(asked, given.length) - 1] ?? granted;
    };
  };

  test('asks at the pace of the server, slower when told so, until the person is through', async () => {
    const opened: string[] = [];
    const { obtain, seen, events } = world({
      settings,
      answer: server([pending, slower, pending, granted]),
      browse: ({ href }) => opened.push(href),
    });
    const outcome = obtain();
    const pace: number[] = [];
    for (const ms of [1999, 1, 1999, 1, 6999, 1, 6999, 1]) {
      await vi.advanceTimersByTimeAsync(ms);
      pace.push(seen.length - 1);
    }
    expect(pace).toEqual([0, 1, 1, 2, 2, 3, 3, 4]);
    expect(tokenIn(await outcome)).toBe('at-1');
    expect(opened).toEqual(['https://as.example/activate']);
    expect(events).toEqual([
      'token',
      'login true WDJB-MJHT',
      'token',
      'token',
      'token',
      'token',
      'login-done',
    ]);
    expect(seen[0]?.form).toEqual({ client_id: 'client', scope: 'read', acr_values: '2' });
    expect(seen[1]?.form).toEqual({
      client_id: 'client',
      grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
      device_code: 'dc',
    });
  });

  test('the complete address spares the typing', async () => {
    const opened: string[] = [];
    const { obtain } = world({
      settings,
      answer: server([granted], {
        ...device,
        verification_uri_complete: 'https://as.example/activate?user_code=WDJB-MJHT',
      }),
      browse: ({ href }) => opened.push(href),
    });
    const outcome = obtain();
    await vi.advanceTimersByTimeAsync(2000);
    expect(tokenIn(await outcome)).toBe('at-1');
    expect(opened).toEqual(['https://as.example/activate?user_code=WDJB-MJHT']);
  });

  test('cancelling ends the wait at once', async () => {
    const controller = new AbortController();
    const { obtain, seen, events } = world({ settings, answer: server([pending]) });
    const outcome = obtain('auto', { signal: controller.signal });
    await vi.advanceTimersByTimeAsync(3000);
    controller.abort();
    expect(tokenIn(await outcome)).toBe('cancelled');
    await vi.advanceTimersByTimeAsync(60_000);
    expect(seen).toHaveLength(2);
    expect(events.at(-1)).toBe('login-done');
  });

  test('the code runs out', async () => {
    const { obtain, clock } = world({ settings, answer: server([pending]) });
    const outcome = obtain();
    await vi.advanceTimersByTimeAsync(2000);
    clock.nowMs += 600_000;
    await vi.advanceTimersByTimeAsync(2000);
    expect(tokenIn(await outcome)).toBe('login-timeout');
  });

  test.each<[string, FakeAnswer, string]>([
    ['the person refuses', { status: 400, body: { error: 'access_denied' } }, 'access_denied'],
    [
      'the server says that the code ran out',
      { status: 400, body: { error: 'expired_token' } },
      'expired_token',
    ],
  ])('%s', async (_, answer, code) => {
    const { obtain } = world({ settings, answer: server([answer]) });
    const outcome = obtain();
    await vi.advanceTimersByTimeAsync(2000);
    expect(tokenIn(await outcome)).toBe(code);
  });

  test.each<[string, FakeAnswer, string]>([
    ['refuses the client', { status: 401, body: { error: 'invalid_client' } }, 'invalid_client'],
    ['names no code', { body: { ...device, user_code: undefined } }, 'token-answer-malformed'],
    [
      'names a page that no browser should open',
      { body: { ...device, verification_uri: 'file:///etc/passwd' } },
      'verification-address-unfit',
    ],
  ])('the device authorization endpoint %s', async (_, answer, code) => {
    const { obtain, events } = world({ settings, answer: () => answer });
    expect(tokenIn(await obtain())).toBe(code);
    expect(events).toEqual(['token']);
  });

  test('without the endpoint nothing is sent', async () => {
    const { obtain, seen } = world({ settings: { ...settings, deviceAuthorizationEndpoint: '' } });
    expect(tokenIn(await obtain())).toBe('no-endpoint');
    expect(seen).toEqual([]);
  });
});
