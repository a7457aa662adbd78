import { expect, test } from 'vitest';
import type { SentField } from '../../shared/exchange/exchange.ts';
import { answerOf, lastOf, onlyOne, rawServer, testTransport } from './net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';

const field = (name: string, value: string): SentField => ({ name, value });

/** One code unit per byte: what UTF-8 text is on the wire. */
const utf8 = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');

test.each<[string, string, string, readonly SentField[], string]>([
  ['a bare request without any field', 'GET', '/', [], 'GET / HTTP/1.1\r\n\r\n'],
  [
    'own casing and order',
    'GET',
    '/a',
    [field('x-ONE', '1'), field('hOST', 'h'), field('Accept', '*/*')],
    'GET /a HTTP/1.1\r\nx-ONE: 1\r\nhOST: h\r\nAccept: */*\r\n\r\n',
  ],
  [
    'the same field several times, in several casings',
    'GET',
    '/',
    [field('X-A', '1'), field('x-a', '2'), field('Host', 'h'), field('X-A', '1')],
    'GET / HTTP/1.1\r\nX-A: 1\r\nx-a: 2\r\nHost: h\r\nX-A: 1\r\n\r\n',
  ],
  [
    'two Authorization fields and two Hosts',
    'GET',
    '/',
    [
      field('Authorization', 'Basic YQ=='),
      field('Authorization', 'Bearer b'),
      field('Host', 'a'),
      field('Host', 'b'),
    ],
    'GET / HTTP/1.1\r\nAuthorization: Basic YQ==\r\nAuthorization: Bearer b\r\nHost: a\r\nHost: b\r\n\r\n',
  ],
  ['an empty value', 'GET', '/', [field('X', '')], 'GET / HTTP/1.1\r\nX: \r\n\r\n'],
  ['spaces around a value', 'GET', '/', [field('X', '  a\t ')], 'GET / HTTP/1.1\r\nX:   a\t \r\n\r\n'],
  ['Latin-1 bytes', 'GET', '/', [field('X', 'n\u00e9')], 'GET / HTTP/1.1\r\nX: n\u00e9\r\n\r\n'],
  ['UTF-8 bytes', 'GET', '/', [field('X', utf8('né→z'))], `GET / HTTP/1.1\r\nX: ${utf8('né→z')}\r\n\r\n`],
  ['a control character', 'GET', '/', [field('X', 'a\u0001b')], 'GET / HTTP/1.1\r\nX: a\u0001b\r\n\r\n'],
  [
    'Connection: close',
    'GET',
    '/',
    [field('Connection', 'close')],
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n',
  ],
  ['a method in small letters', 'patch', '/', [], 'patch / HTTP/1.1\r\n\r\n'],
  ['a method of its own', 'Frob-nicate', '/', [], 'Frob-nicate / HTTP/1.1\r\n\r\n'],
  ['a raw target', 'GET', "/a|b/../{c}//d?q={x}|y&'", [], "GET /a|b/../{c}//d?q={x}|y&' HTTP/1.1\r\n\r\n"],
  ['escapes as typed', 'GET', '/%7e%2F%zz?%', [], 'GET /%7e%2F%zz?% HTTP/1.1\r\n\r\n'],
  ['a query without a path', 'GET', '?a=1', [], 'GET /?a=1 HTTP/1.1\r\n\r\n'],
  ['no fragment', 'GET', '/a?b#c?d', [], 'GET /a?b HTTP/1.1\r\n\r\n'],
  ['letters beyond ASCII', 'GET', '/ü', [], `GET /${utf8('ü')} HTTP/1.1\r\n\r\n`],
])('sends %s, byte for byte', async (_name, method, target, fields, expected) => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({ url: `http://127.0.0.1:${server.port}${target}`, method, fields }),
  );
  expect(answerOf(exchange).status).toBe(200);
  expect(server.received()).toBe(expected);
  expect(exchange.request.rawHead).toBe(server.received());
  expect(exchange.request).toMatchObject({ method, fields });
  expect(expected.split(' ')[1]).toBe(exchange.request.target);
});

