import { sessionBusAnswers } from './session-bus.ts';

/** The OS keychain, as far as the vault needs it: one secret by name. */
export interface Keychain {
  read(): Promise<Uint8Array | undefined>;
  write(secret: Uint8Array): Promise<void>;
}

/** Bounds a call into the system that may wait for a service which never answers. */
const within = async <T>(ms: number, work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The keychain did not answer within ${ms / 1000} s.`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/**
 * The keychain of this machine, or `undefined` where there is none. `WHY401_KEYCHAIN=off` says that it must not be asked.
 * On Linux only the Secret Service counts: the kernel's keyring forgets at the next start.
 * @param account tells the keys of several data folders apart
 * @param patienceMs how long a person may take to unlock it
 */
export const openKeychain = async (
  account: string,
  patienceMs: number,
  env: NodeJS.ProcessEnv = process.env,
): Promise<Keychain | undefined> => {
  if (env['WHY401_KEYCHAIN'] === 'off') return undefined;
  if (process.platform === 'linux' && !(await sessionBusAnswers(env))) return undefined;
  try {
    const { AsyncEntry } = await import('@napi-rs/keyring');
    const entry = new AsyncEntry('why401', account, { linux: { store: 'secret-service' as never } });
    return {
      async read() {
        const secret = await within(patienceMs, entry.getSecret());
        return secret === null || secret === undefined ? undefined : Uint8Array.from(secret);
      },
      write: (secret) => within(patienceMs, entry.setSecret(secret)),
    };
  } catch {
    return undefined;
  }
};
