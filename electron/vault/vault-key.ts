import { randomBytes } from 'node:crypto';
import { chmod, readFile, stat } from 'node:fs/promises';
import { privateFile, writeAtomically } from '../storage/atomic-write.ts';
import { EngineError } from '../errors.ts';
import type { Keychain } from './keychain.ts';
import { keyLength } from './sealed.ts';

export type KeyKind = 'keychain' | 'key-file';

const fileExists = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isFile(),
    () => false,
  );

const readKeyFile = async (path: string): Promise<Uint8Array> => {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new EngineError(
      'vault-locked',
      `The key of the vault is missing: ${path}. Put it back to open your secrets.`,
      {
        cause: error,
      },
    );
  });
  const key = Buffer.from(text.trim(), 'base64url');
  if (key.length !== keyLength) {
    throw new EngineError(
      'vault-locked',
      `The key file ${path} is damaged. Put back a good copy to open your secrets.`,
    );
  }
  // A copy or a backup may have widened it.
  await chmod(path, privateFile).catch(() => undefined);
  return key;
};

const makeKeyFile = async (path: string): Promise<Uint8Array> => {
  if (await fileExists(path)) return readKeyFile(path);
  const key = randomBytes(keyLength);
  await writeAtomically(path, `${key.toString('base64url')}\n`, privateFile);
  return key;
};

/** The key of a vault that exists already. @throws EngineError `vault-locked` */
export const existingKey = async (
  kind: KeyKind,
  keyFile: string,
  keychain: () => Promise<Keychain | undefined>,
): Promise<Uint8Array> => {
  if (kind === 'key-file') return readKeyFile(keyFile);
  const chain = await keychain();
  const key = await chain?.read().catch(() => undefined);
  if (key?.length === keyLength) return key;
  throw new EngineError(
    'vault-locked',
    'The key of your secrets lies in the keychain of this computer, and the keychain does not hand it out. Unlock it, then start why401 again.',
  );
};

/** A key for a new vault: in the keychain where that works, else in a file. */
export const newKey = async (
  keyFile: string,
  keychain: () => Promise<Keychain | undefined>,
): Promise<{ readonly kind: KeyKind; readonly key: Uint8Array }> => {
  const chain = await keychain();
  if (chain !== undefined) {
    try {
      const found = await chain.read();
      if (found?.length === keyLength) return { kind: 'keychain', key: found };
      const key = randomBytes(keyLength);
      await chain.write(key);
      const back = await chain.read();
      if (back !== undefined && Buffer.from(back).equals(key)) return { kind: 'keychain', key };
    } catch {
      // Locked, refused or gone: the key file does.
    }
  }
  return { kind: 'key-file', key: await makeKeyFile(keyFile) };
};
