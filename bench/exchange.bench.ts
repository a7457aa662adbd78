/**
 * One exchange, recorded byte for byte, against bare node:http, other clients and curl, all in one run on this machine: the
 * ratios are what counts. Server and clients are processes of their own, and the clients take turns, a hundred exchanges
 * each, so that a busy moment of the machine hits all of them alike.
 */
import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const exchanges = 2000;
const turn = 100;
/** Not counted: the code of each client is compiled by then. */
const warming = 2000;

const forked = (file: string, ...words: readonly string[]): ChildProcess =>
  fork(fileURLToPath(new URL(file, import.meta.url)), words, {
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });

interface Answer {
  readonly times: readonly number[];
  /** Most memory that the process ever held. */
  readonly residentBytes: number;
}

const take = async (client: ChildProcess, count: number): Promise<Answer> => {
  client.send(count);
  const [answer] = (await once(client, 'message')) as [Answer];
  return answer;
};

interface Sample {
  readonly name: string;
  /** Milliseconds of one exchange, sorted. */
  readonly times: readonly number[];
}

const at = ({ times }: Sample, share: number): number =>
  times[Math.floor((times.length - 1) * share)] ?? Number.NaN;

const print = (one: Sample, ...bases: readonly Sample[]): void => {
  const figures = [0.5, 0.95, 0.99].map((share) => at(one, share).toFixed(3).padStart(9)).join('');
  const ratios = bases.map((base) => `${(at(one, 0.5) / at(base, 0.5)).toFixed(2).padStart(9)} ×`).join('');
  console.log(`  ${one.name.padEnd(36)}${figures}${ratios}`);
};

const names = {
  bare: 'node:http, kept connection',
  recorded: 'node:http, fields and times kept',
  why401: 'why401, kept connection',
  fetch: 'undici, as Node’s fetch',
  axios: 'axios, kept connection',
  fresh: 'node:http, new connection',
} as const;

const curlFigures = (url: string, folder: string, base: Sample): void => {
  if (spawnSync('curl', ['--version']).status !== 0) {
    console.log('  skipped: curl, which is not installed.');
    return;
  }
  const config = join(folder, 'urls');
  writeFileSync(config, `url = "${url}"\noutput = /dev/null\n`.repeat(exchanges));
  const start = performance.now();
  execFileSync('curl', ['-s', '-K', config]);
  print({ name: 'curl, one process for all (mean)', times: [(performance.now() - start) / exchanges] }, base);
};

const measure = async (port: number, folder: string): Promise<void> => {
  const clients = Object.entries(names).map(([role, name]) => ({
    role,
    name,
    process: forked('exchange-client.ts', role, `${port}`, folder),
    times: [] as number[],
  }));
  for (let made = -warming; made < exchanges; made += turn) {
    for (const { process: client, times } of clients) {
      const answer = await take(client, turn);
      if (made >= 0) times.push(...answer.times);
    }
  }
  const samples = new Map(
    clients.map(({ role, name, times }) => [role, { name, times: times.toSorted((a, b) => a - b) }]),
  );
  for (const { process: client } of clients) client.disconnect();

  const [bare, recorded] = [samples.get('bare'), samples.get('recorded')];
  if (bare === undefined || recorded === undefined) return;
  const columns = ['p50', 'p95', 'p99'].map((of) => of.padStart(9)).join('');
  console.log(`  ${`milliseconds, ${exchanges} exchanges each`.padEnd(36)}${columns}   to bare  to keeping`);
  for (const sample of samples.values()) print(sample, bare, recorded);
  curlFigures(`http://127.0.0.1:${port}/me`, folder, bare);
};

const carryLarge = async (port: number, folder: string): Promise<void> => {
  const client = forked('exchange-client.ts', 'large', `${port}`, folder);
  const { times, residentBytes } = await take(client, 1);
  client.disconnect();
  const mebibytes = Math.round(residentBytes / 1024 ** 2);
  console.log(`  200 MiB to the disk: ${times[0]?.toFixed(0)} ms, resident at most ${mebibytes} MiB`);
};

const folder = mkdtempSync(join(tmpdir(), 'why401-bench-'));
const server = forked('exchange-server.ts');
try {
  const [port] = (await once(server, 'message')) as [number];
  await measure(port, folder);
  await carryLarge(port, folder);
} finally {
  server.kill();
  rmSync(folder, { recursive: true, force: true });
}
