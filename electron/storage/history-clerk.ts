import { Worker } from 'node:worker_threads';
import type { Retention } from '../../shared/history/retention.ts';
import { EngineError } from '../errors.ts';
import type { HistoryAsk, HistoryReply } from './history-types.ts';

/** Carries questions to the desk where the database is. */
export interface HistoryClerk {
  /** @throws EngineError where the desk is closed */
  ask(question: HistoryAsk): Promise<HistoryReply>;
  close(): Promise<void>;
}

export interface ClerkOptions {
  readonly file: string;
  readonly retention: Retention;
}

export const clerkInPlace = async ({ file, retention }: ClerkOptions): Promise<HistoryClerk> => {
  const { createHistoryDesk } = await import('./history-desk.ts');
  const desk = createHistoryDesk(file, retention);
  let closed = false;
  return {
    async ask(question) {
      if (closed) throw closedError();
      return desk.reply(question);
    },
    async close() {
      if (!closed) desk.close();
      closed = true;
    },
  };
};

const closedError = (): EngineError => new EngineError('internal', 'The history is closed.');

/** The worker lies beside this module: built, or as a source that Node runs as it is. */
const workerUrl = (): URL => {
  const name = import.meta.url.endsWith('.ts') ? 'history-worker.ts' : 'history-worker.js';
  return new URL(name, import.meta.url);
};

export const clerkInWorker = ({ file, retention }: ClerkOptions): HistoryClerk => {
  const worker = new Worker(workerUrl(), { workerData: { file, retention } });
  worker.unref();
  const waiting = new Map<number, { resolve(reply: HistoryReply): void; reject(error: Error): void }>();
  let sequence = 0;
  let ended: Error | undefined;
  const end = (error: Error): void => {
    ended = error;
    for (const { reject } of waiting.values()) reject(error);
    waiting.clear();
    worker.unref();
  };
  worker.on('message', ({ seq, reply }: { readonly seq: number; readonly reply: HistoryReply }) => {
    waiting.get(seq)?.resolve(reply);
    waiting.delete(seq);
    // Nothing outstanding keeps the process alive.
    if (waiting.size === 0) worker.unref();
  });
  worker.on('error', (error) => {
    end(
      new EngineError('internal', 'The history has stopped. Start why401 again to go on with it.', {
        cause: error,
      }),
    );
  });
  worker.on('exit', () => end(closedError()));

  return {
    async ask(question) {
      if (ended !== undefined) throw ended;
      sequence += 1;
      const seq = sequence;
      worker.ref();
      return await new Promise<HistoryReply>((resolve, reject) => {
        waiting.set(seq, { resolve, reject });
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
        worker.postMessage({ seq, ask: question });
      });
    },
    async close() {
      if (ended !== undefined) return;
      const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
      worker.ref();
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage('close');
      await exited;
    },
  };
};
