import type { Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Exchange } from '../../shared/exchange/exchange.ts';
import { answerOf, onlyOne, rawServer, testTransport } from './net.test-support.ts';

const fields = [
  { name: 'Host', value: 'x' },
  { name: 'Expect', value: '100-continue' },
  { name: 'Content-Length', value: '4' },
];
const body = { kind: 'bytes', bytes: new TextEncoder().encode('body') } as const;

const put = async (port: number): Promise<Exchange> =>
  onlyOne(await testTransport()({ url: `http://127.0.0.1:${port}/`, method: 'PUT', fields, body }));

const after = (ms: number): Promise<void> => new Promise((resolve) => void setTimeout(resolve, ms));

test('the body waits for 100, which is shown', async () => {
  let early = '';
  const server = await rawServer(
    async (socket: Socket, head: string) => {
      if (!head.startsWith('PUT'))
        return void socket.end('HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n');
      await after(50);
      early = server.received();
      socket.write('HTTP/1.1 100 Continue\r\nX-Hint: go\r\n\r\n');
    },
    { whole: (received) => received.endsWith('\r\n\r\n') || received.endsWith('body') },
  );
  const exchange = await put(server.port);
  expect(early.endsWith('\r\n\r\n')).toBe(true);
  expect(server.received().endsWith('\r\n\r\nbody')).toBe(true);
  expect(answerOf(exchange)).toMatchObject({
    status: 201,
    interim: [{ status: 100, reason: 'Continue', fields: [{ name: 'X-Hint', value: 'go' }] }],
  });
  expect(exchange.request.body).toMatchObject({ text: 'body' });
});

test.each([417, 401])('a final %i: no byte of the body leaves', async (status) => {
  const server = await rawServer(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nno`, { keepOpen: true });
  const exchange = await put(server.port);
  await after(30);
  expect(answerOf(exchange)).toMatchObject({ status, body: { text: 'no' } });
  expect(server.received().endsWith('\r\n\r\n')).toBe(true);
  expect(exchange.request.body).toEqual({ kind: 'none' });
});

test('a server that says nothing gets the body after a second', async () => {
  const server = await rawServer('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n', {
    whole: (received) => received.endsWith('body'),
  });
  const exchange = await put(server.port);
  expect(answerOf(exchange).status).toBe(200);
  expect(exchange.timings.requestSentMs).toBeGreaterThan(900);
});
