import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import zlib from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { answerOf, failureIn, onlyOne, rawServer, testFolder, testTransport } from './net.test-support.ts';

const message = (fields: string, body: Uint8Array): Buffer =>
  Buffer.concat([
    Buffer.from(`HTTP/1.1 200 OK\r\n${fields}Content-Length: ${body.length}\r\n\r\n`, 'latin1'),
    body,
  ]);

const text = '{"error":"invalid_token","error_description":"é"}';
const plain = Buffer.from(text);

test.each([
  ['gzip', zlib.gzipSync(plain)],
  ['x-gzip', zlib.gzipSync(plain)],
  ['GZIP', zlib.gzipSync(plain)],
  ['deflate', zlib.deflateSync(plain)],
  ['deflate', zlib.deflateRawSync(plain)],
  ['br', zlib.brotliCompressSync(plain)],
  ['zstd', zlib.zstdCompressSync(plain)],
  ['identity', plain],
  ['gzip, br', zlib.brotliCompressSync(zlib.gzipSync(plain))],
])('takes off %s', async (coding, encoded) => {
  const server = await rawServer(
    message(`Content-Type: application/json\r\nContent-Encoding: ${coding}\r\n`, encoded),
  );
  const answer = answerOf(onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` })));
  expect(answer).toMatchObject({
    body: { kind: 'text', text, size: plain.length },
    encodedSize: encoded.length,
    decodedSize: plain.length,
  });
});

test.each([
  ['is not what it states', 'gzip', plain],
  ['breaks off', 'gzip', zlib.gzipSync(Buffer.alloc(5000, 'ab')).subarray(0, 20)],
  ['has a coding that nobody knows', 'x-own', plain],
  ['has codings without number', 'gzip, gzip, gzip, gzip, gzip', plain],
])('a body that %s stays as it came', async (_name, coding, encoded) => {
  const server = await rawServer(message(`Content-Encoding: ${coding}\r\n`, encoded));
  const answer = answerOf(onlyOne(await testTransport()({ url: `http://127.0.0.1:${server.port}/` })));
  const { body } = answer;
  expect(
    body.kind === 'bytes'
      ? Buffer.from(body.base64, 'base64')
      : body.kind === 'text' && Buffer.from(body.text),
  ).toEqual(Buffer.from(encoded));
  expect(answer.encodedSize).toBe(encoded.length);
  expect(answer.decodedSize).toBeUndefined();
});

test('a large body in a coding that it does not have is malformed', async () => {
  const server = await rawServer(message('Content-Encoding: gzip\r\n', Buffer.alloc(2000, 'x')));
  const folder = testFolder();
  const failure = failureIn(
    onlyOne(await testTransport({ folder, memoryLimit: 1000 })({ url: `http://127.0.0.1:${server.port}/` })),
  );
  expect(failure.code).toBe('malformed-answer');
  expect(readdirSync(folder)).toEqual([]);
});

test('a bomb is dropped, and nothing of it stays on the disk', async () => {
  const bomb = zlib.gzipSync(Buffer.alloc(100 * 1024 * 1024), { level: 9 });
  const server = await rawServer(message('Content-Encoding: gzip\r\n', bomb));
  const folder = testFolder();
  const failure = failureIn(
    onlyOne(await testTransport({ folder })({ url: `http://127.0.0.1:${server.port}/` })),
  );
  expect(failure).toMatchObject({
    code: 'too-large',
    message: expect.stringContaining('out of all proportion'),
  });
  expect(readdirSync(folder)).toEqual([]);
});

test('a body beyond the limit lies in a file under its id, with its beginning at hand', async () => {
  const folder = join(testFolder(), 'made', 'when needed');
  const send = testTransport({ folder });
  const bytes = Buffer.from('ä'.repeat(700_000));
  const server = await rawServer(message('Content-Type: text/plain\r\n', bytes));
  const seen: [number, number | undefined][] = [];
  const { body, encodedSize } = answerOf(
    onlyOne(
      await send({
        url: `http://127.0.0.1:${server.port}/`,
        onReceived: (received, total) => seen.push([received, total]),
      }),
    ),
  );
  expect(encodedSize).toBe(bytes.length);
  if (body.kind !== 'file') throw new Error(`The body is ${body.kind}.`);
  expect(body.size).toBe(bytes.length);
  expect(body.head).toMatch(/^ä+$/);
  expect(readFileSync(join(folder, body.id))).toEqual(bytes);
  expect(statSync(join(folder, body.id)).mode & 0o777).toBe(0o600);
  expect(seen.at(-1)).toEqual([bytes.length, bytes.length]);
});

test('a small body makes no folder', async () => {
  const folder = join(testFolder(), 'none');
  const server = await rawServer(message('', plain));
  await testTransport({ folder })({ url: `http://127.0.0.1:${server.port}/` });
  expect(existsSync(folder)).toBe(false);
});

test('a folder that cannot be written is a failure with a sentence', async () => {
  const folder = join(testFolder(), 'taken');
  writeFileSync(folder, 'a file');
  const server = await rawServer(message('', Buffer.alloc(5000, 'x')));
  const failure = failureIn(
    onlyOne(await testTransport({ folder, memoryLimit: 1000 })({ url: `http://127.0.0.1:${server.port}/` })),
  );
  expect(failure).toMatchObject({ code: 'other', message: expect.stringContaining('could not be written') });
});

test('a body that breaks off leaves no file', async () => {
  const folder = testFolder();
  const whole = message('', Buffer.alloc(100_000, 'x'));
  const server = await rawServer(whole.subarray(0, 50_000));
  const failure = failureIn(
    onlyOne(await testTransport({ folder, memoryLimit: 1000 })({ url: `http://127.0.0.1:${server.port}/` })),
  );
  expect(failure.code).toBe('closed');
  expect(readdirSync(folder)).toEqual([]);
});

test('200 MB go to the disk, piece by piece', { timeout: 60_000 }, async () => {
  const piece = Buffer.alloc(1024 * 1024, 'why401 ');
  const server = createServer((_request, response) => {
    let left = 200;
    const more = (): void => {
      while (left > 0) {
        left -= 1;
        if (!response.write(piece)) {
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const folder = testFolder();
  let most = 0;
  const answer = answerOf(
    onlyOne(
      await testTransport({ folder })({
        url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
        fields: [{ name: 'Host', value: 'localhost' }],
        // Buffers lie outside the heap; were the body collected, they would hold all of it.
        onReceived: () => {
          most = Math.max(most, process.memoryUsage().arrayBuffers);
        },
      }),
    ),
  );
  const { body } = answer;
  expect(body).toMatchObject({ kind: 'file', size: 200 * 1024 * 1024 });
  expect(body.kind === 'file' && statSync(join(folder, body.id)).size).toBe(200 * 1024 * 1024);
  expect(answer.encodedSize).toBe(200 * 1024 * 1024);
  expect(most).toBeLessThan(150 * 1024 * 1024);
});

test('files of a request are streamed, and what left is kept', async () => {
  const folder = testFolder();
  const [small, large] = [join(folder, 'small'), join(folder, 'large')];
  writeFileSync(small, 'two');
  writeFileSync(large, Buffer.alloc(3_000_000, 'x'));
  const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', {
    whole: (received) => received.endsWith('end'),
  });
  const bodies = join(folder, 'bodies');
  const size = 3 + 3 + 3_000_000 + 3;
  const pieces = [
    { kind: 'bytes', bytes: Buffer.from('one') },
    { kind: 'file', path: small },
    { kind: 'file', path: large },
    { kind: 'bytes', bytes: Buffer.from('end') },
  ] as const;
  const { request } = onlyOne(
    await testTransport({ folder: bodies })({
      url: `http://127.0.0.1:${server.port}/`,
      method: 'POST',
      fields: [{ name: 'Content-Length', value: `${size}` }],
      body: { kind: 'pieces', pieces },
    }),
  );
  const received = server.received();
  expect(received.slice((request.rawHead ?? '').length)).toBe(`onetwo${'x'.repeat(3_000_000)}end`);
  expect(request.body).toMatchObject({ kind: 'file', size });
  expect(request.body.kind === 'file' && readFileSync(join(bodies, request.body.id), 'latin1')).toBe(
    received.slice((request.rawHead ?? '').length),
  );
});
