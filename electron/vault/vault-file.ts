import { readFile, stat } from 'node:fs/promises';
import { z } from 'zod';
import { EngineError } from '../errors.ts';
import { privateFile, writeAtomically } from '../storage/atomic-write.ts';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';

/** The vault as it lies on disk: ids in plain, values sealed. */
const version = 1;

const vaultFileSchema = z.strictObject({
  version: z.literal(version),
  key: z.enum(['keychain', 'key-file']),
  /** A known text under the key: tells a wrong key from a damaged entry. */
  check: z.string(),
  entries: z.record(z.string(), z.string()),
});
export type VaultFile = z.infer<typeof vaultFileSchema>;

const sizeLimit = 64 * 1024 * 1024;

/** `undefined` where there is none yet. @throws EngineError where it cannot be read; it is then left as it is. */
export const readVaultFile = async (path: string): Promise<VaultFile | undefined> => {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined) return undefined;
  const damaged = (why: string): EngineError =>
    new EngineError(
      'unreadable-file',
      `The vault ${path} ${why}. It was left as it is; put back a good copy, or move it away to begin with an empty one.`,
    );
  if (found.size > sizeLimit) throw damaged('is far too large');
  const document = parseJson(await readFile(path, 'utf8'));
  if (isRecord(document) && typeof document['version'] === 'number' && document['version'] > version) {
    throw new EngineError(
      'newer-format',
      `The vault ${path} was written by a newer why401. Update why401 to open it.`,
    );
  }
  const checked = vaultFileSchema.safeParse(document);
  if (!checked.success) throw damaged('is damaged');
  return checked.data;
};

export const writeVaultFile = (path: string, file: VaultFile): Promise<void> =>
  writeAtomically(path, `${JSON.stringify(file, undefined, 1)}\n`, privateFile);

/** Changes whenever the file does. */
export const vaultFileStamp = (path: string): Promise<string> =>
  stat(path, { bigint: true }).then(
    (found) => `${found.mtimeNs}-${found.size}-${found.ino}`,
    () => 'none',
  );
