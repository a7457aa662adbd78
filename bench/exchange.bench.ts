/**
 * One exchange, recorded byte for byte, against bare node:http, other clients and curl, all in one run on this machine: the
 * ratios are what counts. Server and clients are processes of their own. In each round each client makes all its
 * exchanges one after the other, as somebody would who sends many; a ratio is that of one round, and the median of the
 * rounds is printed, so that a busy moment of the machine counts for nothing.
 */
import { execFileSync, fork, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const exchanges = 2000;
const rounds = 5;
/** Not counted, before the first round: the code of each client is compiled by then. */
const warming = 6000;
/** Not counted, before each round: the other clients had the processor in between. */
const wakening = 300;

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
  /** Milliseconds of one exchange, sorted, by round. */
  readonly rounds: readonly (readonly number[])[];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)] ?? Number.NaN;

const at = (times: readonly number[] = [], share: number): number =>
  times[Math.floor((times.length - 1) * share)] ?? Number.NaN;

const print = (one: Sample, ...bases: readonly Sample[]): void => {
  const figures = [0.5, 0.95, 0.99]
    .map((share) =>
      median(one.rounds.map((times) => at(times, share)))
        .toFixed(3)
        .padStart(9),
    )
    .join('');
  const ratios = bases
    .map((base) => median(one.rounds.map((times, round) => at(times, 0.5) / at(base.rounds[round], 0.5))))
    .map((ratio) => `${ratio.toFixed(2).padStart(9)} ×`)
    .join('');
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
  const mean = (performance.now() - start) / exchanges;
  print({ name: 'curl, one process for all (mean)', rounds: base.rounds.map(() => [mean]) }, base);
};

const measure = async (port: number, folder: string): Promise<void> => {
  const clients = Object.entries(names).map(([role, name]) => ({
    role,
    name,
    process: forked('exchange-client.ts', role, `${port}`, folder),
    rounds: [] as (readonly number[])[],
  }));
  for (const { process: client } of clients) await take(client, warming);
  for (let round = 0; round < rounds; round += 1) {
    for (const client of clients) {
      await take(client.process, wakening);
      const { times } = await take(client.process, exchanges);
      client.rounds.push(times.toSorted((a, b) => a - b));
    }
  }
  const samples = new Map(clients.map(({ role, ...sample }) => [role, sample]));
  for (const { process: client } of clients) client.disconnect();

  const [bare, recorded] = [samples.get('bare'), samples.get('recorded')];
  if (bare === undefined || recorded === undefined) return;
  const columns = ['p50', 'p95', 'p99'].map((of) => of.padStart(9)).join('');
  console.log(
    `  ${`milliseconds, ${exchanges} exchanges, ${rounds} ×`.padEnd(36)}${columns}   to bare  to keeping`,
  );
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
