import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fakeHandlers } from '../fake-handlers.test-support.ts';
import { serve, type Served } from './serve.ts';

/** What no browser writes and any program can: bytes on the socket of the browser host. None of it reaches the engine. */

const folder = mkdtempSync(join(tmpdir(), 'why401-raw-'));
let served: Served;
let authority = '';
let cookie = '';
const reached: string[] = [];

beforeAll(async () => {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>why401</title>');
  served = await serve({
    engine: {
      handlers: fakeHandlers({}, (name) => reached.push(name)),
      listen: () => () => undefined,
    },
    rendererFolder: folder,
    port: 0,
    open: false,
  });
  authority = new URL(served.address).host;
  const entered = await fetch(served.address, { redirect: 'manual' });
  cookie = entered.headers.getSetCookie()[0]?.split(';')[0] ?? '';
});

afterAll(async () => {
  await served.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Sends lines as they stand and hands back all that comes until the host ends the connection, or half a second of silence. */
const told = (...lines: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    const { hostname, port } = new URL(`http://${authority}`);
    let answer = '';
    const socket = connect({ host: hostname, port: Number(port) }, () => socket.write(lines.join('\r\n')));
    socket.setTimeout(500, () => socket.destroy());
    socket.on('data', (piece: Buffer) => {
      answer += piece.toString('latin1');
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => resolve(answer));
  });

const statuses = (answer: string): readonly number[] =>
  [...answer.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status));

const own = (): readonly string[] => [
  `Host: ${authority}`,
  `Cookie: ${cookie}`,
  `Origin: http://${authority}`,
  'Content-Type: application/json',
  'X-Why401: 1',
];
const asWebSocket = [
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
  '',
  '',
];

const command = '{"sendId":"a"}';
const post = (...more: readonly string[]): readonly string[] => [
  'POST /api/cancel HTTP/1.1',
  ...own(),
  ...more,
];

describe('the door of the browser host, in bytes', () => {
  test('lets in what is in good order', async () => {
    const answer = await told(...post(`Content-Length: ${command.length}`, '', command));
    expect([statuses(answer), reached]).toEqual([[200], ['cancel']]);
    reached.length = 0;
  });

  test.each<[string, () => readonly string[], readonly number[]]>([
    [
      'two names, one of them ours',
      () => post('Host: evil.example', 'Content-Length: 14', '', command),
      [421],
    ],
    [
      'our name in capitals elsewhere',
      () => [
        'POST /api/cancel HTTP/1.1',
        ...own().slice(1),
        `Host: ${authority}.`,
        'Content-Length: 14',
        '',
        command,
      ],
      [421],
    ],
    [
      'no name at all',
      () => ['POST /api/cancel HTTP/1.1', ...own().slice(1), 'Content-Length: 14', '', command],
      [400],
    ],
    [
      'HTTP/1.0 without a name',
      () => ['POST /api/cancel HTTP/1.0', ...own().slice(1), 'Content-Length: 14', '', command],
      [421],
    ],
    ['two origins', () => post('Origin: http://evil.example', 'Content-Length: 14', '', command), [403]],
    [
      'the address of another server in the request line',
      () => [
        'POST http://evil.example/api/cancel HTTP/1.1',
        `Host: evil.example`,
        ...own().slice(1),
        'Content-Length: 14',
        '',
        command,
      ],
      [421],
    ],
    [
      'a command in the path of a folder',
      () => ['POST /api/../api/cancel/../../cancel HTTP/1.1', ...own(), 'Content-Length: 14', '', command],
      [404],
    ],
    [
      'a length and chunks at once',
      () => post('Content-Length: 4', 'Transfer-Encoding: chunked', '', '0', '', 'GET / HTTP/1.1'),
      [400],
    ],
    ['two lengths', () => post('Content-Length: 14', 'Content-Length: 0', '', command), [400]],
    ['a space before the colon', () => post('Content-Length : 14', '', command), [400]],
    ['a field that is folded', () => post('X-A: a', ' b', 'Content-Length: 14', '', command), [400]],
    [
      'a head of 20 KB',
      () => post(`X-Long: ${'x'.repeat(20_000)}`, 'Content-Length: 14', '', command),
      [431],
    ],
    [
      'a body that is announced larger than any, before it comes',
      () => post(`Content-Length: ${2 ** 40}`, 'Expect: 100-continue', '', ''),
      [100],
    ],
    ['a tunnel', () => [`CONNECT evil.example:443 HTTP/1.1`, ...own(), '', ''], []],
    ['TRACE', () => ['TRACE / HTTP/1.1', ...own(), '', ''], [405]],
    [
      'a WebSocket of another page',
      () => [
        'GET /events HTTP/1.1',
        `Host: ${authority}`,
        `Cookie: ${cookie}`,
        'Origin: http://evil.example',
        ...asWebSocket,
      ],
      [403],
    ],
    [
      'a WebSocket of a program without an origin',
      () => ['GET /events HTTP/1.1', `Host: ${authority}`, `Cookie: ${cookie}`, ...asWebSocket],
      [403],
    ],
    [
      'a command as a change of protocol',
      () => post('Connection: Upgrade', 'Upgrade: h2c', 'Content-Length: 14', '', command),
      [404],
    ],
    ['what is no HTTP', () => ['\u0016\u0003\u0001\u0002\u0000\u0001'], [400]],
  ])('%s', async (_, lines, expected) => {
    const answer = await told(...lines());
    expect(statuses(answer)).toEqual(expected);
    expect(answer).not.toMatch(/evil\.example/);
    expect(reached).toEqual([]);
  });

  test('a request in the body of one that is refused is not read', async () => {
    const inner = post('Content-Length: 14', '', command).join('\r\n');
    const answer = await told(
      'POST /api/cancel HTTP/1.1',
      `Host: ${authority}`,
      `Content-Length: ${inner.length}`,
      '',
      inner,
    );
    expect([statuses(answer), reached]).toEqual([[403], []]);
  });

  test('a page that is asked for on and on does not keep others out', async () => {
    const slow = Array.from({ length: 50 }, () => told('GET / HTTP/1.1', `Host: ${authority}`, 'X-Slow: '));
    const answer = await told(
      'GET / HTTP/1.1',
      `Host: ${authority}`,
      `Cookie: ${cookie}`,
      'Connection: close',
      '',
      '',
    );
    expect(statuses(answer)).toEqual([200]);
    await Promise.all(slow);
  });
});
