import http2, { type Http2Server, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Exchange, Frame } from '../../shared/exchange/exchange.ts';
import { answerOf, failureIn, onlyOne, rawServer, selfSigned, testTransport } from './net.test-support.ts';

const pair = selfSigned(2);
if (pair === undefined) console.log('skipped: HTTP/2 over TLS, since openssl is not installed.');
const tls = pair ?? { key: '', cert: '' };

type Handle = (stream: ServerHttp2Stream, rawHeaders: readonly string[]) => void;

/** A server of Node's own, over TLS or by prior knowledge. */
const h2Server = async (handle: Handle, secure = false): Promise<{ port: number; connections(): number }> => {
  const server: Http2Server = secure
    ? http2.createSecureServer({ ...tls, allowHTTP1: false })
    : http2.createServer();
  const sockets = new Set<Socket>();
  server.on(secure ? 'secureConnection' : 'connection', (socket: Socket) => sockets.add(socket));
  server.on('stream', (stream, _headers, _flags, raw: unknown) => {
    stream.on('error', () => undefined);
    handle(stream, raw as string[]);
  });
  server.on('sessionError', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, connections: () => sockets.size };
};

const typesOf = ({ frames = [] }: Exchange, direction: Frame['direction']): readonly string[] =>
  frames.filter((frame) => frame.direction === direction).map(({ type }) => type);

const hello: Handle = (stream) => {
  stream.respond({ ':status': 200, 'content-type': 'text/plain' });
  stream.end('hello');
};

