import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Exchange, SentField } from '../../../shared/exchange/exchange.ts';
import { valueOf } from '../../../shared/exchange/fields.ts';
import type { ProxyAuthScheme } from '../../../shared/proxy/network-settings.ts';
import { answerOf, lastOf, testTransport } from '../net.test-support.ts';
import { allListen, zooKeys } from '../../zoo.test-support.ts';

/** squid asking for Basic, Digest and NTLM, and nginx behind it, where the auth zoo runs on this machine. */
const ports = { basic: 18121, digest: 18122, ntlm: 18124, nginx: 18111, nginxTls: 18113 };

const caFile = join(zooKeys, 'server-ca.crt');
const up = (await allListen(Object.values(ports))) && existsSync(caFile);
if (!up) console.log('skipped: proxies that ask who it is, since the auth zoo is not up.');
const ca = up ? [readFileSync(caFile, 'utf8')] : [];

const alice = { username: 'alice', password: 'wonderland' };
const nobody = { username: 'ZOO\\nobody', password: 'wonderland' };
type Asking = 'basic' | 'digest' | 'ntlm';

const through = (
  proxy: Asking,
  scheme: ProxyAuthScheme,
  login: { readonly username: string; readonly password: string } = proxy === 'ntlm' ? nobody : alice,
) => ({ ca, proxy: { url: `http://127.0.0.1:${ports[proxy]}`, ...login, scheme } });

const plain = `127.0.0.1:${ports.nginx}`;
const secure = `127.0.0.1:${ports.nginxTls}`;
const serverLogin: SentField = {
  name: 'Authorization',
  value: `Basic ${Buffer.from('alice:wonderland').toString('base64')}`,
  origin: { from: 'auth', note: 'profile Alice' },
};

/** "connect 407 Digest": purpose, status and the scheme that the proxy was shown, of each exchange. */
const story = (exchanges: readonly Exchange[]): readonly string[] =>
  exchanges.map((exchange) => {
    const shown = valueOf(exchange.request.fields, 'Proxy-Authorization')?.split(' ')[0] ?? 'nothing';
    return `${exchange.purpose} ${answerOf(exchange).status} ${shown}`;
  });

