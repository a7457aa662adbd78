import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { EngineError } from '../errors.ts';
import { privateFolder } from '../storage/atomic-write.ts';
import { withLock } from '../storage/lock.ts';
import { openKeychain, type Keychain } from './keychain.ts';
import { openText, sealText } from './sealed.ts';
import { readVaultFile, vaultFileStamp, writeVaultFile, type VaultFile } from './vault-file.ts';
import { existingKey, newKey, type KeyKind } from './vault-key.ts';
import type { Vault } from './vault-types.ts';

export interface VaultOptions {
  /** `vault.json` and, where there is no keychain, `vault.key` lie here. */
  readonly folder: string;
  /** The keychain to use; the system's where absent. */
  readonly keychain?: (patienceMs: number) => Promise<Keychain | undefined>;
}

const checkText = 'why401';
const aboutCheck = 'why401 vault check';
const aboutEntry = (id: string): string => `why401 vault entry ${id}`;
const aboutSeal = (purpose: string): string => `why401 sealed ${purpose}`;

/** A keychain that has our key may ask the person to unlock it; one that is only tried must not keep them waiting. */
const unlockPatienceMs = 60_000;
const trialPatienceMs = 5_000;

export const newSecretId = (): string => randomBytes(16).toString('base64url');

interface Opened {
  readonly kind: KeyKind;
  readonly key: Uint8Array;
}

const notices = {
  keychain: undefined,
  'key-file':
    'This computer offers no keychain, so the key of your secrets lies in a file that only your account can read.',
} as const;

/** Opens or makes the vault of a data folder. A vault that cannot be opened says why at each use and is left as it is. */
export const openVault = async ({ folder, keychain }: VaultOptions): Promise<Vault> => {
  await mkdir(folder, { recursive: true, mode: privateFolder });
  const file = join(folder, 'vault.json');
  const lockPath = join(folder, 'vault.lock');
  const keyFile = join(folder, 'vault.key');
  const chain = keychain ?? ((patienceMs: number) => openKeychain(folder, patienceMs));

  const unlock = async (found: VaultFile): Promise<Opened> => {
    const key = await existingKey(found.key, keyFile, () => chain(unlockPatienceMs));
    if (openText(key, found.check, aboutCheck) !== checkText) {
      throw new EngineError(
        'vault-locked',
        `The key does not fit the vault ${file}. Put back the pair that belongs together.`,
      );
    }
    return { kind: found.key, key };
  };
  const make = async (): Promise<Opened> => {
    const made = await newKey(keyFile, () => chain(trialPatienceMs));
    const check = sealText(made.key, checkText, aboutCheck);
    await writeVaultFile(file, { version: 1, key: made.kind, check, entries: {} });
    return made;
  };
  /** Only the first one to come makes it; a vault that is there is whole, and is read without waiting for anybody. */
  const open = async (): Promise<Opened> => {
    const found = await readVaultFile(file);
    if (found !== undefined) return await unlock(found);
    return await withLock(lockPath, async () => {
      const meanwhile = await readVaultFile(file);
      return meanwhile === undefined ? await make() : await unlock(meanwhile);
    });
  };

  let opened: Opened | undefined;
  let problem: string | undefined;
  let kind: KeyKind = 'key-file';
  try {
    opened = await open();
    kind = opened.kind;
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    problem = error.message;
  }

  const key = async (): Promise<Uint8Array> => {
    opened ??= await open();
    problem = undefined;
    return opened.key;
  };

  let cached: { readonly stamp: string; readonly entries: Readonly<Record<string, string>> } | undefined;
  const entries = async (): Promise<Readonly<Record<string, string>>> => {
    const stamp = await vaultFileStamp(file);
    if (cached?.stamp === stamp) return cached.entries;
    const found = await readVaultFile(file);
    cached = { stamp, entries: found?.entries ?? {} };
    return cached.entries;
  };

  /** Under the lock, on what the file says now: another host's entries stay. */
  const change = async (edit: (entries: Map<string, string>) => void): Promise<void> => {
    const current = await key();
    await withLock(lockPath, async () => {
      const found = await readVaultFile(file);
      const map = new Map(Object.entries(found?.entries ?? {}));
      edit(map);
      const next: VaultFile = {
        version: 1,
        key: found?.key ?? kind,
        check: found?.check ?? sealText(current, checkText, aboutCheck),
        entries: Object.fromEntries(map),
      };
      await writeVaultFile(file, next);
      cached = undefined;
    });
  };

  const putAll = async (values: ReadonlyMap<string, string>): Promise<void> => {
    if (values.size === 0) return;
    const current = await key();
    await change((map) => {
      for (const [id, value] of values) map.set(id, sealText(current, value, aboutEntry(id)));
    });
  };

  return {
    get kind() {
      return kind;
    },
    get notice() {
      return problem ?? notices[kind];
    },
    async get(id) {
      const current = await key();
      const found = await entries();
      const sealed = Object.hasOwn(found, id) ? found[id] : undefined;
      if (sealed === undefined) return undefined;
      const text = openText(current, sealed, aboutEntry(id));
      if (text === undefined) {
        throw new EngineError(
          'unreadable-file',
          'A stored secret was changed from outside and cannot be opened. Enter it again.',
        );
      }
      return text;
    },
    async put(value, id = newSecretId()) {
      await putAll(new Map([[id, value]]));
      return id;
    },
    putAll,
    async remove(ids) {
      const present = await entries();
      const gone = ids.filter((id) => Object.hasOwn(present, id));
      if (gone.length === 0) return;
      await change((map) => {
        for (const id of gone) map.delete(id);
      });
    },
    async seal(text, purpose) {
      return sealText(await key(), text, aboutSeal(purpose));
    },
    async unseal(sealed, purpose) {
      return openText(await key(), sealed, aboutSeal(purpose));
    },
  };
};
