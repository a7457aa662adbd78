import { connect, type Socket } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { ProxyServer } from '../../shared/proxy/choice.ts';
import {
  answerOf,
  failureIn,
  onlyOne,
  rawServer,
  selfSigned,
  testTransport,
  type RawServer,
} from './net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const pair = selfSigned(2);

interface SocksBehaviour {
  /** The method that the server chooses (RFC 1928 §3): 0 none, 2 user and password, 255 none of those offered. */
  readonly method?: number;
  /** The verdict on user and password (RFC 1929 §2): 0 is success. */
  readonly verdict?: number;
  /** The reply to CONNECT (RFC 1928 §6): 0 is success. */
  readonly reply?: number;
  /** Where connections lead, whatever was asked for. */
  readonly to?: number;
}

interface SocksServer {
  readonly port: number;
  /** What each connection asked for: "host:port", with ":" and the kind of address before it. */
  readonly asked: string[];
  /** "user:password" of each login. */
  readonly logins: string[];
  readonly raw: RawServer;
}

/** A SOCKS5 server after RFC 1928, as far as CONNECT goes. Every message of a client comes in one piece on loopback. */
const socksServer = async ({
  method = 0,
  verdict = 0,
  reply = 0,
  to,
}: SocksBehaviour = {}): Promise<SocksServer> => {
  const asked: string[] = [];
  const logins: string[] = [];
  const states = new WeakMap<Socket, 'greeting' | 'login' | 'request'>();
  const raw = await rawServer(
    (socket, text) => {
      const message = Buffer.from(text, 'latin1');
      const state = states.get(socket) ?? 'greeting';
      if (state === 'greeting') {
        socket.write(Buffer.from([5, method]));
        states.set(socket, method === 2 ? 'login' : 'request');
        return;
      }
      if (state === 'login') {
        const user = message.subarray(2, 2 + (message[1] ?? 0)).toString();
        logins.push(`${user}:${message.subarray(3 + user.length).toString()}`);
        socket.write(Buffer.from([1, verdict]));
        states.set(socket, 'request');
        return;
      }
      const { kind, host, port } = destinationOf(message);
      asked.push(`${kind} ${host}:${port}`);
      const answer = Buffer.from([5, reply, 0, 1, 0, 0, 0, 0, 0, 0]);
      if (reply !== 0) return void socket.end(answer);
      const onward = connect(to ?? port, '127.0.0.1', () => {
        socket.removeAllListeners('data');
        socket.write(answer);
        socket.pipe(onward).pipe(socket);
      });
      onward.on('error', () => socket.destroy());
    },
    { whole: () => true },
  );
  return { port: raw.port, asked, logins, raw };
};

const destinationOf = (message: Buffer): { kind: string; host: string; port: number } => {
  const port = message.readUInt16BE(message.length - 2);
  const body = message.subarray(4, -2);
  if (message[3] === 3) return { kind: 'name', host: body.subarray(1).toString(), port };
  return { kind: 'address', host: message[3] === 1 ? body.join('.') : body.toString('hex'), port };
};

const through = (port: number, more: Partial<ProxyServer> & { readonly kind?: string } = {}) => {
  const { kind = 'socks5', ...rest } = more;
  return {
    proxy: {
      url: `${kind}://127.0.0.1:${port}`,
      username: '',
      password: '',
      scheme: 'automatic' as const,
      ...rest,
    },
  };
};

test('http leaves in origin form, byte for byte, with the proxy on record', async () => {
  const server = await rawServer(ok);
  const socks = await socksServer();
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${server.port}/a?b`,
      fields: [{ name: 'Host', value: 'x' }],
      route: through(socks.port),
    }),
  );
  expect(answerOf(exchange).body).toMatchObject({ text: 'hi' });
  expect(server.received()).toBe('GET /a?b HTTP/1.1\r\nHost: x\r\n\r\n');
  expect(exchange.request.rawHead).toBe(server.received());
  expect(exchange.connection).toMatchObject({ proxy: `127.0.0.1:${socks.port}`, reused: false });
  expect(socks.asked).toEqual([`address 127.0.0.1:${server.port}`]);
});

test.each([
  ['socks5', 'localhost', /^address (?:127\.0\.0\.1|0{31}1):/],
  ['socks5h', 'localhost', /^name localhost:/],
  ['socks5h', 'unknown.why401.invalid', /^name unknown\.why401\.invalid:/],
])('%s hands over %s', async (kind, host, expected) => {
  const server = await rawServer(ok);
  const socks = await socksServer({ to: server.port });
  const exchange = onlyOne(
    await testTransport()({ url: `http://${host}:${server.port}/`, route: through(socks.port, { kind }) }),
  );
  expect(answerOf(exchange).status).toBe(200);
  expect(socks.asked[0]).toMatch(expected);
});

test('an own answer of the resolver is what the proxy is handed', async () => {
  const server = await rawServer(ok);
  const socks = await socksServer();
  const host = `api.why401.invalid:${server.port}`;
  const exchange = onlyOne(
    await testTransport()({
      url: `http://${host}/`,
      route: { ...through(socks.port), resolve: [`${host}:127.0.0.1`] },
    }),
  );
  expect(answerOf(exchange).status).toBe(200);
  expect(socks.asked).toEqual([`address 127.0.0.1:${server.port}`]);
});

