import { mkdir, open, readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../errors.ts';

/** One piece of a file that a page hands over; the pieces of one file come in order and bear one id. */
export interface UploadPiece {
  /** A UUID: it names a folder. */
  readonly id: string;
  readonly name: string;
  /** Where the piece belongs; 0 begins the file anew. */
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** Files that a person chose in a browser, which never says where they lie: kept, so that a request can name them. */
export interface Uploads {
  /** The path of the file. @throws EngineError where a piece does not follow the one before, or cannot be written */
  add(piece: UploadPiece): Promise<string>;
  /**
   * Deletes what nobody needs any more. `needed` is the text of all that may name a file: what it names stays, and counts
   * as new. The rest goes after 90 days, since it may be another workspace's, or earlier, the oldest first, where it is
   * more than 2 GiB; within a day nothing goes, since a window may not have told of it yet.
   */
  sweep(needed: () => Promise<string>, nowMs: number): Promise<void>;
}

const dayMs = 86_400_000;
const keptMs = 90 * dayMs;
const mostBytes = 2 * 1024 ** 3;
const idPattern = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const createUploads = (folder: string): Uploads => ({
  async add({ id, name, offset, bytes }) {
    const path = join(folder, id, fileName(name));
    try {
      await mkdir(join(folder, id), { recursive: true, mode: 0o700 });
      const file = await open(path, offset === 0 ? 'w' : 'r+', 0o600);
      try {
        const { size } = await file.stat();
        if (size !== offset)
          throw new EngineError('bad-argument', 'The file came in pieces that do not fit; choose it again.');
        await file.write(bytes, 0, bytes.length, offset);
      } finally {
        await file.close();
      }
    } catch (error) {
      if (error instanceof EngineError) throw error;
      throw new EngineError(
        'internal',
        `The file ${fileName(name)} could not be kept on the disk. Make room, and choose it again.`,
      );
    }
    return path;
  },
  async sweep(needed, nowMs) {
    const ids = (await readdir(folder).catch(() => [])).filter((id) => idPattern.test(id));
    if (ids.length === 0) return;
    const text = await needed();
    const unneeded: { readonly path: string; readonly ageMs: number; readonly bytes: number }[] = [];
    for (const id of ids) {
      const path = join(folder, id);
      const now = new Date(nowMs);
      if (text.includes(id)) await utimes(path, now, now);
      else unneeded.push({ path, ageMs: nowMs - (await stat(path)).mtimeMs, bytes: await bytesIn(path) });
    }
    let total = 0;
    for (const { path, ageMs, bytes } of unneeded.toSorted((a, b) => a.ageMs - b.ageMs)) {
      total += bytes;
      if (ageMs > keptMs || (ageMs > dayMs && total > mostBytes)) await rm(path, { recursive: true });
    }
  },
});

const bytesIn = async (path: string): Promise<number> => {
  const sizes = (await readdir(path)).map(async (name) => (await stat(join(path, name))).size);
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
};

const longestName = 120;

/** The last piece of a name, as one that every file system takes: servers see it as the name of the file. */
export const fileName = (given: string): string => {
  const last = given.split(/[/\\]/).at(-1) ?? '';
  const plain = last
    .replace(/[\u0000-\u001f\u007f<>:"|?*]/g, '_')
    .trim()
    .slice(-longestName);
  return /^\.*$/.test(plain) ? 'file' : plain;
};
