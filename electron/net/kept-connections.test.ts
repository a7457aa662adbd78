import type { Socket } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { answerOf, failureIn, lastOf, onlyOne, rawServer, testTransport } from './net.test-support.ts';

const ok = 'HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhi';
const field = (name: string, value: string) => ({ name, value });
const reusedIn = (exchanges: readonly Exchange[]) => exchanges.map(({ connection }) => connection?.reused);

test('uses a connection again and says so', async () => {
  const server = await rawServer(ok, { keepOpen: true });
  const send = testTransport();
  const url = `http://127.0.0.1:${server.port}/`;
  const first = onlyOne(await send({ url, fields: [field('A', '1')] }));
  const second = onlyOne(await send({ url, fields: [field('B', '2')] }));
  expect(server.connections()).toBe(1);
  expect([first.connection?.reused, second.connection?.reused]).toEqual([false, true]);
  expect(second.connection).toMatchObject({ remoteAddress: '127.0.0.1', remotePort: server.port });
  expect(second.request.rawHead).toBe('GET / HTTP/1.1\r\nB: 2\r\n\r\n');
  expect(server.received()).toBe((first.request.rawHead ?? '') + (second.request.rawHead ?? ''));
  expect(second.timings.connectMs).toBeUndefined();
});

test('never uses a connection again for a request that must not be repeated, nor under another trust', async () => {
  const server = await rawServer(ok, { keepOpen: true });
  const send = testTransport();
  const url = `http://127.0.0.1:${server.port}/`;
  await send({ url });
  const posted = onlyOne(await send({ url, method: 'POST', fields: [field('Content-Length', '0')] }));
  const trusting = onlyOne(await send({ url, route: { verifyTls: false } }));
  expect([posted.connection?.reused, trusting.connection?.reused]).toEqual([false, false]);
  expect(server.connections()).toBe(3);
});

/** Answers each request by its number, the first one being 1. */
const answering = (answers: Readonly<Record<number, (socket: Socket) => void>>) => {
  let requests = 0;
  return rawServer((socket) => {
    requests += 1;
    const answer = answers[requests];
    if (answer === undefined) socket.write(ok);
    else answer(socket);
  });
};

describe('a connection is not used again', () => {
  test.each<[string, (socket: Socket) => void]>([
    ['that the server closed in good order', (socket) => void socket.end(ok)],
    ['that the server broke off', (socket) => void socket.write(ok, () => socket.resetAndDestroy())],
    [
      'whose answer announces its end',
      (socket) => void socket.write(ok.replace('\r\n', '\r\nConnection: close\r\n')),
    ],
    [
      'that will be kept for less than a moment',
      (socket) => void socket.write(ok.replace('\r\n', '\r\nKeep-Alive: timeout=1\r\n')),
    ],
    ['of HTTP/1.0, which nobody promised to keep', (socket) => void socket.write(ok.replace('1.1', '1.0'))],
    [
      'on which something came that nobody asked for',
      (socket) =>
        void socket.write(ok, () =>
          setTimeout(() => socket.write('HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\n\r\n'), 10),
        ),
    ],
    ['on which a second answer came behind the first', (socket) => void socket.write(ok + ok)],
  ])('%s', async (_, first) => {
    const { promise: closed, resolve } = Promise.withResolvers<void>();
    const server = await answering({
      1: (socket) => {
        socket.once('close', () => resolve());
        first(socket);
      },
    });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    await closed;
    // Both ends live in this process: by then ours has heard of it too.
    await wait(20);
    const next = onlyOne(await send({ url }));
    expect([answerOf(next).status, next.connection?.reused, server.connections()]).toEqual([200, false, 2]);
  });

  test('while it is another request’s, and then each in its turn', async () => {
    const server = await rawServer((socket) => void setTimeout(() => socket.write(ok), 20));
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    const atOnce = await Promise.all([send({ url }), send({ url }), send({ url })]);
    expect(atOnce.flatMap(reusedIn)).toEqual([false, false, false]);
    for (let more = 0; more < 3; more += 1) expect(reusedIn(await send({ url }))).toEqual([true]);
    expect(server.connections()).toBe(3);
  });

  test('of another server, although it stands in the same pool', async () => {
    const [one, other] = [await answering({}), await answering({})];
    const send = testTransport();
    const to = (port: number) => send({ url: `http://127.0.0.1:${port}/` });
    expect([await to(one.port), await to(other.port)].flatMap(reusedIn)).toEqual([false, false]);
    expect([await to(one.port), await to(other.port)].flatMap(reusedIn)).toEqual([true, true]);
  });

  test('beyond eight that are idle', async () => {
    let open = 0;
    const server = await rawServer((socket) => {
      open += 1;
      socket.once('close', () => {
        open -= 1;
      });
      setTimeout(() => socket.write(ok), 100);
    });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await Promise.all(Array.from({ length: 20 }, () => send({ url })));
    await expect.poll(() => [server.connections(), open]).toEqual([20, 8]);
  });
});

