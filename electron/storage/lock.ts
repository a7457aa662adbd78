import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { EngineError } from '../errors.ts';

/**
 * Runs `work` while no other process does under the same lock. A lock whose owner died is taken over after ten seconds.
 * @throws EngineError `conflict` where another process holds it for too long.
 */
export const withLock = async <T>(lockPath: string, work: () => Promise<T>): Promise<T> => {
  await mkdir(dirname(lockPath), { recursive: true });
  const { lock } = await import('proper-lockfile');
  const release = await lock(lockPath, {
    lockfilePath: lockPath,
    realpath: false,
    stale: 10_000,
    retries: { retries: 60, factor: 1.3, minTimeout: 10, maxTimeout: 300, randomize: true },
    // The work goes on: what it writes is whole in any case, and the next holder sees it.
    onCompromised: () => undefined,
  }).catch((error: unknown) => {
    throw new EngineError('conflict', 'Another why401 is writing the same file. Try again in a moment.', {
      cause: error,
    });
  });
  try {
    return await work();
  } finally {
    await release().catch(() => undefined);
  }
};
