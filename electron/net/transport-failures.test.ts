import { createServer, type AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import type { FailureCode } from '../../shared/exchange/exchange.ts';
import {
  failureIn,
  onlyOne,
  rawServer,
  testTransport,
  type Answer,
  type RawServerOptions,
} from './net.test-support.ts';

/** A port of this machine where nobody listens. */
const deadPort = async (): Promise<number> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
};

const part =
  (text: string): Answer =>
  (socket) =>
    socket.end(Buffer.from(text, 'latin1'));
const partThenReset =
  (text: string): Answer =>
  (socket) =>
    socket.write(Buffer.from(text, 'latin1'), () => setTimeout(() => socket.resetAndDestroy(), 50));

test.each<[string, Answer, FailureCode, string | undefined]>([
  ['closes without a byte', part(''), 'closed', undefined],
  ['resets without a byte', (socket) => socket.resetAndDestroy(), 'reset', undefined],
  ['closes within the head', part('HTTP/1.1 200 O'), 'closed', 'HTTP/1.1 200 O'],
  ['resets within the head', partThenReset('HTTP/1.1 200 OK\r\nA: '), 'reset', 'HTTP/1.1 200 OK\r\nA: '],
  [
    'closes within the body',
    part('HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nhal'),
    'closed',
    'HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nhal',
  ],
  [
    'resets within the body',
    partThenReset('HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nhal'),
    'reset',
    'HTTP/1.1 401 No\r\nContent-Length: 9\r\n\r\nhal',
  ],
  [
    'closes between chunks',
    part('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n'),
    'closed',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n',
  ],
  [
    'speaks something else',
    part('220 smtp.example ESMTP\r\n'),
    'malformed-answer',
    '220 smtp.example ESMTP\r\n',
  ],
  [
    'has a status that is none',
    part('HTTP/1.1 4x1 No\r\n\r\n'),
    'malformed-answer',
    'HTTP/1.1 4x1 No\r\n\r\n',
  ],
  [
    'has a field name with a space',
    part('HTTP/1.1 200 OK\r\nBad Header: x\r\n\r\n'),
    'malformed-answer',
    'HTTP/1.1 200 OK\r\nBad Header: x\r\n\r\n',
  ],
  [
    'has a chunk size that is none',
    part('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n'),
    'malformed-answer',
    'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
  ],
  [
    'states two lengths',
    part('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'),
    'malformed-answer',
    'HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
  ],
])('a server that %s: an outcome with the bytes that came', async (_name, answer, code, received) => {
  const server = await rawServer(answer);
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` }));
  const failure = failureIn(exchange);
  expect(failure).toMatchObject({ code });
  expect(failure.received).toBe(received);
  expect(failure.message).toMatch(/^[A-Z1].*\.$|^What .*\?$/);
  expect(exchange.request.rawHead).toBe('GET / HTTP/1.1\r\n\r\n');
});

test('a head without an end is not read for ever', async () => {
  const server = await rawServer((socket) => {
    const line = `X-${'a'.repeat(1000)}: b\r\n`;
    socket.write('HTTP/1.1 200 OK\r\n');
    const more = (): void => {
      if (!socket.destroyed) socket.write(line.repeat(50), more);
    };
    more();
  });
  const failure = failureIn(onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` })));
  expect(failure.code).toBe('too-large');
  expect(failure.received?.length).toBe(64 * 1024);
});

test('nobody listens on the port', async () => {
  const port = await deadPort();
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${port}/` }));
  expect(failureIn(exchange)).toMatchObject({
    code: 'refused',
    message: expect.stringContaining(`127.0.0.1:${port}`),
  });
  expect(exchange.connection).toEqual({ remoteAddress: '127.0.0.1', remotePort: port, reused: false });
  // What was written to a socket that never opened did not leave.
  expect(exchange.request.rawHead).toBeUndefined();
});

test('nobody listens on any of the addresses of a name', async () => {
  const failure = failureIn(onlyOne(await testTransport()({ url: `http://localhost:${await deadPort()}/` })));
  expect(failure.code).toBe('refused');
});

test('the name does not exist', async () => {
  const exchange = onlyOne(await testTransport()({ url: 'http://nobody.invalid/' }));
  expect(failureIn(exchange)).toMatchObject({
    code: 'dns',
    message: expect.stringContaining('nobody.invalid'),
  });
  expect(exchange.connection).toBeUndefined();
  expect(exchange.timings.dnsMs).toBeUndefined();
});

