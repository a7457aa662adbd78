import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { isTemporary } from './atomic-write.ts';

/** A file as it was last read. `hash` tells whether somebody else has written it since. */
export interface FileText {
  /** Relative to the folder, with "/". */
  readonly path: string;
  readonly text: string;
  readonly hash: string;
  /** Size, time and inode: the file need not be read again while they stay. */
  readonly stamp: string;
}

export interface FileProblem {
  readonly path: string;
  readonly message: string;
}

export interface FoundDocuments {
  readonly files: readonly FileText[];
  readonly problems: readonly FileProblem[];
  /** Paths of what a write has begun: another process is at it, or was killed. */
  readonly pieces: readonly string[];
}

const sizeLimit = 8 * 1024 * 1024;
const countLimit = 20_000;
const depthLimit = 20;

/** Files that are read at the same time: the disk answers several as soon as one. */
const atOnce = 32;

export const hashOf = (text: string): string => createHash('sha256').update(text, 'utf8').digest('base64url');

/** `undefined` where the file is not there. */
export const readText = async (file: string, path: string): Promise<FileText | undefined> => {
  try {
    const found = await stat(file, { bigint: true });
    const text = await readFile(file, 'utf8');
    return { path, text, hash: hashOf(text), stamp: `${found.mtimeNs}-${found.size}-${found.ino}` };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * Every YAML file below a folder whose name is wanted. Links are not followed and hidden entries are passed over; `known` files whose stamp
 * has not changed are not read again.
 */
export const readDocuments = async (
  folder: string,
  known: ReadonlyMap<string, FileText>,
  wanted: (fileName: string) => boolean,
): Promise<FoundDocuments> => {
  const files: FileText[] = [];
  const problems: FileProblem[] = [];
  const pieces: string[] = [];

  const found: string[] = [];

  const readOne = async (path: string): Promise<FileText | FileProblem | undefined> => {
    const file = join(folder, path);
    try {
      const { mtimeNs, size, ino } = await stat(file, { bigint: true });
      const before = known.get(path);
      if (before?.stamp === `${mtimeNs}-${size}-${ino}`) return before;
      if (size > sizeLimit) return { path, message: 'The file is larger than 8 MiB and was not read.' };
      return await readText(file, path);
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unknown';
      return { path, message: `The file cannot be read: ${why}.` };
    }
  };

  const walk = async (inside: string, depth: number): Promise<void> => {
    const entries = await readdir(join(folder, inside), { withFileTypes: true }).catch(() => []);
    entries.sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      if (entry.name.startsWith('.') || found.length >= countLimit) continue;
      const path = inside === '' ? entry.name : `${inside}/${entry.name}`;
      if (isTemporary(entry.name)) pieces.push(path);
      else if (entry.isDirectory() && depth < depthLimit) await walk(path, depth + 1);
      else if (entry.isFile() && /\.ya?ml$/i.test(entry.name) && wanted(entry.name)) found.push(path);
    }
  };

  await walk('', 0);
  for (let at = 0; at < found.length; at += atOnce) {
    for (const read of await Promise.all(found.slice(at, at + atOnce).map(readOne))) {
      if (read === undefined) continue;
      if ('message' in read) problems.push(read);
      else files.push(read);
    }
  }
  return { files, problems, pieces };
};