test('a name that does not resolve here never reaches the proxy', async () => {
  const socks = await socksServer();
  const exchange = onlyOne(
    await testTransport()({ url: 'http://unknown.why401.invalid/', route: through(socks.port) }),
  );
  expect(failureIn(exchange)).toMatchObject({
    code: 'dns',
    message: expect.stringContaining('unknown.why401.invalid'),
  });
  expect(socks.raw.connections()).toBe(0);
});

test('a connection is used again by the next request', async () => {
  const server = await rawServer(ok, { keepOpen: true });
  const socks = await socksServer();
  const send = testTransport();
  const once = () => send({ url: `http://127.0.0.1:${server.port}/`, route: through(socks.port) });
  expect(onlyOne(await once()).connection?.reused).toBe(false);
  expect(onlyOne(await once()).connection?.reused).toBe(true);
  expect(socks.asked).toHaveLength(1);
});

test('user and password are shown to a proxy that asks for them, and to nobody else', async () => {
  const server = await rawServer(ok);
  const asks = await socksServer({ method: 2 });
  const open = await socksServer({ method: 0 });
  const login = { username: 'alice', password: 'wonderland' };
  for (const { port } of [asks, open]) {
    const url = `http://127.0.0.1:${server.port}/`;
    expect(answerOf(onlyOne(await testTransport()({ url, route: through(port, login) }))).status).toBe(200);
  }
  expect(asks.logins).toEqual(['alice:wonderland']);
  expect(open.raw.received()).not.toContain('wonderland');
  expect(server.received()).not.toContain('wonderland');
});

test.each<[string, SocksBehaviour, Partial<ProxyServer>, string, RegExp]>([
  [
    'a wrong password',
    { method: 2, verdict: 1 },
    { username: 'a', password: 'b' },
    'proxy',
    /refused the user name or password/,
  ],
  ['no user where one is wanted', { method: 255 }, {}, 'proxy', /wants a user name and password/],
  ['a user where none is taken', { method: 255 }, { username: 'a' }, 'proxy', /takes no user name/],
  ['a general failure', { reply: 1 }, {}, 'proxy', /could not open a connection/],
  ['a rule', { reply: 2 }, {}, 'proxy', /do not allow/],
  ['an unreachable network', { reply: 3 }, {}, 'unreachable', /no route/],
  ['an unreachable host', { reply: 4 }, {}, 'unreachable', /cannot reach the host/],
  ['a server that refuses', { reply: 5 }, {}, 'refused', /says that 127\.0\.0\.1:9 refused/],
  ['an unknown kind of address', { reply: 8 }, {}, 'proxy', /kind of address/],
])('%s is a failure in words', async (_name, behaviour, login, code, message) => {
  const socks = await socksServer(behaviour);
  const exchange = onlyOne(
    await testTransport()({ url: 'http://127.0.0.1:9/', route: through(socks.port, login) }),
  );
  expect(failureIn(exchange)).toMatchObject({ code, message: expect.stringMatching(message) });
  expect(failureIn(exchange).message).not.toContain('"b"');
  expect(exchange.request.rawHead).toBeUndefined();
});

test('a proxy that is not there, and one that speaks something else', async () => {
  const url = 'http://127.0.0.1:9/';
  expect(failureIn(onlyOne(await testTransport()({ url, route: through(1) })))).toMatchObject({
    code: 'proxy',
    message: expect.stringContaining('refused the connection'),
  });
  const http = await rawServer('HTTP/1.1 400 Bad Request\r\n\r\n', { whole: () => true });
  expect(failureIn(onlyOne(await testTransport()({ url, route: through(http.port) })))).toMatchObject({
    code: 'proxy',
    message: expect.stringContaining('SOCKS handshake'),
  });
});

test('is cancelled while the proxy says nothing', async () => {
  const silent = await rawServer(() => undefined);
  const controller = new AbortController();
  setTimeout(() => controller.abort(), 50);
  const exchange = onlyOne(
    await testTransport()({
      url: 'http://127.0.0.1:9/',
      route: through(silent.port),
      signal: controller.signal,
    }),
  );
  expect(failureIn(exchange).code).toBe('cancelled');
});

describe.runIf(pair !== undefined)('with a certificate made for this run', () => {
  test('https is encrypted to the server, through the proxy', async () => {
    const server = await rawServer(ok, { ...(pair && { tls: pair }) });
    const socks = await socksServer();
    const exchange = onlyOne(
      await testTransport()({
        url: `https://127.0.0.1:${server.port}/x`,
        route: { ca: [pair?.cert ?? ''], ...through(socks.port) },
      }),
    );
    expect(answerOf(exchange).status).toBe(200);
    expect(exchange.connection?.tls?.authorized).toBe(true);
    expect(server.received()).toBe('GET /x HTTP/1.1\r\n\r\n');
    expect(socks.raw.received()).not.toContain('GET');
  });
});
