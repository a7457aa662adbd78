/** Called with the bytes that left so far; `total` where it is known. */
export type SentReport = (sent: number, total: number | undefined) => void;

/** A smaller body has left before anybody could read a figure. Bytes. */
export const leastToTell = 1024 * 1024;

/** A window wants a few figures a second. */
const progressMs = 100;

export interface SentMeter {
  /** So many bytes more were taken by the connection. */
  add(bytes: number): void;
  /** The body has left whole. */
  end(): void;
}

/** Tells how far a large body has left: when it begins to, a few times a second, and at its end. */
export const sentMeter = (total: number | undefined, report: SentReport): SentMeter => {
  let sent = 0;
  let toldAt = -Infinity;
  const isLarge = (): boolean => (total ?? sent) > leastToTell;
  return {
    add(bytes) {
      sent += bytes;
      const now = performance.now();
      if (sent === total || !isLarge() || now - toldAt < progressMs) return;
      toldAt = now;
      report(sent, total);
    },
    end() {
      if (isLarge()) report(sent, total);
    },
  };
};
