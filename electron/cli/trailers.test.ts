import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { run } from './run.ts';

const home = mkdtempSync(join(tmpdir(), 'why401-trailers-'));
const came: string[][] = [];
const server = createServer((request, response) => {
  request.resume().once('end', () => {
    came.push(request.rawTrailers);
    response.end('reached');
  });
});
beforeAll(async () => {
  process.env['WHY401_HOME'] = home;
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  delete process.env['WHY401_HOME'];
  server.close();
  rmSync(home, { recursive: true, force: true });
});

const send = async (...options: readonly string[]) => {
  const { port } = server.address() as AddressInfo;
  const raw = `PUT /sum HTTP/1.1\nHost: 127.0.0.1:${port}\nTrailer: X-Sum\nX-Sum: 7\n\nabc`;
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const stdin = Readable.from([Buffer.from(raw)]);
  const code = await run(['send', '-', ...options], { stdout, stderr, stdin, env: {} });
  stdout.end();
  stderr.end();
  return { code, out: await text(stdout), err: await text(stderr) };
};

test('a field that Trailer names is sent after the body', async () => {
  expect(await send()).toEqual({ code: 0, out: 'reached\n', err: '' });
  expect(came).toEqual([['X-Sum', '7']]);
});

test('and said to be before it is sent', async () => {
  const { code, out, err } = await send('--offline');
  expect(code).toBe(0);
  expect(out).toMatch(/^Transfer-Encoding: chunked\nX-Sum: 7\n$/m);
  expect(err).toBe('X-Sum leaves after the body.\n');
});

test('curl’s arguments that name a trailer send one, which is said; others send none', async () => {
  came.length = 0;
  const { port } = server.address() as AddressInfo;
  const curl = async (...fields: readonly string[]) => {
    const [stdout, stderr] = [new PassThrough(), new PassThrough()];
    const words = fields.flatMap((field) => ['-H', field]);
    await run(['curl', '-s', '-d', 'abc', ...words, `http://127.0.0.1:${port}/`], {
      stdout,
      stderr,
      stdin: Readable.from([]),
      env: {},
    });
    stderr.end();
    return await text(stderr);
  };
  expect(await curl('X-Sum: 7')).toBe('');
  expect(await curl('Trailer: X-Sum', 'X-Sum: 7')).toBe(
    'why401 curl: X-Sum leaves after the body, since Trailer names it; curl would send it before.\n',
  );
  expect(came).toEqual([[], ['X-Sum', '7']]);
});
