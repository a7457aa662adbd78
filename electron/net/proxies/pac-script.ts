import { Worker } from 'node:worker_threads';

export interface PacAsk {
  readonly id: number;
  readonly url: string;
}

export type PacReply =
  | { readonly id: number; readonly ok: true; readonly answer: string }
  | { readonly id: number; readonly ok: false; readonly message: string };

/** A PAC file in a thread of its own: foreign code that may take as long as it likes, and is ended where it does. */
export interface PacScript {
  /** What FindProxyForURL returns for this URL. Rejects where the script fails, or takes longer than it may. */
  find(url: string): Promise<string>;
  close(): void;
}

interface Waiting {
  resolve(answer: string): void;
  reject(error: Error): void;
}

/** The worker lies beside this module: built, or as a source that Node runs as it is. */
const workerUrl = (): URL => {
  const name = import.meta.url.endsWith('.ts') ? 'pac-worker.ts' : 'pac-worker.js';
  return new URL(name, import.meta.url);
};

/** @param answeringMs how long an answer may take, with the names that the script looks up */
export const openPacScript = (text: string, answeringMs: number): PacScript => {
  const worker = new Worker(workerUrl(), { workerData: text });
  const waiting = new Map<number, Waiting>();
  let count = 0;
  const settle = (id: number): Waiting | undefined => {
    const one = waiting.get(id);
    waiting.delete(id);
    // A thread that has nothing to do keeps no process alive.
    if (waiting.size === 0) worker.unref();
    return one;
  };
  const failAll = (message: string): void => {
    for (const id of waiting.keys()) settle(id)?.reject(new Error(message));
  };
  worker
    .on('message', (reply: PacReply) => {
      const one = settle(reply.id);
      if (reply.ok) one?.resolve(reply.answer);
      else one?.reject(new Error(reply.message));
    })
    .on('error', (error: Error) => failAll(error.message))
    .on('exit', () => failAll('it was ended.'));
  const close = (): void => void worker.terminate();
  return {
    find: (url) =>
      new Promise((resolve, reject) => {
        count += 1;
        const id = count;
        const late = setTimeout(() => {
          settle(id)?.reject(new Error('it did not answer in time. Check it for a loop without an end.'));
          close();
        }, answeringMs);
        waiting.set(id, {
          resolve(answer) {
            clearTimeout(late);
            resolve(answer);
          },
          reject(error) {
            clearTimeout(late);
            reject(error);
          },
        });
        worker.ref();
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker's port, not a window
        worker.postMessage({ id, url: withoutSecrets(url) } satisfies PacAsk);
      }),
    close,
  };
};

/** A PAC file decides by scheme and host. Browsers hide path and query of an https URL from it; here all are hidden. */
const withoutSecrets = (url: string): string => `${new URL(url).origin}/`;
