/**
 * One exchange, recorded byte for byte, against bare node:http, other clients and curl, all in one run on this machine: the
 * ratios are what counts. The server is a process of its own.
 */
import axios from 'axios';
import { execFileSync, fork, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createTransport } from '../electron/net/transport.ts';
import type { OutgoingRequest } from '../shared/schemes/scheme.ts';

const answer = JSON.stringify({
  items: Array.from({ length: 20 }, (_, id) => ({ id, name: `item number ${id}` })),
});
const large = Buffer.alloc(1024 * 1024, 'why401 ');
const largeMegabytes = 200;

const serve = (): void => {
  const server = http.createServer((request, response) => {
    if (request.url !== '/large') {
      response.writeHead(200, {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(answer),
      });
      response.end(answer);
      return;
    }
    let left = largeMegabytes;
    const more = (): void => {
      for (; left > 0; left -= 1) {
        if (!response.write(large)) {
          left -= 1;
          response.once('drain', more);
          return;
        }
      }
      response.end();
    };
    more();
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
};

const fieldsFor = (port: number): readonly (readonly [string, string])[] => [
  ['Host', `127.0.0.1:${port}`],
  ['User-Agent', 'why401'],
  ['Accept', '*/*'],
  ['Authorization', 'Bearer abcdefghijklmnopqrstuvwxyz'],
];

interface Sample {
  readonly name: string;
  /** Milliseconds of one exchange, sorted. */
  readonly times: readonly number[];
}

const sample = async (name: string, count: number, once: () => Promise<void>): Promise<Sample> => {
  for (let warm = 0; warm < Math.min(count, 200); warm += 1) await once();
  const times: number[] = [];
  for (let at = 0; at < count; at += 1) {
    const start = performance.now();
    await once();
    times.push(performance.now() - start);
  }
  return { name, times: times.toSorted((a, b) => a - b) };
};

const at = ({ times }: Sample, share: number): number =>
  times[Math.floor((times.length - 1) * share)] ?? Number.NaN;

const print = (one: Sample, base: Sample): void => {
  const figures = [0.5, 0.95, 0.99].map((share) => at(one, share).toFixed(3).padStart(9)).join('');
  console.log(
    `${one.name.padEnd(34)}${figures}   ${(at(one, 0.5) / at(base, 0.5)).toFixed(2).padStart(6)} ×`,
  );
};

const bare = (port: number, agent: http.Agent): Promise<void> =>
  new Promise((resolve, reject) => {
    http
      .get(
        { host: '127.0.0.1', port, path: '/me', agent, headers: Object.fromEntries(fieldsFor(port)) },
        (response) => {
          const pieces: Buffer[] = [];
          response.on('data', (piece: Buffer) => pieces.push(piece));
          response.on('end', () => {
            Buffer.concat(pieces).toString('utf8');
            resolve();
          });
        },
      )
      .on('error', reject);
  });

const byFetch = async (port: number): Promise<void> => {
  const response = await fetch(`http://127.0.0.1:${port}/me`, {
    headers: Object.fromEntries(fieldsFor(port)),
  });
  await response.text();
};

/** axios as people use it, with its own reading of the answer. */
const byAxios = async (port: number, agent: http.Agent): Promise<void> => {
  await axios.get(`http://127.0.0.1:${port}/me`, {
    httpAgent: agent,
    headers: Object.fromEntries(fieldsFor(port)),
    proxy: false,
  });
};

const client = (port: number, folder: string) => {
  const { transport, close } = createTransport({
    bodyFolder: folder,
    nowMs: () => Date.now(),
    newId: () => randomUUID(),
  });
  const route = { verifyTls: true, ca: [], proxy: undefined };
  const { signal } = new AbortController();
  const requestOf = (path: string): OutgoingRequest => ({
    method: 'GET',
    url: `http://127.0.0.1:${port}${path}`,
    fields: fieldsFor(port).map(([name, value]) => ({ name, value })),
    body: { kind: 'none' },
  });
  const ours = async (path: string): Promise<void> => {
    const [exchange] = await transport({ purpose: 'resource', request: requestOf(path), route }, { signal });
    if (exchange?.outcome.kind !== 'answered') throw new Error(JSON.stringify(exchange?.outcome));
  };
  return { ours, close };
};

/** In a process of its own, which has done nothing else before. */
const carryLarge = async (port: number, folder: string): Promise<void> => {
  const { ours, close } = client(port, folder);
  await ours('/me');
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss());
  }, 5);
  const start = performance.now();
  await ours('/large');
  const seconds = (performance.now() - start) / 1000;
  clearInterval(watch);
  const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);
  console.log(
    `${largeMegabytes} MB to the disk: ${seconds.toFixed(2)} s; resident ${megabytes(before)} MB before, at most ${megabytes(most)} MB`,
  );
  await close();
};

