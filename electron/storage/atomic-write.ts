import { randomUUID } from 'node:crypto';
import { mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Only the person who runs why401 may read it. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

const attempts = 8;

/** On Windows a file that somebody reads at this moment (an indexer, a scanner, another host) cannot be replaced. */
const isBusy = (error: unknown): boolean =>
  process.platform === 'win32' &&
  error instanceof Error &&
  'code' in error &&
  ['EPERM', 'EACCES', 'EBUSY'].includes(String(error.code));

const replace = async (from: string, to: string): Promise<void> => {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (attempt === attempts || !isBusy(error)) throw error;
      await wait(attempt * 20);
    }
  }
};

/**
 * Either the old text or the new one is on disk, at any moment, a crash of the machine included. Makes the folders above
 * where they are missing; a link stays a link. Without a mode the old file's stays.
 */
export const writeAtomically = async (file: string, text: string, mode?: number): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  const target = await realpath(file).catch(() => file);
  const oldMode = await stat(target).then(
    (found) => found.mode & 0o777,
    () => undefined,
  );
  const temporary = `${target}.${randomUUID()}.tmp`;
  try {
    const handle = await open(temporary, 'wx', mode ?? oldMode);
    try {
      // The mask of the process may have narrowed it.
      if (mode !== undefined || oldMode !== undefined) await handle.chmod(mode ?? oldMode ?? 0);
      await handle.writeFile(text, 'utf8');
      await handle.sync();
    } finally {
      await handle.close();
    }
    await replace(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
};
