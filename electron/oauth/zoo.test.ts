import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { responseOf } from '../../shared/exchange/exchange.ts';
import { decodeJwt } from '../../shared/token/jwt.ts';
import { oauth2SettingsSchema, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { bareRequest } from '../../shared/schemes/drive.test-support.ts';
import { oauth2 } from '../../shared/schemes/oauth2.ts';
import { holdLoginPort } from '../login-port.test-support.ts';
import { execute } from '../net/execute.ts';
import { loginRedirect } from '../zoo.test-support.ts';
import { createSchemeHost, createSchemeMemories } from '../schemes/scheme-host.ts';
import { createTransport } from '../net/transport.ts';
import { memoryVault, route } from './fakes.test-support.ts';
import { createTokens } from './tokens.ts';
import type { TokenQuestion } from './token-questions.ts';
import type { How, LoginPrompt, TokenOutcome } from './tokens-types.ts';

/** Against a real OpenID provider, where the zoo of servers is up: oidc-provider, and an API that its tokens open. */
const issuer = 'http://127.0.0.1:18141';
const api = 'http://127.0.0.1:18142';
const zoo = fileURLToPath(new URL('../../../shared/auth-zoo/zoo', import.meta.url));

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port, timeout: 1000 });
    const end = (up: boolean): void => {
      socket.destroy();
      resolve(up);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
    socket.once('timeout', () => end(false));
  });

const keysFolder = join(process.env['AUTH_ZOO_HOME'] ?? join(homedir(), '.cache', 'auth-zoo'), 'keys');

/** The client's key, as the zoo made it when it first started. */
const key = (form: 'pem' | 'jwk.json'): string => {
  const file = join(keysFolder, form === 'pem' ? 'client.key.pem' : 'client.jwk.json');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
};

const isUp = existsSync(zoo) && (await answers(18141)) && (await answers(18142));

if (!isUp) {
  console.log('skipped: the OpenID provider of the auth zoo does not answer');
  it.skip('OAuth 2.0 against a real provider');
}

