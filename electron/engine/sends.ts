/** The Sends that are under way, so that each can be cancelled by its id. */
export interface Sends {
  /** Runs the work; its signal is aborted when the Send is cancelled. A second Send of the same id cancels the first. */
  run<T>(sendId: string, work: (signal: AbortSignal) => Promise<T>): Promise<T>;
  cancel(sendId: string): void;
  cancelAll(): void;
}

export const createSends = (): Sends => {
  const running = new Map<string, AbortController>();
  return {
    async run(sendId, work) {
      running.get(sendId)?.abort();
      const controller = new AbortController();
      running.set(sendId, controller);
      try {
        return await work(controller.signal);
      } finally {
        if (running.get(sendId) === controller) running.delete(sendId);
      }
    },
    cancel: (sendId) => running.get(sendId)?.abort(),
    cancelAll() {
      for (const controller of running.values()) controller.abort();
    },
  };
};
