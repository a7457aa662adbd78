/** A signal that also ends after a time, until it is told to wait for a person. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** A person is asked something now: they may take as long as they need. */
  lift(): void;
}

/** @param timeoutMs 0 means none */
export const withDeadline = (signal: AbortSignal, timeoutMs: number): Deadline => {
  const controller = new AbortController();
  const expire = (): void =>
    controller.abort(new DOMException(`No answer within ${timeoutMs} ms.`, 'TimeoutError'));
  const timer = timeoutMs > 0 ? setTimeout(expire, timeoutMs) : undefined;
  timer?.unref();
  return { signal: AbortSignal.any([signal, controller.signal]), lift: () => clearTimeout(timer) };
};