test.each<[string, string, readonly SentField[], string]>([
  ['with Content-Length', 'POST', [field('Content-Length', '5')], 'h\u00e9llo'.slice(0, 5)],
  ['that is not framed at all', 'POST', [], 'hello'],
  ['with a GET', 'GET', [field('content-length', '5')], 'hello'],
  ['that is longer than stated', 'POST', [field('Content-Length', '2')], 'hello'],
])('sends a body %s as it is given', async (_name, method, fields, text) => {
  const server = await rawServer(ok, { whole: (received) => received.includes('\r\n\r\nh') });
  const bytes = Buffer.from(text, 'latin1');
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      method,
      fields,
      body: { kind: 'bytes', bytes },
    }),
  );
  expect(server.received()).toBe(`${exchange.request.rawHead ?? ''}${text}`);
  expect(exchange.request.rawHead).toMatch(
    /^(?:GET|POST) \/ HTTP\/1\.1\r\n(?:content-length: \d\r\n)?\r\n$/i,
  );
});

test('frames a body in chunks where the fields say so', async () => {
  const server = await rawServer(ok, { whole: (received) => received.endsWith('0\r\n\r\n') });
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'POST',
      fields: [field('Transfer-Encoding', 'chunked')],
      body: { kind: 'bytes', bytes: Buffer.from('hello') },
    }),
  );
  expect(server.received()).toBe(
    'POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n',
  );
  expect(exchange.request.body).toEqual({ kind: 'text', text: 'hello', size: 5 });
});

test.each<[string, string, string, object]>([
  [
    'odd casing, duplicates, empty values and no reason',
    'HTTP/1.1 401 \r\nwww-AUTHENTICATE: Basic realm="a"\r\nWWW-Authenticate: Bearer\r\nX-Empty:\r\nContent-Length: 0\r\n\r\n',
    '',
    {
      status: 401,
      reason: '',
      fields: [
        { name: 'www-AUTHENTICATE', value: 'Basic realm="a"' },
        { name: 'WWW-Authenticate', value: 'Bearer' },
        { name: 'X-Empty', value: '' },
        { name: 'Content-Length', value: '0' },
      ],
      body: { kind: 'none' },
    },
  ],
  [
    'Latin-1 and UTF-8 bytes',
    `HTTP/1.1 200 Tr\u00e8s bien\r\nX-L: n\u00e9\r\nX-U: ${utf8('é→')}\r\nContent-Length: 1\r\n\r\n`,
    'x',
    { reason: 'Tr\u00e8s bien', body: { kind: 'text', text: 'x', size: 1 }, encodedSize: 1, decodedSize: 1 },
  ],
  [
    'HTTP/1.0, ended by closing',
    'HTTP/1.0 200 Fine\r\nServer: old\r\n\r\n',
    'until the end',
    { httpVersion: 'HTTP/1.0', body: { kind: 'text', text: 'until the end', size: 13 } },
  ],
  [
    'an answer of the server in another register: a status it made up',
    'HTTP/1.1 799 Odd\r\nContent-Length: 2\r\n\r\n',
    'hi',
    { status: 799 },
  ],
])('shows %s as it came', async (_name, head, body, expected) => {
  const server = await rawServer(head + body);
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` }));
  expect(answerOf(exchange)).toMatchObject(expected);
  expect(answerOf(exchange).rawHead).toBe(head);
});

test('reads chunks and their trailers', async () => {
  const head = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nTrailer: X-Sum\r\n\r\n';
  const server = await rawServer(
    `${head}3;ext=1\r\nabc\r\n4\r\ndefg\r\n0\r\nX-Sum: 7\r\nx-sum: again\r\n\r\n`,
  );
  const answer = answerOf(onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` })));
  expect(answer).toMatchObject({
    rawHead: head,
    body: { kind: 'text', text: 'abcdefg', size: 7 },
    encodedSize: 7,
    trailers: [
      { name: 'X-Sum', value: '7' },
      { name: 'x-sum', value: 'again' },
    ],
  });
});

