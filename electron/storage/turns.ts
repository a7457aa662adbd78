import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Who wrote a workspace last, of the hosts that share it. Watching a folder tells of other hosts' writes a moment too
 * late, or on some file systems never; under the lock this tells in time.
 */
export interface Turns {
  /** Whether nobody else has written since `take`. */
  isOurs(): Promise<boolean>;
  take(): Promise<void>;
}

/** @param host made up for this host and never used again */
export const createTurns = (file: string, host: string): Turns => ({
  isOurs: async () => (await readFile(file, 'utf8').catch(() => host)) === host,
  async take() {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, host);
  },
});
