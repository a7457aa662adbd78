import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** A PAC file that was read and is ready to be asked. */
export interface PacScript {
  /** What FindProxyForURL returns for this URL. Rejects where the script fails, or takes longer than it may. */
  find(url: string): Promise<string>;
}

/** A script that computes longer than this is stopped. Milliseconds. */
const computingMs = 2_000;
/** With the names that it looks up. */
const answeringMs = 10_000;
/** The clock is looked at once in so many instructions. */
const instructionsPerLook = 2_000;
const memoryLimit = 64 * 1024 * 1024;

/**
 * Compiles a PAC file in a sandbox of its own: foreign code that reaches nothing but the functions of a PAC file, and
 * that is stopped where it does not end.
 */
export const openPacScript = async (text: string): Promise<PacScript> => {
  const [{ createPacResolver }, { QuickJS }, wasm] = await Promise.all([
    import('pac-resolver'),
    import('quickjs-wasi'),
    sandboxCode(),
  ]);
  let deadline = 0;
  let instructions = 0;
  const allow = (): void => {
    deadline = performance.now() + computingMs;
  };
  allow();
  const vm = await QuickJS.create({
    wasm,
    memoryLimit,
    interruptHandler: () => {
      instructions += 1;
      return instructions % instructionsPerLook === 0 && performance.now() > deadline;
    },
  });
  const resolve = createPacResolver(vm, text, { sandbox: { alert: () => undefined } });
  let last: Promise<unknown> = Promise.resolve();
  const ask = async (url: string): Promise<string> => {
    allow();
    const answer: unknown = await within(resolve(withoutSecrets(url)));
    return typeof answer === 'string' ? answer : '';
  };
  return {
    find(url) {
      // One at a time: the deadline is the sandbox's.
      const next = last.then(() => ask(url));
      last = next.catch(() => undefined);
      return next;
    },
  };
};

/** A PAC file decides by scheme and host; browsers hide path and query of an https URL from it, and so do we of both. */
const withoutSecrets = (url: string): string => `${new URL(url).origin}/`;

const within = async <T>(work: Promise<T>): Promise<T> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('it did not answer in time.')), answeringMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Beside the bundle where there is one, in its package otherwise. */
const sandboxCode = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const beside = new URL('quickjs.wasm', import.meta.url);
  const path = import.meta.url.endsWith('.ts')
    ? createRequire(import.meta.url).resolve('quickjs-wasi/quickjs.wasm')
    : beside;
  return Uint8Array.from(await readFile(path));
};