describe.runIf(up)('squid', () => {
  test.each<[Asking, ProxyAuthScheme, readonly string[]]>([
    ['basic', 'automatic', ['resource 407 nothing', 'resource 200 Basic']],
    ['basic', 'basic', ['resource 200 Basic']],
    ['basic', 'digest', ['resource 407 nothing']],
    ['digest', 'automatic', ['resource 407 nothing', 'resource 200 Digest']],
    ['digest', 'digest', ['resource 407 nothing', 'resource 200 Digest']],
    ['digest', 'ntlm', ['resource 407 NTLM']],
    ['ntlm', 'automatic', ['resource 407 nothing', 'resource 407 NTLM', 'resource 200 NTLM']],
    ['ntlm', 'ntlm', ['resource 407 NTLM', 'resource 200 NTLM']],
  ])('asks for %s over http, the setting is %s', async (proxy, scheme, expected) => {
    const exchanges = await testTransport()({
      url: `http://${plain}/basic/`,
      fields: [{ name: 'Host', value: plain }, serverLogin],
      route: through(proxy, scheme),
    });
    expect(story(exchanges)).toEqual(expected);
    for (const { request } of exchanges) expect(request.fields).toContainEqual(serverLogin);
  });

  test.each<[Asking, ProxyAuthScheme, readonly string[]]>([
    ['basic', 'automatic', ['connect 407 nothing', 'connect 200 Basic', 'resource 200 nothing']],
    ['digest', 'automatic', ['connect 407 nothing', 'connect 200 Digest', 'resource 200 nothing']],
    [
      'ntlm',
      'automatic',
      ['connect 407 nothing', 'connect 407 NTLM', 'connect 200 NTLM', 'resource 200 nothing'],
    ],
    ['ntlm', 'basic', ['connect 407 Basic']],
  ])('asks for %s before a tunnel, the setting is %s', async (proxy, scheme, expected) => {
    const exchanges = await testTransport()({
      url: `https://${secure}/basic/`,
      fields: [{ name: 'Host', value: secure }, serverLogin],
      route: through(proxy, scheme),
    });
    expect(story(exchanges)).toEqual(expected);
    for (const { purpose, request } of exchanges) {
      expect(valueOf(request.fields, 'Authorization') !== undefined).toBe(purpose === 'resource');
    }
  });

  test('shows where Proxy-Authorization comes from', async () => {
    const exchange = lastOf(
      await testTransport()({ url: `http://${plain}/open.json`, route: through('digest', 'automatic') }),
    );
    const field = exchange.request.fields.find(({ name }) => name === 'Proxy-Authorization');
    expect(field?.origin).toEqual({ from: 'proxy', note: 'Digest for proxy user alice' });
    expect(exchange.request.rawHead).toContain(`Proxy-Authorization: ${field?.value}\r\n`);
  });

  test('counts how often it used a nonce, over plain requests and tunnels', async () => {
    const send = testTransport();
    const route = through('digest', 'automatic');
    const made: Exchange[] = [];
    for (const url of [
      `http://${plain}/open.json`,
      `http://${plain}/open.json?2`,
      `https://${secure}/open.json`,
    ]) {
      made.push(...(await send({ url, fields: [{ name: 'Host', value: new URL(url).host }], route })));
    }
    expect(story(made)).toEqual([
      'resource 407 nothing',
      'resource 200 Digest',
      'resource 200 Digest',
      'connect 200 Digest',
      'resource 200 nothing',
    ]);
    const counts = made.flatMap(
      ({ request }) => / nc=(\d+)/.exec(valueOf(request.fields, 'Proxy-Authorization') ?? '')?.[1] ?? [],
    );
    expect(counts).toEqual(['00000001', '00000002', '00000003']);
  });

  test.each<[Asking, string, number]>([
    ['basic', 'http', 2],
    ['digest', 'http', 2],
    ['ntlm', 'http', 3],
    ['digest', 'https', 2],
    ['ntlm', 'https', 3],
  ])('refuses a wrong password by %s over %s once and for all', async (proxy, kind, count) => {
    const host = kind === 'http' ? plain : secure;
    const { username } = proxy === 'ntlm' ? nobody : alice;
    const exchanges = await testTransport()({
      url: `${kind}://${host}/open.json`,
      fields: [{ name: 'Host', value: host }],
      route: through(proxy, 'automatic', { username, password: 'wrong' }),
    });
    expect(exchanges).toHaveLength(count);
    expect(answerOf(lastOf(exchanges)).status).toBe(407);
  });

  test('a body is sent again with the answer', async () => {
    const exchanges = await testTransport()({
      method: 'POST',
      url: `http://127.0.0.1:18131/post`,
      fields: [
        { name: 'Host', value: '127.0.0.1:18131' },
        { name: 'Content-Length', value: '5' },
      ],
      body: { kind: 'bytes', bytes: Buffer.from('hello') },
      route: through('ntlm', 'automatic'),
    });
    expect(story(exchanges).at(-1)).toBe('resource 200 NTLM');
    expect(answerOf(lastOf(exchanges)).body).toMatchObject({ text: expect.stringContaining('hello') });
  });

  test('the legs of NTLM share one connection', async () => {
    for (const url of [`http://${plain}/open.json`, `https://${secure}/open.json`]) {
      const exchanges = await testTransport()({
        url,
        fields: [{ name: 'Host', value: new URL(url).host }],
        route: through('ntlm', 'automatic'),
      });
      const legs = exchanges.filter(
        ({ request }) => valueOf(request.fields, 'Proxy-Authorization') !== undefined,
      );
      expect(new Set(legs.map(({ connection }) => connection?.localPort)).size).toBe(1);
      expect(legs.map(({ connection }) => connection?.reused).at(-1)).toBe(true);
    }
  });
});
