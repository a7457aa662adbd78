export interface Queue {
  /** Does the work when all that was asked for before is done, whether or not that succeeded. */
  run<R>(work: () => Promise<R>): Promise<R>;
  /** Ends when all that was asked for so far is done; never throws. */
  settled(): Promise<void>;
}

/** One thing at a time, in the order asked for: who reads, changes and writes must not do so twice at once. */
export const createQueue = (): Queue => {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(work) {
      const next = last.then(work);
      last = next.catch(() => undefined);
      return next;
    },
    async settled() {
      await last;
    },
  };
};
