import { ownWorker } from '../../own-worker.ts';
import type { Answered, Asked, LargeCalls } from './large-worker.ts';
import address from './large-worker.ts?worker&url';

/** Asks the worker that holds a large body. */
export interface LargeReader {
  call<Name extends keyof LargeCalls>(
    name: Name,
    ...args: Parameters<LargeCalls[Name]>
  ): Promise<Awaited<ReturnType<LargeCalls[Name]>>>;
  /** Ends the worker; what it was asked is never answered. */
  close(): void;
}

export const openLargeReader = (): LargeReader => {
  const worker = ownWorker(address);
  const waiting = new Map<number, (answered: Answered) => void>();
  let last = 0;
  worker.addEventListener('message', ({ data }: MessageEvent<Answered>) => {
    waiting.get(data.id)?.(data);
    waiting.delete(data.id);
  });
  return {
    call: (name, ...args) =>
      new Promise((resolve, reject) => {
        last += 1;
        waiting.set(last, (answered) => {
          if ('problem' in answered) reject(new Error(answered.problem));
          else resolve(answered.value as Awaited<ReturnType<LargeCalls[typeof name]>>);
        });
        // A worker has no origin to name.
        // oxlint-disable-next-line unicorn/require-post-message-target-origin
        worker.postMessage({ id: last, name, args } satisfies Asked);
      }),
    close: () => worker.terminate(),
  };
};