const measure = async (port: number, folder: string): Promise<void> => {
  const { ours, close } = client(port, folder);
  const agent = new http.Agent({ keepAlive: true });
  const count = 2000;

  const nodeHttp = await sample('node:http, kept connection', count, () => bare(port, agent));
  const why401 = await sample('why401, kept connection', count, () => ours('/me'));
  const fetched = await sample('undici, as Node’s fetch', count, () => byFetch(port));
  const byAxiosAlone = await sample('axios, kept connection', count, () => byAxios(port, agent));
  const nodeFresh = await sample('node:http, new connection', 500, () => bare(port, new http.Agent({})));
  const curlWords = fieldsFor(port).flatMap(([name, value]) => ['-H', `${name}: ${value}`]);
  const url = `http://127.0.0.1:${port}/me`;

  console.log(
    `${'milliseconds per exchange'.padEnd(34)}${['p50', 'p95', 'p99'].map((of) => of.padStart(9)).join('')}    ratio`,
  );
  print(nodeHttp, nodeHttp);
  print(why401, nodeHttp);
  print(fetched, nodeHttp);
  print(byAxiosAlone, nodeHttp);
  print(nodeFresh, nodeHttp);
  console.log(`why401 to axios as people use it: ${(at(why401, 0.5) / at(byAxiosAlone, 0.5)).toFixed(2)} ×`);

  if (spawnSync('curl', ['--version']).status === 0) {
    const urls = join(folder, 'urls');
    writeFileSync(urls, Array.from({ length: count }, () => `url = "${url}"\noutput = /dev/null\n`).join(''));
    const start = performance.now();
    execFileSync('curl', ['-s', ...curlWords, '-K', urls]);
    const each = (performance.now() - start) / count;
    print({ name: 'curl, one process for all (mean)', times: [each] }, nodeHttp);
    const processes = await sample('curl, one process per exchange', 50, () => {
      execFileSync('curl', ['-s', ...curlWords, url]);
      return Promise.resolve();
    });
    print(processes, nodeHttp);
    console.log(`why401 to curl in one process: ${(at(why401, 0.5) / each).toFixed(2)} ×`);
  } else {
    console.log('skipped: curl, which is not installed.');
  }

  agent.destroy();
  await close();
};

const [, , role, portGiven = '', folderGiven = ''] = process.argv;
if (role === 'server') {
  serve();
} else if (role === 'large') {
  await carryLarge(Number(portGiven), folderGiven);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'why401-bench-'));
  const server = fork(fileURLToPath(import.meta.url), ['server']);
  try {
    const port = await new Promise<number>((resolve) =>
      server.once('message', (given) => resolve(Number(given))),
    );
    await measure(port, folder);
    const carrier = fork(fileURLToPath(import.meta.url), ['large', `${port}`, folder]);
    await new Promise((resolve) => carrier.once('exit', resolve));
  } finally {
    server.kill();
    rmSync(folder, { recursive: true, force: true });
  }
}
