import { writeFileSync } from 'node:fs';
import http from 'node:http';
import http2 from 'node:http2';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';
import { answerOf, onlyOne, testFolder, testTransport } from './net.test-support.ts';
import { sentMeter } from './sent-progress.ts';

const mebibyte = 1024 * 1024;
const size = 5 * mebibyte;

type Body = OutgoingRequest['body'];

const fileOf = (bytes: number): Body => {
  const path = join(testFolder(), 'large');
  writeFileSync(path, Buffer.alloc(bytes, 'x'));
  return { kind: 'pieces', pieces: [{ kind: 'file', path }] };
};
const bytesOf = (bytes: number): Body => ({ kind: 'bytes', bytes: Buffer.alloc(bytes, 'x') });

/** Answers with the number of bytes that came. */
const countingServer = async (httpVersion: '1.1' | '2'): Promise<number> => {
  const answer = (request: AsyncIterable<Buffer>, say: (text: string) => void): void => {
    void (async () => {
      let came = 0;
      for await (const piece of request) came += piece.length;
      say(`${came}`);
    })();
  };
  const server =
    httpVersion === '2'
      ? http2.createServer((request, response) => answer(request, (text) => response.end(text)))
      : http.createServer((request, response) => answer(request, (text) => response.end(text)));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
};

const sendTo = async (httpVersion: '1.1' | '2', body: Body, framing: { name: string; value: string }) => {
  const port = await countingServer(httpVersion);
  const told: [number, number | undefined][] = [];
  const exchange = onlyOne(
    await testTransport()({
      url: `http://127.0.0.1:${port}/`,
      method: 'POST',
      fields: [{ name: 'Host', value: 'localhost' }, framing],
      body,
      route: { httpVersion },
      onSent: (sent, total) => told.push([sent, total]),
    }),
  );
  return { told, exchange, answer: answerOf(exchange) };
};

const length = (bytes: number) => ({ name: 'Content-Length', value: `${bytes}` });

test.each([
  ['a file over HTTP/1.1', '1.1', fileOf],
  ['a file over HTTP/2', '2', fileOf],
  ['bytes at hand over HTTP/1.1', '1.1', bytesOf],
  ['bytes at hand over HTTP/2', '2', bytesOf],
] as const)('tells how far a large body has left: %s', async (_name, httpVersion, bodyOf) => {
  const { told, exchange, answer } = await sendTo(httpVersion, bodyOf(size), length(size));
  expect(answer.body).toMatchObject({ text: `${size}` });
  expect(exchange.request.body).toMatchObject({ kind: 'file', size });
  const figures = told.map(([sent]) => sent);
  expect(figures.length).toBeGreaterThanOrEqual(2);
  expect(figures).toEqual([...new Set(figures)].toSorted((a, b) => a - b));
  expect(figures[0]).toBeLessThan(size);
  expect(told.every(([, total]) => total === size)).toBe(true);
  expect(figures.at(-1)).toBe(size);
});

test('a body in chunks has no total', async () => {
  const { told } = await sendTo('1.1', fileOf(size), { name: 'Transfer-Encoding', value: 'chunked' });
  expect(told.at(-1)).toEqual([size, undefined]);
});

test.each([fileOf, bytesOf])('a small body is not told of', async (bodyOf) => {
  const { told, answer } = await sendTo('1.1', bodyOf(mebibyte), length(mebibyte));
  expect(answer.body).toMatchObject({ text: `${mebibyte}` });
  expect(told).toEqual([]);
});

test('many pieces make few figures, and the last is the whole', () => {
  const told: number[] = [];
  const meter = sentMeter(10 * mebibyte, (sent) => told.push(sent));
  for (let piece = 0; piece < 160; piece += 1) meter.add(mebibyte / 16);
  meter.end();
  expect(told[0]).toBe(mebibyte / 16);
  expect(told.at(-1)).toBe(10 * mebibyte);
  expect(told.length).toBeLessThan(10);
});
