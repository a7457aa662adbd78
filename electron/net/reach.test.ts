import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import {
  answerOf,
  directRoute,
  failureIn,
  onlyOne,
  rawServer,
  selfSigned,
  testTransport,
} from './net.test-support.ts';
import { reachOf } from './reach.ts';
import type { Route } from './transport-types.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const pair = selfSigned(2);
if (pair === undefined) console.log('skipped: server names of TLS, since openssl is not installed.');

test('an own answer leads to its address without any name server', async () => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({
      url: `http://api.why401.invalid:${server.port}/x`,
      route: { resolve: [`api.why401.invalid:${server.port}:127.0.0.1`] },
    }),
  );
  expect(answerOf(exchange).status).toBe(200);
  expect(exchange.connection).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: server.port });
  expect(exchange.timings.dnsMs).toBeTypeOf('number');
});

test('an own answer for another port is not taken', async () => {
  const exchange = onlyOne(
    await testTransport()({
      url: 'http://api.why401.invalid:81/',
      route: { resolve: ['api.why401.invalid:80:127.0.0.1'] },
    }),
  );
  expect(failureIn(exchange).code).toBe('dns');
});

test('connections leave from the address that was named', async () => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({ url: `http://127.0.0.1:${server.port}/`, route: { bindAddress: '127.0.0.9' } }),
  );
  expect(exchange.connection?.localAddress).toBe('127.0.0.9');
});

test('a unix socket takes the place of the network', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'why401-unix-'));
  const path = join(folder, 'http.sock');
  const server = createServer((request, response) => response.end(`${request.headers.host} ${request.url}`));
  await new Promise<void>((resolve) => server.listen(path, resolve));
  onTestFinished(() => {
    server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const exchange = onlyOne(
    await testTransport()({
      url: 'http://docker/v1/info',
      fields: [
        { name: 'Host', value: 'docker' },
        { name: 'Connection', value: 'close' },
      ],
      route: { unixSocket: path },
    }),
  );
  expect(answerOf(exchange).body).toMatchObject({ text: 'docker /v1/info' });
  expect(exchange.connection).toMatchObject({ unixSocket: path, reused: false });
  expect(exchange.connection?.remoteAddress).toBeUndefined();
});

describe.runIf(pair !== undefined)('over TLS', () => {
  const tls = pair ?? { key: '', cert: '' };
  test('the server name is told in the handshake, and the certificate is judged by it', async () => {
    const server = await rawServer(ok, { tls });
    const sent = async (serverName?: string) =>
      onlyOne(
        await testTransport()({
          url: `https://localhost:${server.port}/`,
          route: { ca: [tls.cert], ipVersion: '4', ...(serverName === undefined ? {} : { serverName }) },
        }),
      );
    expect(answerOf(await sent('why401.test')).status).toBe(200);
    expect(failureIn(await sent()).code).toBe('tls-certificate');
  });

  test.each<['1.2' | '1.3', string]>([
    ['1.2', 'TLSv1.2'],
    ['1.3', 'tls'],
  ])('at least TLS %s of a server that speaks 1.2 alone: %s', async (tlsMinimum, expected) => {
    const server = await rawServer(ok, { tls: { ...tls, maxVersion: 'TLSv1.2' } });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ca: [tls.cert], tlsMinimum },
      }),
    );
    const { outcome, connection } = exchange;
    expect(outcome.kind === 'failed' ? outcome.failure.code : connection?.tls?.protocol).toBe(expected);
  });
});

describe.runIf(pair !== undefined)('the newest version of TLS', () => {
  const tls = pair ?? { key: '', cert: '' };
  test.each<[Partial<Route>, string]>([
    [{ tlsMaximum: '1.2' }, 'TLSv1.2'],
    [{ tlsMinimum: '1.2', tlsMaximum: '1.2' }, 'TLSv1.2'],
    [{ tlsMaximum: '1.3' }, 'TLSv1.3'],
    [{ tlsMaximum: '1.1' }, 'TLSv1.1'],
    [{ tlsMinimum: '1.3', tlsMaximum: '1.2' }, 'is newer than the newest one'],
  ])('%j', async (versions, expected) => {
    const server = await rawServer(ok, {
      tls: { ...tls, minVersion: 'TLSv1', ciphers: 'DEFAULT:@SECLEVEL=0' },
    });
    const { outcome, connection } = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ca: [tls.cert], ...versions },
      }),
    );
    expect(outcome.kind === 'failed' ? outcome.failure.message : connection?.tls?.protocol).toContain(
      expected,
    );
  });
});

