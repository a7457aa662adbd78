import { mkdir, open } from 'node:fs/promises';
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
}

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
});

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
