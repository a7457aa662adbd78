/**
 * The test command: every part in order, light ones by twos, whatever became of the ones before it, and one closing line
 * "N passed, N failed[, N skipped]".
 *
 *   node scripts/test.mjs [--only unit,e2e] [-- arguments for the runner of the one part]
 */
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { childEnvironment, ensureNode, root } from './pinned-node.mjs';
import { closingLine, single } from './test-reports.mjs';

await ensureNode();
process.chdir(root);
mkdirSync(join(root, '.cache'), { recursive: true });
const { parts } = await import('./test-parts.mjs');

const [own, forwarded] = (() => {
  const args = process.argv.slice(2);
  const at = args.indexOf('--');
  return at === -1 ? [args, []] : [args.slice(0, at), args.slice(at + 1)];
})();

const chosen = (() => {
  const at = own.indexOf('--only');
  if (at === -1) return parts;
  const names = (own[at + 1] ?? '').split(',');
  const unknown = names.filter((name) => !parts.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such part: ${unknown.join(', ')}. There are: ${parts.map(({ name }) => name).join(', ')}.`,
    );
    process.exit(2);
  }
  return parts.filter(({ name }) => names.includes(name));
})();

/**
 * Runs Node and resolves with how it ended and all it printed.
 *
 * @type {(args: readonly string[], environment: Record<string, string>, minutes: number) => Promise<{ ok: boolean, output: string }>}
 */
const runNode = (args, environment, minutes) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      env: childEnvironment({ NO_COLOR: '1', ...environment }),
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: process.platform !== 'win32',
    });
    /** @type {Buffer[]} */
    const pieces = [];
    child.stdout.on('data', (piece) => pieces.push(piece));
    child.stderr.on('data', (piece) => pieces.push(piece));
    const deadline = setTimeout(() => {
      pieces.push(Buffer.from(`\nNot finished after ${minutes} minutes: stopped.\n`));
      // The whole group: runners have workers, browsers and servers.
      if (process.platform === 'win32' || child.pid === undefined) child.kill();
      else process.kill(-child.pid, 'SIGKILL');
    }, minutes * 60_000);
    child.on('error', (error) => pieces.push(Buffer.from(error.message)));
    child.on('close', (code) => {
      clearTimeout(deadline);
      resolve({ ok: code === 0, output: Buffer.concat(pieces).toString() });
    });
  });

/** @param {import('./test-parts.mjs').Part} part */
const runPart = async (part) => {
  const { name, args, minutes, prepare, count } = part;
  const started = performance.now();
  const { environment = {}, cannot } = (await prepare?.()) ?? {};
  const more = chosen.length === 1 ? forwarded : [];
  const { ok, output } =
    cannot === undefined
      ? await runNode([...args, ...more], environment, minutes)
      : { ok: false, output: cannot };
  const result = cannot === undefined && count !== undefined ? count(ok, output) : single(ok);
  const seconds = ((performance.now() - started) / 1000).toFixed(1).padStart(6);
  if (result.failed > 0) console.log(`${output.trimEnd()}\n`);
  console.log(
    `${name.padEnd(7)}${seconds} s  ${result.failed === 0 ? 'ok    ' : 'FAILED'}  ${closingLine([result])}`,
  );
  for (const reason of result.reasons) console.log(`         skipped: ${reason}`);
  return result;
};

/** @type {import('./test-reports.mjs').Result[]} */
const results = [];
const waiting = [...chosen];

/** Runs parts until one is left that wants the machine for itself. */
const runLight = async () => {
  while (waiting[0]?.light === true) {
    const part = waiting.shift();
    if (part !== undefined) results.push(await runPart(part));
  }
};

while (waiting.length > 0) {
  await Promise.all([runLight(), runLight()]);
  const part = waiting.shift();
  if (part !== undefined) results.push(await runPart(part));
}
console.log(closingLine(results));
process.exit(results.some(({ failed }) => failed > 0) ? 1 : 0);