describe('a connection that died unnoticed', () => {
  const resets = (socket: Socket): void => void socket.resetAndDestroy();
  const ends = (socket: Socket): void => void socket.end();

  test.each<[string, string, (socket: Socket) => void, RegExp]>([
    ['GET', 'reset', resets, /reset/],
    ['GET', 'closed', ends, /closed/],
    ['HEAD', 'reset', resets, /reset/],
    ['OPTIONS', 'closed', ends, /closed/],
    ['PUT', 'reset', resets, /reset/],
    ['DELETE', 'closed', ends, /closed/],
  ])('%s, %s: is shown, and the request goes out once more on a new one', async (method, _, die, code) => {
    const server = await answering({ 2: die });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    const made = await send({ url, method });
    expect(reusedIn(made)).toEqual([true, false]);
    const [died] = made;
    expect(died === undefined ? undefined : failureIn(died)).toMatchObject({
      code: expect.stringMatching(code),
      message:
        'The server had closed this connection while it was idle. The request was sent again on a new one.',
    });
    expect(answerOf(lastOf(made)).status).toBe(200);
    expect(server.connections()).toBe(2);
  });

  test('is not tried a third time', async () => {
    const server = await answering({ 2: resets, 3: resets });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    const made = await send({ url });
    expect(made.map((one) => failureIn(one).code)).toEqual(['reset', 'reset']);
    expect(failureIn(lastOf(made)).message).toMatch(/broke the connection off without an answer/);
  });

  test.each<[string, string, (socket: Socket) => void]>([
    ['GET', 'the answer had begun', (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Le')],
    [
      'GET',
      'the body had begun',
      (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhi'),
    ],
  ])('%s is not sent again where %s', async (method, _, die) => {
    const server = await answering({ 2: die });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    const broken = onlyOne(await send({ url, method }));
    expect([broken.connection?.reused, failureIn(broken).code]).toEqual([true, 'closed']);
  });

  test('is never met by what must not be sent twice', async () => {
    const server = await answering({ 2: resets });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    const posted = onlyOne(await send({ url, method: 'POST', fields: [field('Content-Length', '0')] }));
    expect([posted.connection?.reused, failureIn(posted).code]).toEqual([false, 'reset']);
  });

  test('takes a person’s cancelling for what it is', async () => {
    const cancel = new AbortController();
    const server = await answering({ 2: () => cancel.abort() });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    await send({ url });
    expect(failureIn(onlyOne(await send({ url, signal: cancel.signal }))).code).toBe('cancelled');
  });

  test('again and again leaves no request without an answer', async () => {
    let requests = 0;
    const server = await rawServer((socket) => {
      requests += 1;
      // Every third connection dies at the very moment at which it becomes idle: the race is the point.
      if (requests % 3 === 0) socket.end(ok);
      else socket.write(ok);
    });
    const send = testTransport();
    const url = `http://127.0.0.1:${server.port}/`;
    for (let sent = 0; sent < 150; sent += 1) {
      const made = await send({ url });
      expect(answerOf(lastOf(made)).status).toBe(200);
      expect(made.length).toBeLessThanOrEqual(2);
    }
  });
});
