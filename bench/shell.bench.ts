/**
 * The shell as a person feels it: whole processes, cold, with curl beside them in the same run. Wall time is the median
 * of the runs. Where the system tells, so is the time of the processor, which says more on a machine that others use;
 * memory is the largest that a run ever held.
 */
import { fork, spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { median } from './harness.ts';

const rounds = 7;
const timer = '/usr/bin/time';

const server = fork(fileURLToPath(new URL('shell-server.ts', import.meta.url)), {
  execArgv: ['--disable-warning=ExperimentalWarning'],
});
const port = await new Promise<number>((resolve) => server.once('message', (told) => resolve(Number(told))));
const origin = `http://127.0.0.1:${port}`;

const folder = await mkdtemp(join(tmpdir(), 'why401-bench-'));
const environment = { ...process.env, WHY401_HOME: join(folder, 'home'), NO_COLOR: '1' };

const requestFile = async (name: string, path: string, auth: string): Promise<string> => {
  const file = join(folder, `${name}.yaml`);
  const head = `version: 1\nid: bench-${name}\nname: ${name}\nmethod: GET\nurl: ${origin}${path}\n`;
  await writeFile(file, `${head}auth:\n${auth}`);
  return file;
};
const password = '    username: alice\n    password: { text: wonderland }\n';
const basic = await requestFile('basic', '/basic', `  scheme: basic\n  settings:\n${password}`);
const digest = await requestFile('digest', '/digest', `  scheme: digest\n  settings:\n${password}`);
const oauth = await requestFile(
  'oauth',
  '/me',
  `  scheme: oauth2\n  settings:\n    grant: client-credentials\n    tokenEndpoint: ${origin}/token\n    clientId: bench\n    clientSecret: { text: bench }\n`,
);

interface Ran {
  readonly milliseconds: number;
  /** What the system counted, where it does. */
  readonly counted: { readonly processorMs: number; readonly mebibytes: number } | undefined;
}

/** What GNU time writes of a process: kibibytes, and seconds of the processor in the program and in the system. */
const countedIn = (text: string): Ran['counted'] => {
  const [kibibytes = 0, user = 0, system = 0] = text.trim().split(' ').map(Number);
  return { processorMs: (user + system) * 1000, mebibytes: kibibytes / 1024 };
};

const run = async (command: string, args: readonly string[]): Promise<Ran> => {
  const counts = join(folder, 'counts');
  const timed = existsSync(timer);
  const started = performance.now();
  const child = spawn(
    timed ? timer : command,
    timed ? ['-f', '%M %U %S', '-o', counts, command, ...args] : args,
    {
      stdio: ['ignore', 'pipe', 'inherit'],
      env: environment,
    },
  );
  let printed = '';
  child.stdout.on('data', (bytes: Buffer) => {
    if (printed.length < 1000) printed += bytes.toString();
  });
  const code = await new Promise((resolve, reject) => child.once('error', reject).once('close', resolve));
  const milliseconds = performance.now() - started;
  if (code !== 0) throw new Error(`${[command, ...args].join(' ')}: exit code ${String(code)}: ${printed}`);
  return { milliseconds, counted: timed ? countedIn(await readFile(counts, 'utf8')) : undefined };
};

const why401 = (...args: readonly string[]) => run(process.execPath, ['out/cli/why401.js', ...args]);
const curl = (...args: readonly string[]) => run('curl', ['-s', ...args]);
const many = Array.from({ length: 200 }, () => `${origin}/basic`);
const user = ['-u', 'alice:wonderland'];
const hasCurl = spawnSync('curl', ['--version']).status === 0;
if (!hasCurl) console.log('  curl is not installed here; why401 is measured alone.');

const rows: readonly (readonly [string, (() => Promise<Ran>) | undefined, () => Promise<Ran>])[] = [
  ['a process of Node that does nothing', undefined, () => run(process.execPath, ['-e', ''])],
  [
    'curl: one cold request',
    () => curl(...user, `${origin}/basic`),
    () => why401('curl', '-s', ...user, `${origin}/basic`),
  ],
  ['send: one cold request', () => curl(...user, `${origin}/basic`), () => why401('send', basic)],
  ['curl: 200 requests', () => curl(...user, ...many), () => why401('curl', '-s', ...user, ...many)],
  ['send: 200 requests', () => curl(...user, ...many), () => why401('send', basic, '--repeat', '200')],
  [
    'curl: an answer of 50 MiB',
    () => curl('-o', join(folder, 'a'), `${origin}/large`),
    () => why401('curl', '-s', '-o', join(folder, 'b'), `${origin}/large`),
  ],
  [
    'curl: Digest',
    () => curl('--digest', ...user, `${origin}/digest`),
    () => why401('curl', '-s', '--digest', ...user, `${origin}/digest`),
  ],
  ['send: Digest', () => curl('--digest', ...user, `${origin}/digest`), () => why401('send', digest)],
  ['send: client credentials and call', undefined, () => why401('send', oauth)],
];

const figures = (ran: readonly Ran[]): string => {
  const wall = `${median(ran.map(({ milliseconds }) => milliseconds))
    .toFixed(0)
    .padStart(6)} ms`;
  const counted = ran.flatMap((one) => (one.counted === undefined ? [] : [one.counted]));
  if (counted.length === 0) return wall;
  const processor = median(counted.map(({ processorMs }) => processorMs)).toFixed(0);
  const peak = Math.max(...counted.map(({ mebibytes }) => mebibytes)).toFixed(0);
  return `${wall} (${processor.padStart(3)}) ${peak.padStart(4)} MiB`;
};

try {
  console.log(
    `  ${'median of 7 (processor), peak memory'.padEnd(38)}${'why401'.padStart(23)}${'curl'.padStart(25)}`,
  );
  for (const [name, peer, own] of rows) {
    const [ours, theirs]: [Ran[], Ran[]] = [[], []];
    await own();
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await own());
      if (hasCurl && peer !== undefined) theirs.push(await peer());
    }
    const beside = theirs.length === 0 ? '' : `  ${figures(theirs)}`;
    const ratio =
      theirs.length === 0
        ? ''
        : `   × ${(median(ours.map((one) => one.milliseconds)) / median(theirs.map((one) => one.milliseconds))).toFixed(1)}`;
    console.log(`  ${name.padEnd(38)}${figures(ours)}${beside}${ratio}`);
  }
} finally {
  server.kill();
  await rm(folder, { recursive: true, force: true });
}
