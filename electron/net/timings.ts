import type { Timings } from '../../shared/exchange/exchange.ts';

export type Phase = Exclude<keyof Timings, 'startedAtMs'>;

/** Marks when a phase was over. Each phase counts once; the steady clock is used, so that a set clock bends nothing. */
export interface Stopwatch {
  mark(phase: Phase): void;
  has(phase: Phase): boolean;
  timings(): Timings;
}

export const startStopwatch = (nowMs: () => number): Stopwatch => {
  const startedAtMs = nowMs();
  const start = performance.now();
  const marks = new Map<Phase, number>();
  return {
    mark(phase) {
      if (!marks.has(phase)) marks.set(phase, Math.round((performance.now() - start) * 1000) / 1000);
    },
    has: (phase) => marks.has(phase),
    timings: () => ({ startedAtMs, ...Object.fromEntries(marks) }),
  };
};
