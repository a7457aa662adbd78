import type { Timings } from '../../shared/exchange/exchange.ts';

export type Phase = Exclude<keyof Timings, 'startedAtMs'>;

/** Marks when a phase was over. Each phase counts once; the steady clock is used, so that a set clock bends nothing. */
export interface Stopwatch {
  mark(phase: Phase): void;
  has(phase: Phase): boolean;
  timings(): Timings;
}

export const startStopwatch = (nowMs: () => number): Stopwatch => {
  const marks: { startedAtMs: number } & Partial<Record<Phase, number>> = { startedAtMs: nowMs() };
  const start = performance.now();
  return {
    mark(phase) {
      marks[phase] ??= Math.round((performance.now() - start) * 1000) / 1000;
    },
    has: (phase) => marks[phase] !== undefined,
    timings: () => ({ ...marks }),
  };
};