test('keeps interim answers, in order, apart from the final one', async () => {
  const final = 'HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\n';
  const server = await rawServer(
    `HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 102 Processing\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: <a>\r\nlink: <b>\r\n\r\n${final}hi`,
  );
  const answer = answerOf(onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` })));
  expect(answer).toMatchObject({ status: 401, rawHead: final });
  expect(answer.interim).toEqual([
    { status: 100, reason: 'Continue', fields: [] },
    { status: 102, reason: 'Processing', fields: [] },
    {
      status: 103,
      reason: 'Early Hints',
      fields: [
        { name: 'Link', value: '<a>' },
        { name: 'link', value: '<b>' },
      ],
    },
  ]);
});

test.each([
  ['the answer to HEAD', 'HEAD', 'HTTP/1.1 200 OK\r\nContent-Length: 99\r\nContent-Encoding: gzip\r\n\r\n'],
  ['204', 'GET', 'HTTP/1.1 204 No Content\r\n\r\n'],
  ['304', 'GET', 'HTTP/1.1 304 Not Modified\r\nContent-Length: 99\r\nETag: "a"\r\n\r\n'],
  [
    'a change of protocol',
    'GET',
    'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
  ],
])('%s has no body', async (_name, method, head) => {
  const server = await rawServer(head, { keepOpen: true });
  const answer = answerOf(
    onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, method })),
  );
  expect(answer).toMatchObject({ rawHead: head, body: { kind: 'none' }, encodedSize: 0 });
});

test('a method that only looks like HEAD has an answer with a body', async () => {
  const server = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({ url: `http://127.0.0.1:${server.port}/`, method: 'head' }),
  );
  expect(answerOf(exchange).body).toEqual({ kind: 'text', text: 'hi', size: 2 });
});

test('notes addresses and the time of each phase', async () => {
  const server = await rawServer(ok);
  const { connection, timings } = lastOf(await testTransport()({ url: `http://localhost:${server.port}/` }));
  expect(connection).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: server.port, reused: false });
  expect(connection?.localPort).toBeGreaterThan(0);
  expect(connection?.tls).toBeUndefined();
  const { dnsMs = -1, connectMs = -1, firstByteMs = -1, endMs = -1 } = timings;
  const phases = [0, dnsMs, connectMs, firstByteMs, endMs];
  expect(phases).toEqual(phases.toSorted((a, b) => a - b));
  expect(timings.requestSentMs).toBeGreaterThan(connectMs);
  expect(timings.tlsMs).toBeUndefined();
});

test('an answer may come before the body was sent', async () => {
  const server = await rawServer(`HTTP/1.1 401 No\r\nContent-Length: 2\r\n\r\nhi`, { keepOpen: true });
  const endless = { kind: 'bytes', bytes: new Uint8Array(64 * 1024) } as const;
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'PUT',
      fields: [field('Content-Length', '9000000000')],
      body: { kind: 'pieces', pieces: Array.from({ length: 400 }, () => endless) },
    }),
  );
  expect(answerOf(exchange).status).toBe(401);
});

test.each<[string, readonly SentField[]]>([
  ['a length', [field('Trailer', 'X-Sum'), field('Content-Length', '0')]],
  ['another coding', [field('Trailer', 'X-Sum'), field('Transfer-Encoding', 'chunked, gzip')]],
  ['no body', [field('Trailer', 'X-Sum')]],
])('trailers announced beside %s cannot be written in HTTP/1.1', async (_name, fields) => {
  const server = await rawServer(ok);
  const exchange = onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/`, fields }));
  expect(exchange.outcome).toMatchObject({
    kind: 'failed',
    failure: { code: 'invalid-request', message: expect.stringContaining('only behind a body in chunks') },
  });
  expect(server.received()).toBe('');
});
