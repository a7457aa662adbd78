import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { HostEvent } from '../../shared/ipc/events.ts';
import { fakeHandlers } from '../fake-handlers.test-support.ts';
import { serve, type Served } from './serve.ts';

interface Answer {
  readonly status: number;
  readonly fields: IncomingHttpHeaders;
  readonly body: string;
}

type Fields = Record<string, string>;

let folder = '';
let served: Served;
let authority = '';
let token = '';
/** Commands that reached the engine. */
let reached: string[] = [];
let emit: (event: HostEvent) => void = () => undefined;
let listeners = 0;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-page-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>why401</title>');
  await writeFile(join(folder, 'assets', 'index-1a2b.js'), 'export {};');
  await writeFile(join(folder, 'notes.key'), 'not a part of the page');
  reached = [];
  listeners = 0;
  served = await serve({
    engine: {
      handlers: fakeHandlers({}, (name) => reached.push(name)),
      listen(listener) {
        emit = listener;
        listeners += 1;
        return () => {
          listeners -= 1;
        };
      },
    },
    rendererFolder: folder,
    port: 0,
    open: false,
  });
  const address = new URL(served.address);
  authority = address.host;
  token = address.searchParams.get('token') ?? '';
});

afterEach(async () => {
  await served.close();
  await rm(folder, { recursive: true });
});

const ask = (method: string, path: string, fields: Fields = {}, body?: string): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(`http://${authority}`);
    const request = httpRequest(
      { hostname, port, method, path, headers: { Host: authority, ...fields }, agent: false },
      (response) => {
        const pieces: Buffer[] = [];
        response.on('data', (piece: Buffer) => pieces.push(piece));
        response.on('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            fields: response.headers,
            body: Buffer.concat(pieces).toString(),
          }),
        );
      },
    );
    request.on('error', reject);
    request.end(body);
  });

const enter = async (): Promise<string> => {
  const answer = await ask('GET', `/?token=${token}`);
  return answer.fields['set-cookie']?.[0]?.split(';')[0] ?? '';
};

const commandFields = (cookie: string): Fields => ({
  Cookie: cookie,
  Origin: `http://${authority}`,
  'Content-Type': 'application/json',
  'X-Why401': '1',
});

describe('the entrance', () => {
  test('trades the token for a cookie once', async () => {
    const first = await ask('GET', `/?token=${token}`);
    expect(first.status).toBe(303);
    expect(first.fields.location).toBe('/');
    expect(first.fields['set-cookie']?.[0]).toMatch(
      /^why401-\d+=[\w-]{43}; HttpOnly; SameSite=Strict; Path=\/$/,
    );
    const second = await ask('GET', `/?token=${token}`);
    expect([second.status, second.fields['set-cookie']]).toEqual([403, undefined]);
    expect(second.body).toContain('used already');
  });

  test('the cookie opens the page, and the page cannot be left by a path', async () => {
    const fields = { Cookie: await enter() };
    expect(await ask('GET', '/', fields)).toMatchObject({
      status: 200,
      body: expect.stringContaining('why401'),
    });
    expect((await ask('GET', '/assets/index-1a2b.js', fields)).fields['cache-control']).toContain(
      'immutable',
    );
    for (const path of [
      '/notes.key',
      '/../package.json',
      '/%2e%2e/package.json',
      '//etc/passwd',
      '/assets/',
      '/assets\\..\\notes.key',
    ]) {
      expect([path, (await ask('GET', path, fields)).status]).toEqual([path, 404]);
    }
  });

  test('every answer carries the policies', async () => {
    const cookie = await enter();
    const answers = [
      await ask('GET', '/'),
      await ask('GET', '/', { Cookie: cookie }),
      await ask('POST', '/api/boot', commandFields(cookie), 'null'),
    ];
    for (const { fields } of answers) {
      expect(fields['content-security-policy']).toContain(`default-src 'none'`);
      expect(fields['x-content-type-options']).toBe('nosniff');
      expect(fields['referrer-policy']).toBe('no-referrer');
      expect(fields['cache-control']).toBe('no-store');
      expect(Object.keys(fields).filter((name) => name.startsWith('access-control'))).toEqual([]);
    }
  });
});

