import http2 from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Exchange, Frame } from '../../shared/exchange/exchange.ts';
import type { Flow } from '../../shared/schemes/scheme.ts';
import { execute } from './execute.ts';
import {
  answerOf,
  directRoute,
  failureIn,
  lastOf,
  onlyOne,
  rawServer,
  selfSigned,
  testFolder,
  testTransport,
} from './net.test-support.ts';
import { recorder } from './recorder.test-support.ts';
import { createTransport } from './transport.ts';

/** What is shown of the wire is what an independent observer saw on it. */

const pair = selfSigned(2);
if (pair === undefined) console.log('skipped: observed TLS, since openssl is not installed.');

const bodyText = ({ body }: { readonly body: Exchange['request']['body'] }): string => {
  if (body.kind === 'none') return '';
  return body.kind === 'text'
    ? Buffer.from(body.text).toString('latin1')
    : Buffer.from(body.kind === 'bytes' ? body.base64 : '', 'base64').toString('latin1');
};

const shownRequest = ({ request }: Exchange): string => `${request.rawHead ?? ''}${bodyText(request)}`;

const shownInterim = (exchange: Exchange): string =>
  (answerOf(exchange).interim ?? [])
    .map(({ status, reason, fields }) =>
      [`HTTP/1.1 ${status} ${reason}`, ...fields.map(({ name, value }) => `${name}: ${value}`), '', ''].join(
        '\r\n',
      ),
    )
    .join('');

const shownAnswer = (exchange: Exchange): string => {
  const answer = answerOf(exchange);
  return `${shownInterim(exchange)}${answer.rawHead ?? ''}${bodyText(answer)}`;
};

const plain = 'HTTP/1.1 200 Fine By Me\r\ncontent-LENGTH: 5\r\nX-Dup:  a \r\nx-dup:b\r\n\r\nh\xe9llo';
const early =
  'HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\nLink: </b.css>\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 404 Not Found\r\nContent-Length: 2\r\n\r\nno';
const old = 'HTTP/1.0 401 No\r\nWWW-Authenticate: Basic realm="x"\r\nServer: old\r\n\r\nuntil the end';

const pieceOf = (text: string) => ({ kind: 'bytes' as const, bytes: new TextEncoder().encode(text) });

const post = {
  method: 'pOst',
  fields: [
    { name: 'hOsT', value: 'x' },
    { name: 'X-Dup', value: '1' },
    { name: 'x-dup', value: ' 2' },
    { name: 'Content-Length', value: '4' },
  ],
  body: { kind: 'bytes' as const, bytes: new TextEncoder().encode('a=b\n') },
};

