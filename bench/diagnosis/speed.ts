import { attemptToHar, readHar } from '../../shared/exchange/har.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import { diagnose } from '../../shared/diagnosis/diagnose.ts';
import type { Case } from '../../shared/diagnosis/measure/answers.ts';
import { median } from '../harness.ts';

/** Rounds before the count begins: by then what is asked often has been compiled. */
const WARM = 15;
const ROUNDS = 9;
const ENTRIES = 1_000;

/** A copy that nobody has asked about yet: what was found out about an attempt, and about its requests, is remembered. */
const unasked = (attempt: Attempt): Attempt => ({
  ...attempt,
  exchanges: attempt.exchanges.map((exchange) => ({ ...exchange, request: { ...exchange.request } })),
});

/** Milliseconds of one core's time: what else the machine does meanwhile is not counted. */
const timed = (run: () => void): number => {
  const started = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
};

/** Milliseconds per diagnosed exchange, warm, on one core. */
export const millisecondsPerExchange = (cases: readonly Case[]): number => {
  const rounds = Array.from({ length: WARM + ROUNDS }, () => {
    const attempts = cases.map(({ attempt }) => unasked(attempt));
    return timed(() => {
      for (const attempt of attempts) diagnose(attempt);
    });
  });
  return median(rounds.slice(WARM)) / cases.length;
};

/** Milliseconds to read and explain every entry of one HAR of a thousand, made of the cases' exchanges by turns. */
export const millisecondsPerLargeHar = (cases: readonly Case[]): number => {
  const exchanges = Array.from({ length: ENTRIES }, (_, at) => {
    const { exchanges: own } = cases[at % cases.length]?.attempt ?? { exchanges: [] };
    return own.slice(-1);
  }).flat();
  const text = JSON.stringify(
    attemptToHar(
      { id: 'bench', startedAtMs: 0, source: 'imported', exchanges },
      { name: 'bench', version: '1' },
    ),
  );
  return median(
    Array.from({ length: ROUNDS }, () =>
      timed(() => {
        const read = readHar(text);
        if (!read.ok) throw new Error(read.message);
        for (const exchange of read.attempt.exchanges.keys()) diagnose(read.attempt, { exchange });
      }),
    ),
  );
};