describe('by prior knowledge', () => {
  const route = { httpVersion: '2' } as const;

  test('the fields leave in their order, in lower case, behind the pseudo-fields', async () => {
    let came: readonly string[] = [];
    const server = await h2Server((stream, raw) => {
      came = raw;
      hello(stream, raw);
    });
    const exchange = onlyOne(
      await testTransport()({
        url: `http://127.0.0.1:${server.port}/a|b?c=1`,
        method: 'pAtch',
        fields: [
          { name: 'Host', value: 'api.example.com' },
          { name: 'X-Dup', value: '1' },
          { name: 'Connection', value: 'keep-alive, X-Hop' },
          { name: 'X-Dup', value: '2' },
          { name: 'X-Hop', value: 'a' },
          { name: 'TE', value: 'gzip' },
        ],
        route,
      }),
    );
    expect(came).toEqual([
      ':method',
      'pAtch',
      ':scheme',
      'http',
      ':authority',
      'api.example.com',
      ':path',
      '/a|b?c=1',
      'x-dup',
      '1',
      'x-dup',
      '2',
    ]);
    const { request } = exchange;
    expect(request.fields.flatMap(({ name, value }) => [name, value])).toEqual(came);
    expect(request).toMatchObject({
      httpVersion: 'HTTP/2',
      leftOut: [{ name: 'Connection' }, { name: 'X-Hop' }, { name: 'TE' }],
    });
    expect(request.rawHead).toBeUndefined();
    expect(answerOf(exchange)).toMatchObject({ status: 200, httpVersion: 'HTTP/2', body: { text: 'hello' } });
    expect(typesOf(exchange, '>').slice(0, 2)).toEqual(['SETTINGS', 'HEADERS']);
    expect(typesOf(exchange, '<')).toEqual(expect.arrayContaining(['SETTINGS', 'HEADERS', 'DATA']));
  });

  test('interim answers, repeated fields and trailers keep their lists', async () => {
    const server = await h2Server((stream) => {
      stream.additionalHeaders({ ':status': 103, link: '</style.css>' });
      stream.respond({ ':status': 200, 'set-cookie': ['a=1', 'b=2'] }, { waitForTrailers: true });
      stream.once('wantTrailers', () => stream.sendTrailers({ 'x-checksum': 'abc' }));
      stream.end('x');
    });
    const answer = answerOf(
      onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, route })),
    );
    expect(answer.interim).toEqual([
      {
        status: 103,
        reason: '',
        fields: [
          { name: ':status', value: '103' },
          { name: 'link', value: '</style.css>' },
        ],
      },
    ]);
    expect(answer.fields.filter(({ name }) => name === 'set-cookie').map(({ value }) => value)).toEqual([
      'a=1',
      'b=2',
    ]);
    expect(answer.trailers).toEqual([{ name: 'x-checksum', value: 'abc' }]);
  });

  test('a body goes up and comes down whole', async () => {
    const server = await h2Server((stream) => {
      stream.respond({ ':status': 200 });
      stream.pipe(stream);
    });
    const bytes = new Uint8Array(300_000).fill(97);
    const exchange = onlyOne(
      await testTransport()({
        url: `http://127.0.0.1:${server.port}/`,
        method: 'PUT',
        body: { kind: 'bytes', bytes },
        route,
      }),
    );
    expect(answerOf(exchange)).toMatchObject({ encodedSize: 300_000, body: { size: 300_000 } });
    expect(exchange.request.body).toMatchObject({ kind: 'text', size: 300_000 });
    const sent = (exchange.frames ?? []).filter(
      ({ direction, type }) => direction === '>' && type === 'DATA',
    );
    expect(sent.reduce((sum, { length }) => sum + length, 0)).toBe(300_000);
  });

  test.each([100, 417])('a body that waits for the server’s word: %i', async (status) => {
    const server = await h2Server((stream) => {
      if (status === 417) {
        stream.respond({ ':status': 417 }, { endStream: true });
        return;
      }
      stream.additionalHeaders({ ':status': 100 });
      stream.respond({ ':status': 200 });
      stream.pipe(stream);
    });
    const exchange = onlyOne(
      await testTransport()({
        url: `http://127.0.0.1:${server.port}/`,
        method: 'PUT',
        fields: [{ name: 'Expect', value: '100-continue' }],
        body: { kind: 'bytes', bytes: new TextEncoder().encode('body') },
        route,
      }),
    );
    expect(answerOf(exchange).status).toBe(status === 417 ? 417 : 200);
    expect(exchange.request.body).toMatchObject(status === 417 ? { kind: 'none' } : { text: 'body' });
    expect(exchange.timings.endMs).toBeLessThan(900);
  });

  test('a connection serves one request after another, and several at once', async () => {
    const server = await h2Server(async (stream) => {
      await text(stream);
      stream.respond({ ':status': 200 });
      stream.end('x');
    });
    const send = testTransport();
    const get = async () => onlyOne(await send({ url: `http://127.0.0.1:${server.port}/`, route }));
    expect((await get()).connection?.reused).toBe(false);
    const more = await Promise.all([get(), get(), get()]);
    expect(more.map(({ connection }) => connection?.reused)).toEqual([true, true, true]);
    expect(server.connections()).toBe(1);
    const streams = more.map(
      ({ frames = [] }) => new Set(frames.map(({ stream }) => stream).filter((id) => id !== 0)),
    );
    expect(streams.every(({ size }) => size === 1)).toBe(true);
  });

  test.each<[string, Handle, string]>([
    ['before its answer', (stream) => stream.close(http2.constants.NGHTTP2_REFUSED_STREAM), 'reset'],
    [
      'in the middle of its answer',
      (stream) => {
        stream.respond({ ':status': 200 });
        stream.write('some');
        setTimeout(() => stream.destroy(new Error('broken')), 20);
      },
      'reset',
    ],
  ])('a stream that the server resets %s', async (_, handle, code) => {
    const server = await h2Server(handle);
    const exchange = onlyOne(
      await testTransport()({ url: `http://127.0.0.1:${server.port}/`, method: 'POST', route }),
    );
    expect(failureIn(exchange).code).toBe(code);
    expect(typesOf(exchange, '<')).toContain('RST_STREAM');
  });

  test('a person cancels: the stream is reset, the exchange says so', async () => {
    const server = await h2Server((stream) => {
      stream.respond({ ':status': 200 });
      stream.write('some');
    });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const exchange = onlyOne(
      await testTransport()({ url: `http://127.0.0.1:${server.port}/`, signal: controller.signal, route }),
    );
    expect(failureIn(exchange).code).toBe('cancelled');
  });

  test('a server that knows HTTP/1.1 alone is told apart', async () => {
    const server = await rawServer('HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n');
    const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, route }));
    expect(['malformed-answer', 'reset']).toContain(failureIn(exchange).code);
  });
});

