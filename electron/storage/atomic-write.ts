import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import writeFileAtomic from 'write-file-atomic';

/** Only the person who runs why401 may read it. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Either the old text or the new one is on disk, at any moment. Makes the folders above where they are missing. */
export const writeAtomically = async (file: string, text: string, mode?: number): Promise<void> => {
  await mkdir(dirname(file), { recursive: true });
  await writeFileAtomic(file, text, mode === undefined ? {} : { mode });
};