test.each([
  ['an address without a scheme', { url: 'api.example.com/me' }],
  ['another scheme', { url: 'ftp://127.0.0.1/' }],
  ['a port that is none', { url: 'http://127.0.0.1:99999/' }],
  ['a space in the path', { url: 'http://127.0.0.1/a b' }],
  ['a line break in the path', { url: 'http://127.0.0.1/a\r\nX: y' }],
  ['a method that is none', { url: 'http://127.0.0.1/', method: 'GET /x' }],
  ['a line break in a value', { url: 'http://127.0.0.1/', fields: [{ name: 'A', value: 'b\r\nC: d' }] }],
  ['a NUL in a value', { url: 'http://127.0.0.1/', fields: [{ name: 'A', value: 'b\0' }] }],
  ['a character that is no byte', { url: 'http://127.0.0.1/', fields: [{ name: 'A', value: '→' }] }],
  ['a space in a name', { url: 'http://127.0.0.1/', fields: [{ name: 'A B', value: 'c' }] }],
  ['no name', { url: 'http://127.0.0.1/', fields: [{ name: '', value: 'c' }] }],
  [
    'a proxy that is none',
    {
      url: 'http://127.0.0.1/',
      route: { proxy: { url: 'http://', username: '', password: '', scheme: 'automatic' as const } },
    },
  ],
  [
    'a proxy of another kind',
    {
      url: 'http://127.0.0.1/',
      route: {
        proxy: { url: 'socks4://127.0.0.1:1', username: '', password: '', scheme: 'automatic' as const },
      },
    },
  ],
  [
    'authorities that are no PEM',
    { url: 'https://127.0.0.1:1/', route: { ca: ['-----BEGIN CERTIFICATE-----\nx'] } },
  ],
])('%s is refused before anything is sent', async (_name, given) => {
  const exchange = onlyOne(await testTransport()(given));
  expect(failureIn(exchange).code).toBe('invalid-request');
  expect(exchange.request.rawHead).toBeUndefined();
});

test('a body file that is not there', async () => {
  const server = await rawServer('HTTP/1.1 200 OK\r\n\r\n', { whole: () => false });
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'POST',
      body: { kind: 'pieces', pieces: [{ kind: 'file', path: '/nowhere/at/all' }] },
    }),
  );
  expect(failureIn(exchange)).toMatchObject({
    code: 'invalid-request',
    message: expect.stringContaining('/nowhere/at/all'),
    detail: expect.stringContaining('ENOENT'),
  });
});

const never: RawServerOptions = { whole: () => false };
const drip =
  (head: string): Answer =>
  (socket) => {
    socket.write(head);
  };

const stages: readonly [string, Answer, RawServerOptions][] = [
  ['while waiting for the answer', '', never],
  ['within the head', drip('HTTP/1.1 200 OK\r\nA:'), {}],
  ['within the body', drip('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\nabc'), {}],
  ['within a compressed body', drip('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n\u001f\u008b'), {}],
];

const soon = (controller: AbortController, reason?: unknown): AbortSignal => {
  setTimeout(() => controller.abort(reason), 100);
  return controller.signal;
};

test.each(stages)('is cancelled %s', async (_name, answer, options) => {
  const server = await rawServer(answer, options);
  const signal = soon(new AbortController());
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, signal }));
  expect(failureIn(exchange)).toMatchObject({ code: 'cancelled', message: 'You cancelled the request.' });
  expect(exchange.timings.endMs).toBeGreaterThan(0);
});

test.each(stages)('runs out of time %s', async (_name, answer, options) => {
  const server = await rawServer(answer, options);
  const signal = soon(new AbortController(), new DOMException('over', 'TimeoutError'));
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, signal }));
  expect(failureIn(exchange).code).toBe('timeout');
});

test('is cancelled before it began', async () => {
  const server = await rawServer('');
  const exchange = onlyOne(
    await testTransport()({ url: `http://127.0.0.1:${server.port}/`, signal: AbortSignal.abort() }),
  );
  expect(failureIn(exchange).code).toBe('cancelled');
  expect(server.connections()).toBe(0);
});

test.each([0, 1, 2, 3, 4, 5, 8, 12])('is cancelled %i turns of the loop after it began', async (turns) => {
  const server = await rawServer('', never);
  const controller = new AbortController();
  const sent = testTransport()({ url: `http://localhost:${server.port}/`, signal: controller.signal });
  for (let turn = 0; turn < turns; turn += 1) await new Promise((resolve) => setImmediate(resolve));
  controller.abort();
  expect(failureIn(onlyOne(await sent)).code).toBe('cancelled');
});

test('is cancelled in the TLS handshake', async () => {
  const server = await rawServer('', never);
  const signal = soon(new AbortController());
  const exchange = onlyOne(await testTransport()({ url: `https://127.0.0.1:${server.port}/`, signal }));
  expect(failureIn(exchange).code).toBe('cancelled');
  expect(exchange.request.rawHead).toBeUndefined();
  expect(exchange.connection?.tls).toBeUndefined();
});

test('is cancelled while the body is being sent', async () => {
  const server = await rawServer((socket) => socket.pause(), {});
  const signal = soon(new AbortController());
  const piece = { kind: 'bytes', bytes: new Uint8Array(256 * 1024) } as const;
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'POST',
      body: { kind: 'pieces', pieces: Array.from({ length: 100 }, () => piece) },
      signal,
    }),
  );
  expect(failureIn(exchange).code).toBe('cancelled');
  const { body } = exchange.request;
  expect(body.kind).toBe('file');
  expect(body.kind === 'file' && body.size < 100 * 256 * 1024).toBe(true);
});
