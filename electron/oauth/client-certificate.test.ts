import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:https';
import type { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { selfSigned } from '../net/net.test-support.ts';
import { createTransport } from '../net/transport.ts';
import { memoryVault, route, settingsOf } from './fakes.test-support.ts';
import { createTokens } from './tokens.ts';
import type { TokenOutcome } from './tokens-types.ts';

/** A client that proves itself by its certificate (RFC 8705 §2), against a server that asks for one in the handshake. */

const [own, client, stranger] = [selfSigned(2), selfSigned(2), selfSigned(2)];
if (own === undefined)
  console.log('skipped: client certificates at a token endpoint, since openssl is not installed.');

describe.runIf(own !== undefined)('tls_client_auth', () => {
  const pair = own ?? { key: '', cert: '' };
  const folder = mkdtempSync(join(tmpdir(), 'why401-mtls-'));
  const asked: string[] = [];
  let server: Server;
  let origin = '';

  beforeAll(async () => {
    // As servers do: the certificate is asked for, and judged by the token endpoint.
    server = createServer(
      { ...pair, requestCert: true, rejectUnauthorized: false, ca: client?.cert },
      (request, response) => {
        void text(request).then((body) => {
          asked.push(`${request.url ?? ''} ${body}`);
          const answer = (status: number, members: object): void =>
            void response
              .writeHead(status, { 'Content-Type': 'application/json' })
              .end(JSON.stringify(members));
          if (request.url === '/.well-known/openid-configuration') {
            return answer(200, {
              issuer: origin,
              token_endpoint: `${origin}/token`,
              mtls_endpoint_aliases: { token_endpoint: `${origin}/mtls/token` },
            });
          }
          const known = request.socket instanceof TLSSocket && request.socket.authorized;
          return known
            ? answer(200, { access_token: 'bound', token_type: 'Bearer' })
            : answer(401, { error: 'invalid_client' });
        });
      },
    );
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    origin = `https://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const obtain = async (
    shown: { readonly key: string; readonly cert: string } | undefined,
    settings: Partial<OAuth2Settings>,
  ): Promise<{ readonly outcome: TokenOutcome; readonly exchanges: readonly Exchange[] }> => {
    const [certificateFile, keyFile] = [join(folder, 'c.crt'), join(folder, 'c.key')];
    writeFileSync(certificateFile, shown?.cert ?? '');
    writeFileSync(keyFile, shown?.key ?? '');
    const net = createTransport({ bodyFolder: folder, nowMs: Date.now, newId: () => 'x' });
    const exchanges: Exchange[] = [];
    const tokens = createTokens({
      vault: memoryVault(),
      transport: net.transport,
      nowMs: Date.now,
      openBrowser: async () => false,
    });
    const source = { host: '127.0.0.1', note: 'for 127.0.0.1', certificateFile, keyFile, passphrase: '' };
    const outcome = await tokens.obtain({
      profile: {
        id: 'p',
        name: 'Acme prod',
        renew: true,
        settings: settingsOf({ clientAuthentication: 'certificate', clientSecret: '', ...settings }),
      },
      environmentId: '',
      how: 'auto',
      route: { ...route, ca: [pair.cert], ...(shown === undefined ? {} : { clientCertificates: [source] }) },
      hooks: {
        signal: new AbortController().signal,
        onExchange: (exchange) => exchanges.push(exchange),
      },
    });
    await net.close();
    return { outcome, exchanges };
  };

  test('the certificate is the proof: the form names the client and no secret', async () => {
    asked.length = 0;
    const { outcome, exchanges } = await obtain(client, { tokenEndpoint: `${origin}/token` });
    expect(outcome).toMatchObject({ ok: true, accessToken: 'bound' });
    expect(asked).toEqual(['/token grant_type=client_credentials&client_id=client']);
    expect(exchanges[0]?.connection?.clientCertificate).toMatchObject({ note: 'for 127.0.0.1' });
    expect(exchanges[0]?.request.fields.map(({ name }) => name)).not.toContain('Authorization');
  });

  test('where the server has an endpoint of its own for it, that one is asked', async () => {
    asked.length = 0;
    const { outcome } = await obtain(client, {
      tokenEndpoint: '',
      authorizationEndpoint: '',
      issuer: origin,
    });
    expect(outcome.ok).toBe(true);
    expect(asked.at(-1)).toMatch(/^\/mtls\/token /);
    const plain = { clientAuthentication: 'none', tokenEndpoint: '', issuer: origin } as const;
    await obtain(client, plain);
    expect(asked.at(-1)).toMatch(/^\/token /);
  });

  test.each([
    ['none', undefined],
    ['one that the server does not know', stranger],
  ])('with %s the server refuses the client', async (_, shown) => {
    const { outcome } = await obtain(shown, { tokenEndpoint: `${origin}/token` });
    expect(outcome).toMatchObject({ ok: false, stopped: { code: 'invalid_client' } });
  });
});
