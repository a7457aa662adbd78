export interface Flights<T> {
  /** Runs the work, or shares what is under way under that key. */
  join(
    key: string,
    work: () => Promise<T>,
    signal: AbortSignal,
    ends: { aborted(): T; isAborted(value: T): boolean },
  ): Promise<T>;
}

/**
 * One at a time per key. Whoever comes while work is under way shares its end, for a rotated refresh token is good only
 * once. If the one who began it cancels, the next begins anew; who only waits can stop waiting at any moment.
 */
export const createFlights = <T>(): Flights<T> => {
  const running = new Map<string, Promise<T>>();

  const begin = (key: string, work: () => Promise<T>): Promise<T> => {
    const flight = work().finally(() => running.delete(key));
    running.set(key, flight);
    return flight;
  };

  return {
    async join(key, work, signal, { aborted, isAborted }) {
      for (;;) {
        if (signal.aborted) return aborted();
        const flight = running.get(key);
        if (flight === undefined) return begin(key, work);
        const value = await untilAborted(flight, signal, aborted);
        if (!isAborted(value)) return value;
      }
    },
  };
};

const untilAborted = <T>(flight: Promise<T>, signal: AbortSignal, aborted: () => T): Promise<T> =>
  new Promise((resolve, reject) => {
    const abort = (): void => resolve(aborted());
    signal.addEventListener('abort', abort, { once: true });
    flight.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