describe.each(['plain', ...(pair === undefined ? [] : ['TLS'])])('HTTP/1.1, %s', (kind) => {
  const tls = kind === 'TLS' ? pair : undefined;
  const scheme = tls === undefined ? 'http' : 'https';
  const route = tls === undefined ? {} : { ca: [tls.cert] };

  test.each([
    ['an answer with its own casing, order and spaces', plain],
    ['interim answers', early],
    ['HTTP/1.0, and a body that ends with the connection', old],
  ])('%s', async (_, answer) => {
    const server = await rawServer(answer);
    const observer = await recorder(server.port, tls);
    const exchange = onlyOne(
      await testTransport()({ ...post, url: `${scheme}://127.0.0.1:${observer.port}/a|b?c={d}`, route }),
    );
    const [seen] = observer.recorded();
    expect(shownRequest(exchange)).toBe(seen?.sent);
    expect(shownAnswer(exchange)).toBe(seen?.received);
  });

  test('a chunked answer with trailers', async () => {
    const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n';
    const server = await rawServer(`${head}3\r\nabc\r\n4;x=y\r\ndefg\r\n0\r\nX-Sum: 7\r\nx-more: a\r\n\r\n`);
    const observer = await recorder(server.port, tls);
    const exchange = onlyOne(
      await testTransport()({ url: `${scheme}://127.0.0.1:${observer.port}/`, route }),
    );
    const [seen] = observer.recorded();
    const { rawHead = '', trailers = [] } = answerOf(exchange);
    const chunked = seen?.received.slice(rawHead.length) ?? '';
    // Taken apart here by the grammar of RFC 9112 §7.1, not by the client's parser.
    const [, data = '', fields = ''] =
      /^((?:[1-9a-f][0-9a-f]*[^\r]*\r\n[^\r]*\r\n)+)0\r\n([^]*)\r\n$/.exec(chunked) ?? [];
    expect(seen?.received.startsWith(rawHead)).toBe(true);
    expect(bodyText(answerOf(exchange))).toBe(data.replace(/[0-9a-f]+[^\r]*\r\n([^\r]*)\r\n/g, '$1'));
    expect(trailers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')).toBe(fields);
  });

  test.each([
    ['at hand', { kind: 'bytes', bytes: new TextEncoder().encode('a=b\n') }],
    ['in pieces', { kind: 'pieces', pieces: ['a=', 'b\n'].map(pieceOf) }],
    ['empty', { kind: 'bytes', bytes: new Uint8Array() }],
  ] as const)('trailers behind a body that is %s', async (_, body) => {
    const server = await rawServer(plain, { whole: (came) => /\r\n0\r\n(?:.+\r\n)*\r\n$/.test(came) });
    const observer = await recorder(server.port, tls);
    const exchange = onlyOne(
      await testTransport()({
        method: 'PUT',
        url: `${scheme}://127.0.0.1:${observer.port}/`,
        fields: [
          { name: 'Host', value: 'x' },
          { name: 'Trailer', value: 'X-Sum, x-NOTE' },
          { name: 'Transfer-Encoding', value: 'chunked' },
        ],
        body,
        trailers: [
          { name: 'X-Sum', value: '7' },
          { name: 'x-NOTE', value: 'h\xe9' },
          { name: 'X-Sum', value: '8' },
        ],
        route,
      }),
    );
    const [seen] = observer.recorded();
    const { rawHead = '', trailers = [] } = exchange.request;
    const [, data = '', fields = ''] =
      /^((?:[1-9a-f][0-9a-f]*\r\n[^\r]*\r\n)*)0\r\n([^]*)\r\n$/.exec(
        seen?.sent.slice(rawHead.length) ?? '',
      ) ?? [];
    expect(seen?.sent.startsWith(rawHead)).toBe(true);
    expect(bodyText(exchange.request)).toBe(data.replace(/[0-9a-f]+\r\n([^\r]*)\r\n/g, '$1'));
    expect(fields).toBe('X-Sum: 7\r\nx-NOTE: h\xe9\r\nX-Sum: 8\r\n');
    expect(trailers.map(({ name, value }) => `${name}: ${value}\r\n`).join('')).toBe(fields);
  });

  test('trailers of a body that was not sent to its end are not shown', async () => {
    const server = await rawServer((socket) => socket.end(plain));
    const observer = await recorder(server.port, tls);
    const exchange = onlyOne(
      await testTransport()({
        method: 'PUT',
        url: `${scheme}://127.0.0.1:${observer.port}/`,
        fields: [
          { name: 'Host', value: 'x' },
          { name: 'Expect', value: '100-continue' },
          { name: 'Trailer', value: 'X-Sum' },
          { name: 'Transfer-Encoding', value: 'chunked' },
        ],
        body: { kind: 'bytes', bytes: new Uint8Array([97]) },
        trailers: [{ name: 'X-Sum', value: '7' }],
        route,
      }),
    );
    expect(observer.recorded()[0]?.sent).toBe(exchange.request.rawHead);
    expect(exchange.request.trailers).toBeUndefined();
  });

  test.each([
    'SSH-2.0-OpenSSH_9.2\r\n',
    'HTTP/1.1 200 OK\nContent-Length: 1\n\nx',
    'HTTP/1.1 200 OK\r\nBad Header: x\r\n\r\n',
    'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf',
  ])('an answer that is none: %j', async (answer) => {
    const server = await rawServer(answer);
    const observer = await recorder(server.port, tls);
    const exchange = onlyOne(
      await testTransport()({ ...post, url: `${scheme}://127.0.0.1:${observer.port}/`, route }),
    );
    const [seen] = observer.recorded();
    expect(shownRequest(exchange)).toBe(seen?.sent);
    expect(failureIn(exchange).received).toBe(seen?.received);
  });

  test('redirects: each hop is shown as it crossed', async () => {
    const server = await rawServer((socket: Socket, head: string) => {
      const isFirst = head.startsWith('GET /start ');
      socket.write(
        isFirst
          ? 'HTTP/1.1 302 Found\r\nLocation: /end\r\nContent-Length: 4\r\n\r\ngone'
          : 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi',
      );
    });
    const observer = await recorder(server.port, tls);
    const { transport, close } = createTransport({
      bodyFolder: testFolder(),
      nowMs: Date.now,
      newId: () => 'x',
    });
    onTestFinished(close);
    const flow = function* (): Flow {
      yield {
        step: 'send',
        request: {
          method: 'GET',
          url: `${scheme}://127.0.0.1:${observer.port}/start`,
          fields: [
            { name: 'Host', value: 'a' },
            { name: 'Authorization', value: 'Basic eDp5' },
          ],
          body: { kind: 'none' },
        },
      };
    };
    const { exchanges } = await execute({
      flow: flow(),
      transport,
      route: { ...directRoute, ...route },
      redirects: { follow: true, max: 5, trustedOrigins: [] },
      signal: new AbortController().signal,
      timeoutMs: 0,
      token: () => Promise.reject(new Error('no token is asked for')),
      answer: () => Promise.reject(new Error('nothing is asked for')),
      onExchange: () => undefined,
    });
    const seen = observer.recorded();
    expect(exchanges).toHaveLength(2);
    expect(exchanges.map(shownRequest).join('')).toBe(seen.map(({ sent }) => sent).join(''));
    expect(exchanges.map(shownAnswer).join('')).toBe(seen.map(({ received }) => received).join(''));
  });
});

/** Frames taken apart here, by RFC 9113 §4.1 and §6 alone. */
const framesIn = (bytes: string, from: number): readonly string[] => {
  const types = [
    'DATA',
    'HEADERS',
    'PRIORITY',
    'RST_STREAM',
    'SETTINGS',
    'PUSH_PROMISE',
    'PING',
    'GOAWAY',
    'WINDOW_UPDATE',
  ];
  const buffer = Buffer.from(bytes, 'latin1');
  const frames: string[] = [];
  for (let at = from; at + 9 <= buffer.length;) {
    const length = buffer.readUIntBE(at, 3);
    const type = types[buffer[at + 3] ?? 99] ?? '?';
    frames.push(`${type} ${buffer[at + 4]} ${buffer.readUInt32BE(at + 5)} ${length}`);
    at += 9 + length;
  }
  return frames;
};

const bits: Readonly<Record<string, number>> = {
  END_STREAM: 1,
  ACK: 1,
  END_HEADERS: 4,
  PADDED: 8,
  PRIORITY: 32,
};
const asCounted = ({ type, flags, stream, length }: Frame): string =>
  `${type} ${flags.reduce((sum, flag) => sum | (bits[flag] ?? 0), 0)} ${stream} ${length}`;

describe.each(['plain', ...(pair === undefined ? [] : ['TLS'])])('HTTP/2, %s', (kind) => {
  test('the frames are those that crossed, in their order', async () => {
    const server = http2.createServer();
    server.on('stream', (stream) => {
      stream.additionalHeaders({ ':status': 103 });
      stream.respond({ ':status': 200, 'x-a': 'b' }, { waitForTrailers: true });
      stream.once('wantTrailers', () => stream.sendTrailers({ 'x-sum': '1' }));
      stream.pipe(stream);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const tls = kind === 'TLS' ? pair : undefined;
    const observer = await recorder(
      (server.address() as AddressInfo).port,
      tls && { ...tls, ALPNProtocols: ['h2'] },
    );
    const send = testTransport();
    const once = async (): Promise<Exchange> =>
      lastOf(
        await send({
          url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${observer.port}/`,
          method: 'PUT',
          body: { kind: 'bytes', bytes: new Uint8Array(100_000).fill(97) },
          route: { httpVersion: '2', ca: tls === undefined ? [] : [tls.cert] },
        }),
      );
    const exchanges = [await once(), await once()];
    expect(exchanges.map((exchange) => answerOf(exchange).status)).toEqual([200, 200]);
    const [seen, ...others] = observer.recorded();
    expect(others).toEqual([]);
    const shown = (direction: Frame['direction'], ofStream?: boolean): readonly string[] =>
      exchanges.flatMap(({ frames = [] }) =>
        frames
          .filter((frame) => frame.direction === direction && (ofStream !== true || frame.stream !== 0))
          .map(asCounted),
      );
    const ofStreams = (frames: readonly string[]): readonly string[] =>
      frames.filter((frame) => frame.split(' ')[2] !== '0');
    const out = framesIn(seen?.sent ?? '', 24);
    const back = framesIn(seen?.received ?? '', 0);
    expect(shown('>', true)).toEqual(ofStreams(out));
    expect(shown('<', true)).toEqual(ofStreams(back));
    // Between two exchanges nobody watches; what the connection said during them is there.
    const [first] = exchanges;
    const beginning = (first?.frames ?? []).filter(({ direction }) => direction === '<').map(asCounted);
    expect(beginning).toEqual(back.slice(0, beginning.length));
  });

  test('trailers leave in a HEADERS frame behind the body', async () => {
    const server = http2.createServer();
    const came: unknown[] = [];
    server.on('stream', (stream) => {
      stream.on('trailers', (_headers, _flags, raw: unknown) => came.push(raw));
      stream.resume();
      stream.once('end', () => {
        stream.respond({ ':status': 204 }, { endStream: true });
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const tls = kind === 'TLS' ? pair : undefined;
    const observer = await recorder(
      (server.address() as AddressInfo).port,
      tls && { ...tls, ALPNProtocols: ['h2'] },
    );
    const send = testTransport();
    for (const body of [
      { kind: 'bytes', bytes: new TextEncoder().encode('abc') },
      { kind: 'pieces', pieces: ['a', 'bc'].map(pieceOf) },
      { kind: 'bytes', bytes: new Uint8Array() },
    ] as const) {
      const exchange = lastOf(
        await send({
          url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${observer.port}/`,
          method: 'PUT',
          fields: [
            { name: 'Trailer', value: 'X-Sum' },
            { name: 'Transfer-Encoding', value: 'chunked' },
          ],
          trailers: [
            { name: 'X-Sum', value: '7' },
            { name: 'X-Sum', value: 'h\xe9' },
          ],
          body,
          route: { httpVersion: '2', ca: tls === undefined ? [] : [tls.cert] },
        }),
      );
      expect(answerOf(exchange).status).toBe(204);
      expect(exchange.request.trailers).toEqual([
        { name: 'x-sum', value: '7' },
        { name: 'x-sum', value: 'h\xe9' },
      ]);
      expect(exchange.request.fields.map(({ name }) => name)).toContain('trailer');
      expect(came.pop()).toEqual(['x-sum', '7', 'x-sum', 'h\xe9']);
      const stream = exchange.frames?.find(({ type }) => type === 'HEADERS')?.stream;
      const out = framesIn(observer.recorded()[0]?.sent ?? '', 24).filter(
        (frame) => frame.split(' ')[2] === String(stream),
      );
      // END_HEADERS alone on the first, END_STREAM on the one behind the body.
      expect(out[0]).toMatch(/^HEADERS 4 /);
      expect(out.at(-1)).toMatch(/^HEADERS 5 /);
      const shown = (exchange.frames ?? []).filter((f) => f.direction === '>' && f.stream === stream);
      expect(shown.map(asCounted)).toEqual(out);
    }
  });
});