describe.runIf(isUp)('OAuth 2.0 against a real provider', () => {
  holdLoginPort();
  let folder = '';
  let net: ReturnType<typeof createTransport> | undefined;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'why401-oauth-'));
    let id = 0;
    net = createTransport({ bodyFolder: folder, nowMs: Date.now, newId: () => `x${(id += 1)}` });
  });
  afterAll(async () => {
    await net?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** Plays the person in the browser. */
  const approve = (url: string): Promise<boolean> =>
    new Promise((resolve) => {
      execFile(zoo, ['approve', url], { timeout: 60_000 }, () => undefined);
      resolve(true);
    });

  const host = (given: Partial<OAuth2Settings>, vault = memoryVault()) => {
    if (net === undefined) throw new TypeError('The transport is made before the tests.');
    const { transport } = net;
    const settings = oauth2SettingsSchema.parse({ grant: 'client-credentials', issuer, ...given });
    const tokens = createTokens({
      vault,
      transport,
      nowMs: Date.now,
      openBrowser: approve,
      loginTimeoutMs: 60_000,
    });
    const exchanges: Exchange[] = [];
    const prompts: LoginPrompt[] = [];
    const obtain = (how: How = 'auto'): Promise<TokenOutcome> =>
      tokens.obtain({
        profile: { id: 'p', name: 'Zoo', settings, renew: true },
        environmentId: '',
        how,
        route,
        hooks: {
          signal: new AbortController().signal,
          onExchange: (exchange) => exchanges.push(exchange),
          onLogin: (prompt) => prompts.push(prompt),
        },
      });
    /** Sends a request as the scheme does; the status of each exchange. */
    const send = async (outcome: TokenOutcome, path: string): Promise<readonly (number | undefined)[]> => {
      const url = `${api}${path}`;
      const own = createSchemeHost(Date.now, createSchemeMemories()('p'));
      const { exchanges: made } = await execute({
        flow: oauth2.flow(
          bareRequest({ url, fields: [{ name: 'Host', value: new URL(url).host }] }),
          settings,
          own.env,
        ),
        transport,
        route,
        redirects: { follow: false, max: 0, trustedOrigins: [] },
        signal: new AbortController().signal,
        timeoutMs: 10_000,
        token: async () => outcome,
        answer: own.answer,
        onExchange: () => undefined,
      });
      return made.map((exchange) => responseOf(exchange)?.status);
    };
    const ask = (question: TokenQuestion, which: 'access' | 'refresh') =>
      tokens.ask({
        profile: { id: 'p', name: 'Zoo', settings, renew: true },
        environmentId: '',
        question,
        which,
        route,
        hooks: { signal: new AbortController().signal, onExchange: (exchange) => exchanges.push(exchange) },
      });
    return { tokens, obtain, exchanges, prompts, vault, send, ask };
  };

  const call = async (outcome: TokenOutcome, path = '/me'): Promise<number | string> => {
    if (!outcome.ok) return outcome.stopped.message;
    const headers = { authorization: `Bearer ${outcome.accessToken}` };
    return (await fetch(`${api}${path}`, { headers })).status;
  };

  const statuses = (exchanges: readonly Exchange[]) =>
    exchanges.map((exchange) => `${exchange.purpose} ${responseOf(exchange)?.status}`);

  test.each<[string, Partial<OAuth2Settings>]>([
    ['client_secret_basic', { clientId: 'svc-basic', clientSecret: 'svc-basic-secret' }],
    [
      'client_secret_post',
      { clientId: 'svc-post', clientSecret: 'svc-post-secret', clientAuthentication: 'body' },
    ],
    [
      'client_secret_jwt',
      {
        clientId: 'svc-secret-jwt',
        clientSecret: 'svc-secret-jwt-secret-of-at-least-32-bytes',
        clientAuthentication: 'secret-jwt',
      },
    ],
    [
      'private_key_jwt, key in PEM',
      { clientId: 'svc-jwt', clientAuthentication: 'key-jwt', privateKey: key('pem') },
    ],
    [
      'private_key_jwt, key in JWK',
      { clientId: 'svc-jwt', clientAuthentication: 'key-jwt', privateKey: key('jwk.json') },
    ],
    ['form-encoded id and secret', { clientId: 'svc-odd:id', clientSecret: 'p+ss/w%rd &=' }],
  ])('client credentials with %s open the API', async (_, settings) => {
    const { obtain, exchanges, tokens } = host({ ...settings, scope: 'read write' });
    expect(await call(await obtain())).toBe(200);
    expect(statuses(exchanges)).toEqual(['discovery 200', 'token 200']);
    const [state] = await tokens.states();
    expect(state?.decoded?.claims['aud']).toBe('urn:zoo:api');
    expect((state?.expiresAtMs ?? 0) - (state?.obtainedAtMs ?? 0)).toBe(300_000);
  });

  test.each<[string, string, Partial<OAuth2Settings>]>([
    ['a wrong secret', 'invalid_client', { clientId: 'svc-basic', clientSecret: 'wrong' }],
    ['an unknown client', 'invalid_client', { clientId: 'nobody', clientSecret: 'x' }],
    [
      'an odd secret that is not encoded',
      'invalid_request',
      { clientId: 'svc-odd:id', clientSecret: 'p+ss/w%rd &=', clientAuthentication: 'basic-raw' },
    ],
  ])('%s stops with %s', async (_, code, settings) => {
    const { obtain, exchanges } = host(settings);
    expect(await obtain()).toMatchObject({ ok: false, stopped: { code } });
    expect(exchanges.map(({ purpose }) => purpose)).toEqual(['discovery', 'token']);
  });

  test('another audience by resource', async () => {
    const settings = { clientId: 'svc-other', clientSecret: 'svc-other-secret', scope: 'read' };
    expect(await call(await host(settings).obtain())).toBe(401);
    expect(await call(await host({ ...settings, resource: 'urn:zoo:api' }).obtain())).toBe(200);
  });

  test('the metadata of the issuer', async () => {
    const { tokens } = host({});
    const found = await tokens.discover({
      issuer: `${issuer}/`,
      route,
      signal: new AbortController().signal,
    });
    expect(found).toMatchObject({
      ok: true,
      issuer,
      authorizationEndpoint: `${issuer}/auth`,
      tokenEndpoint: `${issuer}/token`,
      scopes: ['openid', 'offline_access', 'read', 'write'],
    });
  });

  test.each<[string, Partial<OAuth2Settings>]>([
    ['a public client', { clientId: 'app-public', clientAuthentication: 'none' }],
    ['a confidential client', { clientId: 'app-confidential', clientSecret: 'app-confidential-secret' }],
  ])('login of %s, refresh, and all of it after a restart', async (_, settings) => {
    const login: Partial<OAuth2Settings> = {
      ...settings,
      grant: 'authorization-code',
      redirectUri: loginRedirect,
      scope: 'openid offline_access read',
      resource: 'urn:zoo:api',
      authorizationParameters: 'prompt=consent',
    };
    const first = host(login);
    const outcome = await first.obtain();
    expect(await call(outcome)).toBe(200);
    // Metadata, the code, and the keys that the ID token is verified with.
    expect(statuses(first.exchanges)).toEqual(['discovery 200', 'token 200', 'discovery 200']);
    const [state] = await first.tokens.states();
    expect(state).toMatchObject({ hasRefreshToken: true, hasIdToken: true });

    const second = host(login, first.vault);
    expect(await second.obtain()).toEqual(outcome);
    expect(second.exchanges).toEqual([]);
    const renewed = await second.obtain('refresh');
    expect(await call(renewed)).toBe(200);
    expect(renewed).not.toEqual(outcome);
    expect(statuses(second.exchanges)).toEqual(['discovery 200', 'token 200']);

    // The refresh token was rotated: only the new one is good for another round.
    expect(await call(await second.obtain('refresh'))).toBe(200);
    expect(decodeJwt((await second.tokens.reveal('p', '', 'id')) ?? '').kind).toBe('jwt');
  });

  test('a login whose answer is a form that the browser posts', async () => {
    const { obtain, exchanges } = host({
      grant: 'authorization-code',
      clientId: 'app-public',
      clientAuthentication: 'none',
      redirectUri: loginRedirect,
      scope: 'openid read',
      responseMode: 'form_post',
      authorizationParameters: 'prompt=consent',
    });
    expect(await call(await obtain())).toBe(200);
    expect(statuses(exchanges)).toEqual(['discovery 200', 'token 200', 'discovery 200']);
  });

  test('a device: the code is shown, another browser approves it, the token opens the API', async () => {
    const { obtain, exchanges, prompts, tokens } = host({
      grant: 'device-code',
      clientId: 'app-public',
      clientAuthentication: 'none',
      scope: 'openid offline_access read',
      resource: 'urn:zoo:api',
    });
    expect(await call(await obtain())).toBe(200);
    expect(prompts).toMatchObject([{ opened: true, userCode: expect.stringMatching(/^[A-Z]{4}-[A-Z]{4}$/) }]);
    const asked = statuses(exchanges);
    expect(asked.slice(0, 2)).toEqual(['discovery 200', 'token 200']);
    expect(asked.slice(-2)).toEqual(['token 200', 'discovery 200']);
    expect(asked.slice(2, -2).every((one) => one === 'token 400')).toBe(true);
    expect(await tokens.states()).toMatchObject([{ hasRefreshToken: true }]);
  });

  test('the server is asked about a token, and told to end it', async () => {
    const { obtain, ask, exchanges } = host({
      grant: 'authorization-code',
      clientId: 'app-confidential',
      clientSecret: 'app-confidential-secret',
      redirectUri: loginRedirect,
      scope: 'openid offline_access read',
      authorizationParameters: 'prompt=consent',
    });
    expect((await obtain()).ok).toBe(true);
    exchanges.length = 0;
    expect(await ask('introspect', 'refresh')).toMatchObject({
      ok: true,
      answer: { active: true, client_id: 'app-confidential' },
    });
    expect(await ask('revoke', 'refresh')).toMatchObject({ ok: true });
    expect(await ask('introspect', 'refresh')).toEqual({ ok: true, answer: { active: false } });
    expect(statuses(exchanges)).toEqual(['token 200', 'token 200', 'token 200']);
    expect(await obtain('refresh')).toMatchObject({ ok: false, stopped: { code: 'invalid_grant' } });
  });

  test('userinfo with a token that is meant for an API is refused, and that is said', async () => {
    const { obtain, ask } = host({ clientId: 'svc-basic', clientSecret: 'svc-basic-secret', scope: 'read' });
    await obtain();
    expect(await ask('userinfo', 'access')).toMatchObject({
      ok: false,
      stopped: { code: 'invalid_token', message: expect.not.stringMatching(/was not sent/) },
    });
  });

  test('a pushed request, which this client must begin with', async () => {
    const settings: Partial<OAuth2Settings> = {
      grant: 'authorization-code',
      clientId: 'app-par',
      clientAuthentication: 'none',
      redirectUri: loginRedirect,
      scope: 'openid offline_access read',
      authorizationParameters: 'prompt=consent',
    };
    const { obtain, exchanges } = host({ ...settings, pushed: true });
    expect(await call(await obtain())).toBe(200);
    expect(statuses(exchanges)).toEqual(['discovery 200', 'token 201', 'token 200', 'discovery 200']);
    const refused = host(settings);
    expect(await refused.obtain()).toMatchObject({ ok: false, stopped: { code: 'invalid_request' } });
  });

  test.each<[string, Partial<OAuth2Settings>]>([
    ['client credentials', { clientId: 'svc-dpop', clientSecret: 'svc-dpop-secret', scope: 'read' }],
    [
      'a login',
      {
        grant: 'authorization-code',
        clientId: 'app-dpop',
        clientAuthentication: 'none',
        redirectUri: loginRedirect,
        scope: 'openid offline_access read',
        resource: 'urn:zoo:api',
        authorizationParameters: 'prompt=consent',
      },
    ],
  ])(
    'a token of %s bound to a key opens the API that wants proofs, and no other way',
    async (_, settings) => {
      const { obtain, send } = host({ ...settings, dpop: true });
      const outcome = await obtain();
      expect(outcome).toMatchObject({ ok: true, tokenType: 'dpop' });
      expect(await send(outcome, '/dpop')).toEqual([200]);
      expect(await call(outcome, '/dpop')).toBe(400);
      expect(await send(await obtain('refresh'), '/dpop')).toEqual([200]);
    },
  );

  test('a client that must bind its token gets none without a proof', async () => {
    const { obtain } = host({ clientId: 'svc-dpop', clientSecret: 'svc-dpop-secret' });
    expect(await obtain()).toMatchObject({
      ok: false,
      stopped: { code: 'invalid_grant' },
    });
  });

  test('a token of two seconds is renewed before each use', async () => {
    const { obtain, exchanges } = host({
      grant: 'authorization-code',
      clientId: 'app-short',
      clientAuthentication: 'none',
      redirectUri: loginRedirect,
      scope: 'openid offline_access read',
      authorizationParameters: 'prompt=consent',
    });
    expect((await obtain()).ok).toBe(true);
    expect(await call(await obtain())).toBe(200);
    expect(statuses(exchanges)).toEqual(['discovery 200', 'token 200', 'discovery 200', 'token 200']);
  });

  test('a refresh token that is used up stops with invalid_grant', async () => {
    const settings: Partial<OAuth2Settings> = {
      grant: 'refresh-token',
      clientId: 'app-public',
      clientAuthentication: 'none',
      refreshToken: 'used-up',
    };
    const { obtain, exchanges } = host(settings);
    expect(await obtain()).toMatchObject({ ok: false, stopped: { code: 'invalid_grant' } });
    expect(statuses(exchanges)).toEqual(['discovery 200', 'token 400']);
  });
});
