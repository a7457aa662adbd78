import { createServer, type IncomingMessage, type Server } from 'node:http';
import { writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { jwtOf } from '../../shared/diagnosis/attempt.test-support.ts';
import { openShell, type Shell } from './zoo-shell.test-support.ts';

let shell: Shell;
let server: Server;
let origin = '';
const seen: IncomingMessage[] = [];

/** Knows one path and one token; everything else is a bare 401. */
beforeAll(async () => {
  shell = await openShell();
  server = createServer((request, response) => {
    seen.push(request);
    const known = request.url === '/v1/orders/' && request.headers.authorization === 'Bearer t-1234567890';
    response.writeHead(known ? 200 : 401).end(known ? '{}' : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await shell.close();
});
beforeEach(() => seen.splice(0));

const file = async (name: string, text: string): Promise<string> => {
  const path = (await shell.file(name, '')).replace(/yaml$/, 'txt');
  await writeFile(path, text);
  return path;
};

const request = (path: string): Promise<string> =>
  file('orders', `curl -H 'Authorization: Bearer t-1234567890' ${origin}${path}`);

describe('why401 experiment', () => {
  test('without --yes it sends the request itself and says what it would ask', async () => {
    const ran = await shell.why401(['experiment', await request('/v1/orders')]);
    expect(ran.code).toBe(1);
    expect(ran.out).toContain('To find out (nothing of this was sent)');
    expect(ran.out).toContain('Does the server read the credential at all?');
    expect(seen).toHaveLength(1);
  });

  test('with --yes it finds out, within what was allowed', async () => {
    const ran = await shell.why401(['experiment', '--yes', '--requests', '10', await request('/v1/orders')]);
    expect(ran.out).toContain('The path is /v1/orders/, not /v1/orders');
    expect(ran.out).toMatch(/Wrong address: not on the list before, \d\d\u00a0% after/);
    expect(seen.length).toBeLessThanOrEqual(11);
  });

  test('asks the one that is named', async () => {
    const path = await request('/v1/orders');
    const ran = await shell.why401(['experiment', '--yes', '--ask', 'without-credentials', path]);
    expect(ran.out).toContain('Without credentials: The answer is the same');
    expect(seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer t-1234567890', undefined]);
  });

  test('sends nothing where fewer requests were allowed than it takes', async () => {
    const path = await request('/v1/orders');
    const ran = await shell.why401(['experiment', '--yes', '--ask', 'again', '--requests', '1', path]);
    expect(ran.code).toBe(2);
    expect(ran.err).toMatch(/fewer were allowed, so nothing was sent/);
    expect(seen).toHaveLength(1);
  });

  test('an answer that is no refusal leaves nothing to find out', async () => {
    const ran = await shell.why401(['experiment', '--yes', await request('/v1/orders/')]);
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('no authentication failure');
    expect(seen).toHaveLength(1);
  });

  test.each([
    [['experiment'], /takes one request/],
    [['experiment', '--requests', 'many', 'x'], /--requests takes a number from 0 to 30/],
  ])('%s', async (args, sentence) => {
    const ran = await shell.why401(args);
    expect([ran.code, sentence.test(ran.err)]).toEqual([2, true]);
  });
});

const lineSchema = z.object({
  experiments: z.object({
    made: z.array(z.looseObject({ id: z.string() })),
    next: z.array(z.looseObject({ id: z.string(), information: z.number() })),
  }),
});

describe('why401 explain', () => {
  const entry = (url: string, status: number, text: string, authorization?: string) => ({
    startedDateTime: '2023-11-15T12:00:00.000Z',
    time: 10,
    request: {
      method: 'GET',
      url,
      httpVersion: 'HTTP/1.1',
      headers: authorization === undefined ? [] : [{ name: 'Authorization', value: authorization }],
      queryString: [],
      cookies: [],
      headersSize: -1,
      bodySize: -1,
    },
    response: {
      status,
      statusText: '',
      httpVersion: 'HTTP/1.1',
      headers: [],
      cookies: [],
      content: { size: text.length, mimeType: 'application/json', text },
      redirectURL: '',
      headersSize: -1,
      bodySize: -1,
    },
    cache: {},
    timings: { send: 0, wait: 10, receive: 0 },
  });

  const har = (...entries: readonly object[]): Promise<string> =>
    file(
      'recording',
      JSON.stringify({ log: { version: '1.2', creator: { name: 't', version: '1' }, entries } }),
    );

  test('lists what could tell, and sends nothing', async () => {
    const ran = await shell.why401(['explain', await har(entry(`${origin}/me`, 401, '', 'Bearer t-123'))]);
    expect(ran.out).toContain('To find out (nothing of this was sent)');
    expect(seen).toHaveLength(0);
  });

  test('lists in JSON what could tell, the most telling first, with what it would send', async () => {
    const recording = await har(entry(`${origin}/me`, 401, '', 'Bearer t-1234567890'));
    const ran = await shell.why401(['explain', '--json', recording]);
    const { experiments } = lineSchema.parse(JSON.parse(ran.out));
    const told = experiments.next.map(({ information }) => information);
    expect(experiments.made).toEqual([]);
    expect(told.length).toBeGreaterThan(2);
    expect(told).toEqual(told.toSorted((a, b) => b - a));
    expect(experiments.next).toContainEqual(
      expect.objectContaining({
        id: 'without-credentials',
        question: 'Does the server read the credential at all?',
        requests: 1,
        logins: 0,
      }),
    );
    expect(ran.out).not.toContain('t-1234567890');
    expect(seen).toHaveLength(0);
  });

  test('says in JSON what a recorded key set told', async () => {
    const keys = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB' }] });
    const recording = await har(
      entry('https://id.example.com/keys', 200, keys),
      entry('https://api.example.com/me', 401, '', `Bearer ${jwtOf()}`),
    );
    const ran = await shell.why401(['explain', '--json', recording]);
    expect(lineSchema.parse(JSON.parse(ran.out)).experiments.made).toContainEqual(
      expect.objectContaining({ id: 'issuer-keys', outcome: 'bad' }),
    );
  });

  test('holds a signature against a key set that was recorded', async () => {
    const keys = JSON.stringify({ keys: [{ kty: 'RSA', kid: 'key-1', n: 'AQAB', e: 'AQAB' }] });
    const recording = await har(
      entry('https://id.example.com/keys', 200, keys),
      entry('https://api.example.com/me', 401, '', `Bearer ${jwtOf()}`),
    );
    const ran = await shell.why401(['explain', recording]);
    expect(ran.out).toContain('The issuer’s key set: The signature does not fit the issuer’s keys');
    expect(ran.out).toContain('token-signature-invalid');
    expect(seen).toHaveLength(0);
  });
});