describe.runIf(pair !== undefined)('by ALPN', () => {
  const trust = { ca: [tls.cert] };

  test('a server that offers HTTP/2 is spoken to in HTTP/2', async () => {
    const server = await h2Server(hello, true);
    const exchange = onlyOne(
      await testTransport()({ url: `https://127.0.0.1:${server.port}/`, route: trust }),
    );
    expect(answerOf(exchange)).toMatchObject({ httpVersion: 'HTTP/2', body: { text: 'hello' } });
    expect(exchange.connection?.tls).toMatchObject({ alpn: 'h2', authorized: true });
    expect(exchange.timings).toMatchObject({
      connectMs: expect.any(Number),
      tlsMs: expect.any(Number),
      firstByteMs: expect.any(Number),
    });
  });

  test('a server that does not is spoken to in HTTP/1.1, on the connection that asked', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', {
      tls: { ...tls, ALPNProtocols: ['http/1.1'] },
      keepOpen: true,
    });
    const send = testTransport();
    const first = onlyOne(await send({ url: `https://127.0.0.1:${server.port}/`, route: trust }));
    expect(answerOf(first).rawHead).toContain('HTTP/1.1 200 OK');
    expect(first.frames).toBeUndefined();
    expect(first.connection).toMatchObject({ reused: false, tls: { alpn: 'http/1.1' } });
    expect(first.timings.tlsMs).toBeTypeOf('number');
    const second = onlyOne(await send({ url: `https://127.0.0.1:${server.port}/`, route: trust }));
    expect(second.connection?.reused).toBe(true);
    expect(server.connections()).toBe(1);
  });

  test('HTTP/1.1 by hand offers nothing else', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', {
      tls: { ...tls, ALPNProtocols: ['h2', 'http/1.1'] },
    });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ...trust, httpVersion: '1.1' },
      }),
    );
    expect(exchange.connection?.tls?.alpn).toBe('http/1.1');
  });

  test('HTTP/2 by hand of a server that does not offer it: a sentence', async () => {
    const server = await rawServer('', { tls });
    const failure = failureIn(
      onlyOne(
        await testTransport()({
          url: `https://127.0.0.1:${server.port}/`,
          route: { ...trust, httpVersion: '2' },
        }),
      ),
    );
    expect(failure).toMatchObject({ code: 'tls', message: expect.stringContaining('does not offer HTTP/2') });
  });

  test('a certificate that is not trusted is refused before any field leaves', async () => {
    const server = await h2Server(hello, true);
    const exchange = onlyOne(await testTransport()({ url: `https://127.0.0.1:${server.port}/` }));
    expect(failureIn(exchange).code).toBe('tls-certificate');
    expect(exchange.connection?.tls?.chain.length).toBeGreaterThan(0);
  });

  test('what is bound to one connection stays with HTTP/1.1', async () => {
    const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi', {
      tls: { ...tls, ALPNProtocols: ['h2', 'http/1.1'] },
    });
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ...trust, ownConnection: {}, boundToConnection: true },
      }),
    );
    expect(exchange.connection?.tls?.alpn).toBe('http/1.1');
  });

  test('a connection of its own, to which nothing is bound, may be HTTP/2', async () => {
    const server = await h2Server(hello, true);
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/`,
        route: { ...trust, ownConnection: {} },
      }),
    );
    expect(answerOf(exchange).httpVersion).toBe('HTTP/2');
  });
});
