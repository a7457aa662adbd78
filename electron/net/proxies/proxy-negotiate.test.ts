import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { dirname, join } from 'node:path';
import { tmpdir } from 'node:os';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import type { ReceivedResponse } from '../../../shared/exchange/exchange.ts';
import { valueOf } from '../../../shared/exchange/fields.ts';
import { FlowStopped } from '../../../shared/schemes/scheme.ts';
import { kerberosIsInstalled } from '../../schemes/kerberos.test-support.ts';
import type { NegotiateTokens } from '../../schemes/negotiate.ts';
import { allListen } from '../../zoo.test-support.ts';
import { answerOf, failureIn, lastOf, onlyOne, testTransport } from '../net.test-support.ts';
import type { Proxy } from '../proxy.ts';
import { createProxyLogins } from './proxy-logins.ts';

const proxy: Proxy = {
  kind: 'plain',
  hostname: 'proxy.example',
  port: 3128,
  hostAndPort: 'proxy.example:3128',
  username: '',
  password: '',
  scheme: 'negotiate',
  resolvesNames: false,
  verifyTls: true,
};

const refusal = (...challenges: readonly string[]): ReceivedResponse => ({
  status: 407,
  reason: '',
  httpVersion: 'HTTP/1.1',
  fields: challenges.map((value) => ({ name: 'Proxy-Authenticate', value })),
  body: { kind: 'none' },
});

describe('a ticket for a proxy (RFC 4559)', () => {
  const begun = (given: Partial<Proxy> = {}, tokens?: NegotiateTokens) => {
    const asked: string[] = [];
    const logins = createProxyLogins(
      () => 0,
      () =>
        tokens ??
        (async (host, challenge) => {
          asked.push(`${host} ${challenge ?? 'anew'}`);
          return `token${asked.length}`;
        }),
    );
    return { asked, login: logins.begin({ ...proxy, ...given }, { method: 'GET', target: '/' }) };
  };

  test('is shown at once, without a user, on a connection of its own', async () => {
    const { asked, login } = begun();
    expect((await login?.first())?.field).toMatchObject({
      name: 'Proxy-Authorization',
      value: 'Negotiate token1',
      origin: { from: 'proxy' },
    });
    expect([login?.bound, asked]).toEqual([true, ['proxy.example anew']]);
  });

  test('is continued where the proxy answers with a token, and refused for good where it does not', async () => {
    const { asked, login } = begun();
    await login?.first();
    expect((await login?.next(refusal('Negotiate YWJj')))?.field.value).toBe('Negotiate token2');
    expect(asked).toEqual(['proxy.example anew', 'proxy.example YWJj']);
    expect(await login?.next(refusal('Negotiate', 'Basic realm="x"'))).toBeUndefined();
  });

  test.each<[string, Partial<Proxy>]>([
    ['where another scheme is chosen', { scheme: 'automatic', username: 'alice' }],
    ['where nothing is chosen', { scheme: 'automatic' }],
    ['over SOCKS', { kind: 'socks' }],
  ])('is not shown %s', async (_, given) => {
    const { asked, login } = begun(given);
    expect(await login?.first()).toBeUndefined();
    expect(await login?.next(refusal('Negotiate'))).toBeUndefined();
    expect(asked).toEqual([]);
  });

  test('that cannot be had is a failure with a sentence', async () => {
    const { login } = begun({}, () =>
      Promise.reject(new FlowStopped('negotiate-no-ticket', 'There is no ticket.')),
    );
    await expect(login?.first()).rejects.toMatchObject({
      code: 'invalid-request',
      message: 'There is no ticket.',
    });
  });
});

/** squid with its Kerberos helper, started by this test, with the key of the zoo's HTTP/localhost; nginx is behind it. */
const helper = '/usr/lib/squid/negotiate_kerberos_auth';
const keytab = join(dirname(process.env['KRB5_CONFIG'] ?? '/nowhere/krb5.conf'), 'krb5', 'http.keytab');
const nginx = 18111;
const ready =
  existsSync(helper) &&
  existsSync(keytab) &&
  process.getuid?.() === 0 &&
  spawnSync('klist', ['-s']).status === 0 &&
  (await allListen([nginx]));
if (!ready || !kerberosIsInstalled) {
  console.log('skipped: squid with Kerberos, since squid, the package kerberos or a ticket is missing.');
  it.skip('squid with Kerberos');
}

describe.runIf(ready && kerberosIsInstalled)('squid that asks for Negotiate', () => {
  const port = 18971;
  const folder = mkdtempSync(join(tmpdir(), 'why401-squid-'));
  const route = {
    proxy: { url: `http://localhost:${port}`, username: '', password: '', scheme: 'negotiate' },
  } as const;
  let squid: ReturnType<typeof spawn> | undefined;

  beforeAll(async () => {
    chmodSync(folder, 0o755);
    copyFileSync(keytab, join(folder, 'http.keytab'));
    chmodSync(join(folder, 'http.keytab'), 0o644);
    writeFileSync(
      join(folder, 'squid.conf'),
      [
        `http_port 127.0.0.1:${port}`,
        `auth_param negotiate program ${helper} -k ${join(folder, 'http.keytab')} -s HTTP/localhost@ZOO.TEST`,
        'auth_param negotiate children 2 startup=1',
        'acl known proxy_auth REQUIRED',
        'http_access allow known',
        'http_access deny all',
        'cache deny all',
        'pinger_enable off',
        'pid_filename none',
        'access_log none',
        'cache_log /dev/null',
        `coredump_dir ${folder}`,
        '',
      ].join('\n'),
    );
    squid = spawn('squid', ['-N', '-f', join(folder, 'squid.conf')], { stdio: 'ignore' });
    for (let tries = 0; tries < 100 && !(await listens(port)); tries += 1) await wait(100);
  }, 20_000);

  afterAll(() => {
    squid?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  test.each(['http', 'https'])('is shown a ticket over %s and opens the way', async (kind) => {
    const host = `127.0.0.1:${kind === 'http' ? nginx : 18113}`;
    const made = await testTransport()({
      url: `${kind}://${host}/open.json`,
      fields: [{ name: 'Host', value: host }],
      route: { ...route, verifyTls: false },
    });
    const [first] = made;
    expect(first === undefined ? '' : valueOf(first.request.fields, 'Proxy-Authorization')).toMatch(
      /^Negotiate YII/,
    );
    expect(answerOf(lastOf(made)).status).toBe(200);
  });

  test('that has another name than its key is not shown anything, and that is said', async () => {
    const host = `127.0.0.1:${nginx}`;
    const made = await testTransport()({
      url: `http://${host}/open.json`,
      fields: [{ name: 'Host', value: host }],
      route: { proxy: { ...route.proxy, url: `http://127.0.0.1:${port}` } },
    });
    expect(failureIn(onlyOne(made)).message).toMatch(/Kerberos/);
  });
});

const listens = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
