import { mkdir, readFile, readlink, rm, rmdir, stat, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { z } from 'zod';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { EngineError } from '../errors.ts';

/** A lock whose owner cannot be asked after, on another machine, counts as left behind after this long. */
const staleMs = 10_000;

/** Its owner has written its name by then. */
const namedMs = 500;

const ownerSchema = z.object({ pid: z.number().int().positive(), place: z.string() });

/** Where a process id means something: this machine, and on Linux this space of process ids (containers have their own). */
const findPlace = async (): Promise<string> =>
  `${hostname()} ${await readlink('/proc/self/ns/pid').catch(() => '')}`.trim();
let place: Promise<string> | undefined;
const here = (): Promise<string> => (place ??= findPlace());

const isGone = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return false;
  } catch (error) {
    return isRecord(error) && error['code'] === 'ESRCH';
  }
};

/** Whether a process of this place took the lock and ended without giving it back. */
const isLeftBehind = async (lockPath: string, ownerPath: string): Promise<boolean> => {
  const taken = await stat(lockPath).catch(() => undefined);
  if (taken === undefined || Date.now() - taken.mtimeMs < namedMs) return false;
  const owner = ownerSchema.safeParse(parseJson(await readFile(ownerPath, 'utf8').catch(() => '')));
  return owner.success && owner.data.place === (await here()) && isGone(owner.data.pid);
};

/**
 * Runs `work` while no other process does under the same lock. The lock of an owner that was killed is taken over at
 * once; of one on another machine, after ten seconds.
 * @throws EngineError `conflict` where another process holds it for too long.
 */
export const withLock = async <T>(lockPath: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(lockPath), { recursive: true });
  const { lock } = await import('proper-lockfile');
  const ownerPath = `${lockPath}.owner`;
  const take = (path: string, retries: number) =>
    lock(path, {
      lockfilePath: path,
      realpath: false,
      stale: staleMs,
      retries: { retries, factor: 1.3, minTimeout: 10, maxTimeout: 300, randomize: true },
      // The work goes on: what it writes is whole in any case, and the next holder sees it.
      onCompromised: () => undefined,
    });

  /** Only one at a time clears away, and looks again first: a lock that was taken meanwhile has a living owner. */
  const clear = async (): Promise<void> => {
    const release = await take(`${lockPath}.clearing`, 20);
    if (await isLeftBehind(lockPath, ownerPath)) await rmdir(lockPath).catch(() => undefined);
    await release();
  };

  const takeOver = async (): Promise<() => Promise<void>> => {
    // Short turns, so that an owner that was killed is noticed between them.
    for (let turn = 0; ; turn += 1) {
      try {
        return await take(lockPath, 8);
      } catch (error) {
        if (turn === 50) throw error;
        if (await isLeftBehind(lockPath, ownerPath)) await clear().catch(() => undefined);
      }
    }
  };

  const release = await takeOver().catch((error: unknown) => {
    throw new EngineError('conflict', 'Another why401 is writing the same file. Try again in a moment.', {
      cause: error,
    });
  });
  await writeFile(ownerPath, JSON.stringify({ pid: process.pid, place: await here() }));
  try {
    return await work();
  } finally {
    await rm(ownerPath, { force: true });
    await release().catch(() => undefined);
  }
};
