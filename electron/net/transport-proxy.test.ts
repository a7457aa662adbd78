import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  failureIn,
  lastOf,
  onlyOne,
  rawServer,
  selfSigned,
  testTransport,
} from './net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const pair = selfSigned(2);
if (pair === undefined) console.log('skipped: tunnels with TLS inside, since openssl is not installed.');

const proxyAt = (port: number, username = '', password = '') => ({
  proxy: { url: `http://127.0.0.1:${port}`, username, password, scheme: 'basic' as const },
});

/** Agrees to any CONNECT and joins the two sockets. */
const joins = (socket: Socket, head: string): void => {
  const [, host, port] = /^CONNECT ([^:]+):(\d+) /.exec(head) ?? [];
  const onward = connect(Number(port), host);
  onward.on('error', () => socket.destroy());
  onward.once('connect', () => {
    socket.removeAllListeners('data');
    socket.write('HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n');
    socket.pipe(onward).pipe(socket);
  });
};

test('http over HTTP/2 by choice is refused before the proxy hears of it', async () => {
  const proxy = await rawServer(ok);
  const given = {
    url: 'http://api.example.com/',
    route: { ...proxyAt(proxy.port), httpVersion: '2' },
  } as const;
  const exchange = onlyOne(await testTransport()(given));
  expect(failureIn(exchange)).toMatchObject({
    code: 'invalid-request',
    message: expect.stringMatching(/^HTTP\/2 cannot be had through a proxy .*choose another version/),
  });
  expect(exchange.request.rawHead).toBeUndefined();
  expect(proxy.connections()).toBe(0);
});

test('http over HTTP/1.1 by choice goes through the proxy', async () => {
  const proxy = await rawServer(ok);
  const given = {
    url: 'http://api.example.com/',
    route: { ...proxyAt(proxy.port), httpVersion: '1.1' },
  } as const;
  expect(answerOf(onlyOne(await testTransport()(given))).status).toBe(200);
});

test('http goes to the proxy in absolute form, with the credentials in sight', async () => {
  const proxy = await rawServer(ok);
  const exchange = onlyOne(
    await testTransport()({
      url: 'http://api.example.com:8080/a|b?c#d',
      fields: [{ name: 'Host', value: 'api.example.com:8080' }],
      route: proxyAt(proxy.port, 'alice', 'wonderländ'),
    }),
  );
  const credentials = `Basic ${Buffer.from('alice:wonderländ').toString('base64')}`;
  expect(proxy.received()).toBe(
    `GET http://api.example.com:8080/a|b?c HTTP/1.1\r\nHost: api.example.com:8080\r\nProxy-Authorization: ${credentials}\r\n\r\n`,
  );
  expect(exchange.request.rawHead).toBe(proxy.received());
  expect(exchange.request.target).toBe('http://api.example.com:8080/a|b?c');
  expect(exchange.request.fields.at(-1)).toEqual({
    name: 'Proxy-Authorization',
    value: credentials,
    origin: { from: 'proxy', note: 'Basic for proxy user alice' },
  });
  expect(exchange.connection?.proxy).toBe(`127.0.0.1:${proxy.port}`);
});

test.each<[string, string, string, string, string | undefined]>([
  ['nobody', '', '', '', undefined],
  ['the user in the proxy URL', 'bob:p%40ss@', '', '', 'Basic Ym9iOnBAc3M='],
  ['the user of the settings before the one in the URL', 'bob:x@', 'alice', 'w', 'Basic YWxpY2U6dw=='],
])('a proxy is told about %s', async (_name, userinfo, username, password, expected) => {
  const proxy = await rawServer(ok);
  const url = `http://${userinfo}127.0.0.1:${proxy.port}`;
  const { request } = onlyOne(
    await testTransport()({
      url: 'http://a.example/',
      route: { proxy: { url, username, password, scheme: 'basic' } },
    }),
  );
  expect(request.fields.find(({ name }) => name === 'Proxy-Authorization')?.value).toBe(expected);
  expect(request.rawHead).not.toContain('@');
});

test('a typed Proxy-Authorization stands', async () => {
  const proxy = await rawServer(ok);
  const fields = [{ name: 'proxy-authorization', value: 'Bearer mine' }];
  const { request } = onlyOne(
    await testTransport()({ url: 'http://a.example/', fields, route: proxyAt(proxy.port, 'alice', 'w') }),
  );
  expect(request.fields).toEqual(fields);
});

test('407 to a plain request is its answer', async () => {
  const proxy = await rawServer(
    'HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm="p"\r\nContent-Length: 0\r\n\r\n',
  );
  const exchange = onlyOne(await testTransport()({ url: 'http://a.example/', route: proxyAt(proxy.port) }));
  expect(exchange.purpose).toBe('resource');
  expect(answerOf(exchange).status).toBe(407);
});

const refusedHead = 'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="p"\r\n';

test.each([
  ['a length', `${refusedHead}Content-Type: text/plain\r\nContent-Length: 7\r\n\r\n`, 'Who are'],
  ['chunks', `${refusedHead}Transfer-Encoding: chunked\r\n\r\n`, '3\r\nWho\r\n4\r\n are\r\n0\r\n\r\n'],
  ['nothing but its end', `${refusedHead}\r\n`, 'Who are'],
])('a refused CONNECT is the last exchange, with its body by %s', async (_name, head, body) => {
  const proxy = await rawServer(head + body);
  const exchange = onlyOne(
    await testTransport()({ url: 'https://api.example.com/', route: proxyAt(proxy.port, 'eve', 'x') }),
  );
  expect(exchange).toMatchObject({ purpose: 'connect', request: { target: 'api.example.com:443' } });
  const answer = answerOf(exchange);
  expect(answer).toMatchObject({ status: 407, rawHead: head, body: { text: 'Who are' } });
  expect(answer.fields[0]).toEqual({ name: 'Proxy-Authenticate', value: 'Basic realm="p"' });
});