describe('a request that is not ours is refused and changes nothing', () => {
  /** `undefined` removes the field. */
  const change = (fields: Record<string, string | undefined>) => fields;
  test.each([
    ['a wrong token', 403, 'GET', '/?token=x', change({ Cookie: undefined })],
    ['a token of the right length', 403, 'GET', `/?token=${'A'.repeat(32)}`, change({ Cookie: undefined })],
    ['no cookie, for the page', 403, 'GET', '/', change({ Cookie: undefined })],
    ['no cookie, for a file', 403, 'GET', '/assets/index-1a2b.js', change({ Cookie: undefined })],
    ['no cookie, for a command', 403, 'POST', '/api/boot', change({ Cookie: undefined })],
    ['a made-up cookie', 403, 'POST', '/api/boot', change({ Cookie: `why401-1=${'A'.repeat(43)}` })],
    ['another name that leads here', 421, 'POST', '/api/boot', change({ Host: 'evil.example' })],
    ['localhost', 421, 'GET', '/', change({ Host: 'localhost' })],
    ['our address on another port', 421, 'GET', '/', change({ Host: '127.0.0.1:1' })],
    ['another name with the right token', 421, 'GET', 'TOKEN', change({ Host: 'evil.example' })],
    ['another origin', 403, 'POST', '/api/boot', change({ Origin: 'http://evil.example' })],
    ['an opaque origin', 403, 'POST', '/api/boot', change({ Origin: 'null' })],
    ['our origin over https', 403, 'POST', '/api/boot', change({ Origin: 'https://127.0.0.1' })],
    ['no origin', 403, 'POST', '/api/boot', change({ Origin: undefined })],
    ['no field of ours', 403, 'POST', '/api/boot', change({ 'X-Why401': undefined })],
    ['a form', 415, 'POST', '/api/boot', change({ 'Content-Type': 'text/plain' })],
    [
      'a form that looks like JSON',
      415,
      'POST',
      '/api/boot',
      change({ 'Content-Type': 'text/plain; application/json' }),
    ],
    ['a preflight', 405, 'OPTIONS', '/api/boot', change({})],
    ['another method', 405, 'DELETE', '/api/boot', change({})],
    ['a command by GET', 404, 'GET', '/api/boot', change({})],
    ['a POST elsewhere', 404, 'POST', '/boot', change({})],
    ['a broken body', 400, 'POST', '/api/boot', change({}), '{'],
  ])('%s: %i', async (_name, status, method, path, changed, body = 'null') => {
    const cookie = path.startsWith('TOKEN') ? '' : await enter();
    const entries = Object.entries({ ...commandFields(cookie), ...changed });
    const fields = Object.fromEntries(
      entries.filter((entry): entry is [string, string] => entry[1] !== undefined),
    );
    const answer = await ask(
      method,
      path === 'TOKEN' ? `/?token=${token}` : path,
      fields,
      method === 'POST' ? body : undefined,
    );
    expect(answer.status).toBe(status);
    expect(answer.fields['set-cookie']).toBeUndefined();
    expect(answer.body.length).toBeLessThan(200);
    expect(reached).toEqual([]);
  });

  test('a body above the limit', async () => {
    const body = `{"sendId":"${'x'.repeat(64 * 1024 * 1024)}"}`;
    // The connection may be gone before all of it is written.
    const status = await ask('POST', '/api/cancel', commandFields(await enter()), body).then(
      (answer) => answer.status,
      (error: NodeJS.ErrnoException) => error.code,
    );
    expect([413, 'ECONNRESET', 'EPIPE']).toContain(status);
    expect(reached).toEqual([]);
  });
});

describe('commands', () => {
  test('reach the engine', async () => {
    const answer = await ask('POST', '/api/cancel', commandFields(await enter()), '{"sendId":"a"}');
    expect([answer.status, JSON.parse(answer.body)]).toEqual([200, { ok: true }]);
    expect(reached).toEqual(['cancel']);
  });

  test.each([
    ['an argument that does not fit', '/api/cancel', '{"sendId":7}'],
    ['an unknown name', '/api/dropTables', 'null'],
    ['a name of the prototype', '/api/__proto__', 'null'],
  ])('%s is answered as data', async (_name, path, body) => {
    const answer = await ask('POST', path, commandFields(await enter()), body);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
      200,
      { ok: false, error: { code: 'bad-argument' } },
    ]);
    expect(reached).toEqual([]);
  });
});

describe('events', () => {
  const opening = (fields: Fields, path = '/events'): Promise<WebSocket | number> =>
    new Promise((resolve, reject) => {
      const socket = new WebSocket(`ws://${authority}${path}`, { headers: fields });
      socket.on('open', () => resolve(socket));
      socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
      socket.on('error', reject);
    });

  test('reach a window of ours', async () => {
    const socket = await opening({ Cookie: await enter(), Origin: `http://${authority}` });
    if (typeof socket === 'number') throw new Error(`refused with ${socket}`);
    const message = new Promise((resolve) =>
      socket.on('message', (data: Buffer) => resolve(JSON.parse(data.toString()))),
    );
    emit({ event: 'menu', command: 'send' });
    expect(await message).toEqual({ event: 'menu', command: 'send' });
    socket.terminate();
  });

  test('a host that was closed listens no longer', async () => {
    expect(listeners).toBe(1);
    await served.close();
    expect(listeners).toBe(0);
  });

  test.each([
    ['another origin', 403, { Origin: 'http://evil.example' }, '/events'],
    ['no cookie', 403, { Cookie: '' }, '/events'],
    ['another name', 421, { Host: 'evil.example' }, '/events'],
    ['another path', 404, {}, '/'],
  ])('%s: %i', async (_name, status, changed, path) => {
    const fields = { Cookie: await enter(), Origin: `http://${authority}`, ...changed };
    expect(await opening(fields, path)).toBe(status);
  });
});

test('a port that is taken is an error', async () => {
  const options = {
    engine: { handlers: fakeHandlers({}), listen: () => () => undefined },
    rendererFolder: folder,
    open: false,
  };
  await expect(serve({ ...options, port: Number(authority.split(':')[1]) })).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