describe('another place to connect to', () => {
  const elsewhere = (from: string, port: number): Partial<Route> => ({
    connectTo: [`${from}::127.0.0.1:${port}`],
  });

  test('takes the place of the server, which is told the address all the same', async () => {
    const server = await rawServer(ok, { keepOpen: true });
    const send = testTransport();
    const once = async (): Promise<Exchange> =>
      onlyOne(
        await send({
          url: 'http://api.why401.invalid/x',
          fields: [{ name: 'Host', value: 'api.why401.invalid' }],
          route: elsewhere('api.why401.invalid', server.port),
        }),
      );
    const exchanges = [await once(), await once()];
    expect(exchanges.map((exchange) => answerOf(exchange).status)).toEqual([200, 200]);
    expect(exchanges.map(({ connection }) => connection)).toMatchObject([
      { remoteAddress: '127.0.0.1', remotePort: server.port, reused: false },
      { remoteAddress: '127.0.0.1', remotePort: server.port, reused: true },
    ]);
    expect(server.received()).toMatch(/^GET \/x HTTP\/1\.1\r\nHost: api\.why401\.invalid\r\n/);
  });

  test('of another address is not taken', async () => {
    const route = elsewhere('b.why401.invalid', 1);
    expect(failureIn(onlyOne(await testTransport()({ url: 'http://a.why401.invalid/', route }))).code).toBe(
      'dns',
    );
  });

  test.runIf(pair !== undefined).each<[string, string, string]>([
    ['HTTP/1.1', 'why401.test', 'answered'],
    ['HTTP/1.1', 'other.test', 'tls-certificate'],
    ['the server’s choice', 'why401.test', 'answered'],
    ['the server’s choice', 'other.test', 'tls-certificate'],
    // 127.0.0.1, where the connection leads, is among the names of the certificate: it does not count.
    ['HTTP/1.1', '10.255.255.1', 'tls-certificate'],
  ])('over TLS is judged by the name of the address: %s, %s', async (version, name, expected) => {
    const tls = pair ?? { key: '', cert: '' };
    const server = await rawServer(ok, { tls });
    const { outcome } = onlyOne(
      await testTransport()({
        url: `https://${name}/`,
        route: {
          ca: [tls.cert],
          ...elsewhere(name, server.port),
          ...(version === 'HTTP/1.1' ? { httpVersion: '1.1' } : {}),
        },
      }),
    );
    expect(outcome.kind === 'answered' ? outcome.kind : outcome.failure.code).toBe(expected);
  });

  test('a tunnel leads there', async () => {
    const proxy = await rawServer('HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n');
    const server = {
      url: `http://127.0.0.1:${proxy.port}`,
      username: '',
      password: '',
      scheme: 'basic',
    } as const;
    await testTransport()({
      url: 'https://a.example/',
      route: { proxy: server, connectTo: ['::[::1]:8443'] },
    });
    expect(proxy.received()).toMatch(/^CONNECT \[::1\]:8443 HTTP\/1\.1\r\n/);
    const refused = await testTransport()({
      url: 'http://a.example/',
      route: { proxy: server, connectTo: ['::b:1'] },
    });
    expect(failureIn(onlyOne(refused)).message).toMatch(/chooses itself where to connect/);
  });
});

describe('ways that do not exist', () => {
  test.each([
    [{ resolve: ['nonsense'] }, /“nonsense” is no answer/],
    [{ bindAddress: 'no-such-interface' }, /neither an address nor a network interface/],
    [{ resolve: ['a:80:127.0.0.1'], ipVersion: '6' as const }, /No address of IPv6 was named for a:80/],
  ])('%j', (route, sentence) => {
    expect(reachOf({ ...directRoute, ...route }, 'a', 80)).toMatch(sentence);
  });

  test('a rule that is none', async () => {
    const given = { url: 'http://a/', route: { connectTo: ['a:1'] } };
    expect(failureIn(onlyOne(await testTransport()(given))).message).toMatch(/“a:1” names no other place/);
  });

  test('a request that names one is not sent, and says why', async () => {
    const failure = failureIn(
      onlyOne(await testTransport()({ url: 'http://a/', route: { bindAddress: 'no-such-interface' } })),
    );
    expect(failure).toMatchObject({
      code: 'invalid-request',
      message: expect.stringContaining('network interface'),
    });
  });
});

test('an interface stands for its first address', () => {
  const [name = '', addresses = []] = Object.entries(networkInterfaces())[0] ?? [];
  const first = addresses.find(({ family }) => family === 'IPv4')?.address;
  expect(reachOf({ ...directRoute, bindAddress: name }, 'a', 80)).toEqual({ localAddress: first });
});
