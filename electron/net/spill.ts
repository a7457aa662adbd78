import { mkdir, open, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Where a body goes on that has become too large for memory. */
export interface Spill {
  /** Names it in the exchange. */
  readonly id: string;
  write(bytes: Uint8Array): Promise<void> | void;
  /** Nothing more comes. */
  close(): Promise<void>;
  /** The exchange failed: nothing is left behind where that is possible. */
  discard(): Promise<void>;
}

/** A file in the folder, which only its owner may read. */
export const fileSpill = async (folder: string, id: string): Promise<Spill> => {
  const path = join(folder, id);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const handle = await open(path, 'wx', 0o600);
  return {
    id,
    write: (bytes) => handle.writeFile(bytes),
    close: () => handle.close(),
    async discard() {
      await handle.close();
      await rm(path, { force: true });
    },
  };
};
