import { createServer } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
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

describe('ways that do not exist', () => {
  test.each([
    [{ resolve: ['nonsense'] }, /“nonsense” is no answer/],
    [{ bindAddress: 'no-such-interface' }, /neither an address nor a network interface/],
    [{ resolve: ['a:80:127.0.0.1'], ipVersion: '6' as const }, /No address of IPv6 was named for a:80/],
  ])('%j', (route, sentence) => {
    expect(reachOf({ ...directRoute, ...route }, 'a', 80)).toMatch(sentence);
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
