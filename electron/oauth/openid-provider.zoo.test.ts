import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { oauth2SettingsSchema, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { createTransport } from '../net/transport.ts';
import { memoryVault, route } from './fakes.test-support.ts';
import { createTokens } from './tokens.ts';

/**
 * What the zoo's own OpenID provider is not set up for, against the same software (oidc-provider) with other settings:
 * answers and ID tokens that are encrypted for the client, and userinfo.
 */
const home = process.env['AUTH_ZOO_HOME'] ?? join(homedir(), '.cache', 'auth-zoo');
const software = join(home, 'node_modules', 'oidc-provider', 'lib', 'index.js');
const approve = join(home, 'tools', 'approve.mjs');
const isThere = existsSync(software) && existsSync(approve);

if (!isThere) {
  console.log('skipped: the auth zoo has not installed its OpenID provider');
  it.skip('encrypted answers of a real provider');
}

interface Provider {
  callback(): RequestListener;
}
type ProviderClass = new (issuer: string, settings: object) => Provider;

const listening = async (server: Server): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

const freePort = async (): Promise<number> => {
  const server = createServer();
  const port = await listening(server);
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const secret = 'a-secret-of-the-client-that-is-long-enough-for-every-algorithm-of-them';

describe.runIf(isThere)('a real OpenID provider', () => {
  const server = createServer();
  const network = createTransport({
    bodyFolder: join(tmpdir(), `why401-provider-${process.pid}`),
    nowMs: Date.now,
    newId: () => crypto.randomUUID(),
  });
  let issuer = '';
  let callback = 0;
  let privateKey = '';

  beforeAll(async () => {
    const [signing, encryption] = await Promise.all(
      ['RS256', 'RSA-OAEP-256'].map((alg) => generateKeyPair(alg, { extractable: true })),
    );
    if (signing === undefined || encryption === undefined) throw new Error('There are no keys.');
    privateKey = await exportPKCS8(encryption.privateKey);
    const publicKey = { ...(await exportJWK(encryption.publicKey)), use: 'enc', kid: 'client' };
    callback = await freePort();
    issuer = `http://127.0.0.1:${await listening(server)}`;
    const app = (id: string, more: object) => ({
      client_id: id,
      application_type: 'native',
      redirect_uris: [`http://127.0.0.1:${callback}/callback`],
      grant_types: ['authorization_code'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      ...more,
    });
    const loaded: unknown = await import(/* @vite-ignore */ pathToFileURL(software).href);
    const { default: OpenIdProvider } = loaded as { readonly default: ProviderClass };
    const encrypted = (alg: string, enc: string) => ({
      authorization_signed_response_alg: 'RS256',
      authorization_encrypted_response_alg: alg,
      authorization_encrypted_response_enc: enc,
      id_token_encrypted_response_alg: alg,
      id_token_encrypted_response_enc: enc,
    });
    const provider = new OpenIdProvider(issuer, {
      clients: [
        app('plain', {}),
        app('by-key', { jwks: { keys: [publicKey] }, ...encrypted('RSA-OAEP-256', 'A256GCM') }),
        app('by-secret', {
          client_secret: secret,
          token_endpoint_auth_method: 'client_secret_basic',
          ...encrypted('dir', 'A256CBC-HS512'),
        }),
      ],
      jwks: { keys: [{ ...(await exportJWK(signing.privateKey)), use: 'sig', alg: 'RS256', kid: 'own' }] },
      cookies: { keys: ['of-a-test'] },
      ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
      enabledJWA: Object.fromEntries(
        ['authorizationEncryptionAlgValues', 'idTokenEncryptionAlgValues'].map((name) => [
          name,
          ['RSA-OAEP-256', 'dir'],
        ]),
      ),
      features: {
        devInteractions: { enabled: true },
        jwtResponseModes: { enabled: true },
        encryption: { enabled: true },
      },
    });
    server.on('request', provider.callback());
  });

  afterAll(async () => {
    await network.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  const host = (given: Partial<OAuth2Settings>) => {
    const settings = oauth2SettingsSchema.parse({
      grant: 'authorization-code',
      issuer,
      clientAuthentication: 'none',
      redirectUri: `http://127.0.0.1:${callback}/callback`,
      scope: 'openid',
      ...given,
    });
    const about = {
      profile: { id: 'p', name: 'Provider', settings, renew: true },
      environmentId: '',
      route,
      hooks: { signal: new AbortController().signal, onExchange: () => undefined },
    };
    const tokens = createTokens({
      vault: memoryVault(),
      transport: network.transport,
      nowMs: Date.now,
      loginTimeoutMs: 30_000,
      // Plays the person in the browser.
      openBrowser: (url) => {
        const env = { ...process.env, ZOO_CALLBACK: `${callback}` };
        execFile(process.execPath, [approve, url], { timeout: 30_000, env }, () => undefined);
        return Promise.resolve(true);
      },
    });
    return {
      obtain: () => tokens.obtain({ ...about, how: 'auto' }),
      userinfo: () => tokens.ask({ ...about, question: 'userinfo', which: 'access' }),
    };
  };

  test.each<[string, () => Partial<OAuth2Settings>]>([
    ['signed', () => ({ clientId: 'plain', responseMode: 'jwt' })],
    ['encrypted with the client’s key', () => ({ clientId: 'by-key', responseMode: 'jwt', privateKey })],
    [
      'encrypted with the client’s secret',
      () => ({
        clientId: 'by-secret',
        clientSecret: secret,
        clientAuthentication: 'basic',
        responseMode: 'query.jwt',
      }),
    ],
    ['as it always was, with an encrypted ID token', () => ({ clientId: 'by-key', privateKey })],
  ])('an answer that is %s is opened, and userinfo says who logged in', async (_, settings) => {
    const { obtain, userinfo } = host(settings());
    expect(await obtain()).toMatchObject({ ok: true });
    expect(await userinfo()).toEqual({ ok: true, answer: { sub: 'alice' } });
  });

  test('an answer that is encrypted for a key that the profile does not hold is refused with a sentence', async () => {
    const { privateKey: other } = await generateKeyPair('RSA-OAEP-256', { extractable: true });
    const { obtain } = host({
      clientId: 'by-key',
      responseMode: 'jwt',
      privateKey: await exportPKCS8(other),
    });
    expect(await obtain()).toMatchObject({ ok: false, stopped: { code: 'decryption-failed' } });
  });
});
