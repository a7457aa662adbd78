/**
 * One of the clients that `exchange.bench.ts` compares, in a process of its own: what another one teaches V8 about
 * Node's code would slow it down. Told a number, it makes as many exchanges and answers with the milliseconds of each.
 */
import axios from 'axios';
import { randomUUID } from 'node:crypto';
import http, { type IncomingMessage } from 'node:http';
import { createTransport } from '../electron/net/transport.ts';

type Exchanging = () => Promise<unknown>;

const [, , role = '', portGiven = '', folder = ''] = process.argv;
const port = Number(portGiven);
const url = `http://127.0.0.1:${port}/me`;
const fields: readonly (readonly [string, string])[] = [
  ['Host', `127.0.0.1:${port}`],
  ['User-Agent', 'why401'],
  ['Accept', '*/*'],
  ['Authorization', 'Bearer abcdefghijklmnopqrstuvwxyz'],
];

const overNode =
  (agentFor: () => http.Agent, told: (text: string, response: IncomingMessage) => unknown): Exchanging =>
  () =>
    new Promise((resolve, reject) => {
      const headers = Object.fromEntries(fields);
      http
        .get({ host: '127.0.0.1', port, path: '/me', agent: agentFor(), headers }, (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => resolve(told(Buffer.concat(pieces).toString('utf8'), response)));
        })
        .on('error', reject);
    });

/** The fields as they came and the times, which is the least that a client which shows exchanges has to know. */
const recorded = (): Exchanging => {
  const agent = new http.Agent({ keepAlive: true });
  let startedAt = 0;
  const exchange = overNode(
    () => agent,
    (text, { statusCode, rawHeaders }) => ({
      statusCode,
      fields: rawHeaders.flatMap((name, at) => (at % 2 === 0 ? [{ name, value: rawHeaders[at + 1] }] : [])),
      text,
      took: performance.now() - startedAt,
    }),
  );
  return () => {
    startedAt = performance.now();
    return exchange();
  };
};

const byWhy401 = (path: string): Exchanging => {
  const { transport } = createTransport({
    bodyFolder: folder,
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
  });
  const route = { verifyTls: true, ca: [], proxy: undefined };
  const { signal } = new AbortController();
  return async () => {
    const request = {
      method: 'GET',
      url: `http://127.0.0.1:${port}${path}`,
      fields: fields.map(([name, value]) => ({ name, value })),
      body: { kind: 'none' },
    } as const;
    const [exchange] = await transport({ purpose: 'resource', request, route }, { signal });
    if (exchange?.outcome.kind !== 'answered') throw new Error(JSON.stringify(exchange?.outcome));
  };
};

const clients: Readonly<Record<string, () => Exchanging>> = {
  bare: () => {
    const agent = new http.Agent({ keepAlive: true });
    return overNode(
      () => agent,
      (text) => text,
    );
  },
  recorded,
  fresh: () =>
    overNode(
      () => new http.Agent({}),
      (text) => text,
    ),
  why401: () => byWhy401('/me'),
  large: () => byWhy401('/large'),
  fetch: () => async () => await (await fetch(url, { headers: Object.fromEntries(fields) })).text(),
  axios: () => {
    const httpAgent = new http.Agent({ keepAlive: true });
    return () => axios.get(url, { httpAgent, headers: Object.fromEntries(fields), proxy: false });
  },
};

const exchange = clients[role]?.();
if (exchange === undefined) throw new Error(`There is no client "${role}".`);
process.on('message', async (count) => {
  const times: number[] = [];
  for (let at = 0; at < Number(count); at += 1) {
    const start = performance.now();
    await exchange();
    times.push(performance.now() - start);
  }
  process.send?.({ times, residentBytes: process.resourceUsage().maxRSS * 1024 });
});
