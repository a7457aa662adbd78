import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from './lock.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'why401-lock-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = (): string => join(folder, 'x.lock');

/** A process that takes the lock and keeps it; it says when it has it. */
const holder = async () => {
  const script = `
    import { withLock } from ${JSON.stringify(new URL('lock.ts', import.meta.url).href)};
    await withLock(${JSON.stringify(path())}, async () => {
      process.stdout.write('taken');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    env: { ...process.env, NODE_NO_WARNINGS: '1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return {
    async kill() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
};

test('one after the other', async () => {
  const order: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    order.push(`${name} begins`);
    await wait(5);
    order.push(`${name} ends`);
  };
  await Promise.all(['a', 'b', 'c'].map((name) => withLock(path(), work(name))));
  expect(order).toHaveLength(6);
  for (const [at, line] of order.entries()) {
    if (at % 2 === 1) expect(line).toBe(order[at - 1]?.replace('begins', 'ends'));
  }
});

test('is given back when the work fails', async () => {
  await expect(withLock(path(), () => Promise.reject(new Error('no')))).rejects.toThrow('no');
  expect(await withLock(path(), async () => 'again')).toBe('again');
  await expect(access(`${path()}.owner`)).rejects.toThrow('ENOENT');
});

test('of a killed process is taken over long before it grows stale', async () => {
  const { kill } = await holder();
  await kill();
  const started = performance.now();
  await withLock(path(), async () => undefined);
  expect(performance.now() - started).toBeLessThan(6_000);
});

test('of a living process is not taken, and neither is one of another machine', async () => {
  const { kill } = await holder();
  let taken = false;
  const waiting = withLock(path(), async () => {
    taken = true;
  });
  await wait(1_500);
  expect(taken).toBe(false);
  await writeFile(`${path()}.owner`, JSON.stringify({ pid: 2 ** 30, place: 'elsewhere' }));
  await wait(1_000);
  expect(taken).toBe(false);
  await kill();
  // As if it had been left behind long ago: then it does not matter whose it was.
  await utimes(path(), new Date(0), new Date(0));
  await waiting;
  expect(taken).toBe(true);
});