test.each([
  ['breaks off', '', 'closed'],
  ['speaks something else', 'hello\r\n\r\n', 'malformed-answer'],
])('a proxy that %s', async (_name, answer, code) => {
  const proxy = await rawServer(answer);
  const exchange = onlyOne(
    await testTransport()({ url: 'https://api.example.com/', route: proxyAt(proxy.port) }),
  );
  expect(exchange.purpose).toBe('connect');
  expect(failureIn(exchange).code).toBe(code);
});

test.each(['http://api.example.com/', 'https://api.example.com/'])(
  'a proxy that is not there: %s',
  async (url) => {
    const exchange = onlyOne(await testTransport()({ url, route: proxyAt(1) }));
    expect(failureIn(exchange)).toMatchObject({
      code: 'proxy',
      message: expect.stringContaining('127.0.0.1:1'),
    });
  },
);

test.each([
  ['waiting for the proxy', ''],
  ['reading its refusal', 'HTTP/1.1 407 No\r\nContent-Length: 9\r\n\r\nab'],
])('is cancelled while %s', async (_name, answer) => {
  const proxy = await rawServer(answer, { keepOpen: true });
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 100);
  const exchange = onlyOne(
    await testTransport()({
      url: 'https://api.example.com/',
      route: proxyAt(proxy.port),
      signal: controller.signal,
    }),
  );
  expect(exchange.purpose).toBe('connect');
  expect(failureIn(exchange).code).toBe('cancelled');
});

describe.runIf(pair !== undefined)('with a certificate made for this run', () => {
  test('https goes through a tunnel: CONNECT is an exchange of its own and comes first', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }), keepOpen: true });
    const proxy = await rawServer(joins);
    const send = testTransport();
    const given = {
      url: `https://127.0.0.1:${server.port}/me`,
      fields: [{ name: 'x-A', value: 'b' }],
      route: { ca: [pair?.cert ?? ''], ...proxyAt(proxy.port, 'alice', 'w') },
    };
    const [tunnel, exchange, ...more] = await send(given);
    expect(more).toEqual([]);
    expect(tunnel).toMatchObject({
      purpose: 'connect',
      request: { method: 'CONNECT', target: `127.0.0.1:${server.port}` },
      outcome: {
        response: { status: 200, rawHead: 'HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n' },
      },
      connection: { remotePort: proxy.port, proxy: `127.0.0.1:${proxy.port}`, reused: false },
    });
    expect(tunnel?.request.rawHead).toBe(
      `CONNECT 127.0.0.1:${server.port} HTTP/1.1\r\nHost: 127.0.0.1:${server.port}\r\nProxy-Authorization: Basic YWxpY2U6dw==\r\n\r\n`,
    );
    expect(tunnel?.request.fields.every(({ origin }) => origin?.from === 'proxy')).toBe(true);
    expect(server.received()).toBe('GET /me HTTP/1.1\r\nx-A: b\r\n\r\n');
    expect(exchange?.request.rawHead).toBe(server.received());
    expect(exchange?.connection).toMatchObject({
      proxy: `127.0.0.1:${proxy.port}`,
      tls: { authorized: true },
    });
    expect(exchange?.connection?.tls?.chain).toHaveLength(1);

    const again = onlyOne(await send(given));
    expect(again.connection?.reused).toBe(true);
    expect(proxy.connections()).toBe(1);
  });

  test('the certificate inside a tunnel is checked', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const proxy = await rawServer(joins);
    const [tunnel, exchange] = await testTransport()({
      url: `https://127.0.0.1:${server.port}/`,
      route: proxyAt(proxy.port),
    });
    expect(tunnel?.outcome.kind).toBe('answered');
    expect(exchange?.outcome).toMatchObject({ kind: 'failed', failure: { code: 'tls-certificate' } });
    expect(server.received()).toBe('');
  });

  test('a proxy can itself be reached over TLS', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const plain = await rawServer(ok, { ...(pair && { tls: pair }) });
    const proxy = await rawServer(joins, { ...(pair && { tls: pair }) });
    const route = (port: number) => ({
      ca: [pair?.cert ?? ''],
      proxy: { url: `https://127.0.0.1:${port}`, username: '', password: '', scheme: 'automatic' as const },
    });
    const tunnelled = await testTransport()({
      url: `https://127.0.0.1:${server.port}/`,
      route: route(proxy.port),
    });
    expect(tunnelled.map(({ purpose }) => purpose)).toEqual(['connect', 'resource']);
    expect(tunnelled[0]?.connection?.tls?.authorized).toBe(true);
    expect(answerOf(lastOf(tunnelled)).status).toBe(200);
    const absolute = onlyOne(await testTransport()({ url: 'http://a.example/b', route: route(plain.port) }));
    expect(plain.received()).toBe('GET http://a.example/b HTTP/1.1\r\n\r\n');
    expect(absolute.connection?.tls?.authorized).toBe(true);
  });
});
