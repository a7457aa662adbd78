import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
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

/** Whether a file of this name is the beginning of a write: whole ones never are called so. */
export const isTemporary = (fileName: string): boolean =>
  /\.[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}\.tmp$/.test(fileName);

/** No write takes so long. */
const abandonedMs = 60_000;

/** Removes what writes of killed processes left in a folder, not in those below it. */
export const removeAbandoned = async (folder: string): Promise<void> => {
  const names = (await readdir(folder).catch(() => [])).filter(isTemporary);
  for (const name of names) {
    const found = await stat(join(folder, name)).catch(() => undefined);
    if (found !== undefined && Date.now() - found.mtimeMs > abandonedMs) {
      await rm(join(folder, name), { force: true });
    }
  }
};

/** Puts a file in the place of another, or where none is, in one step. */
export const moveFile = async (from: string, to: string): Promise<void> => {
  await mkdir(dirname(to), { recursive: true });
  await replace(from, to);
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
