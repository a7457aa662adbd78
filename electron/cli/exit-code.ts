import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';
import type { Attempt } from '../../shared/exchange/exchange.ts';
import type { ExitCode } from './command.ts';

/** How an attempt ended, for a pipeline. */
export const exitCodeOf = (attempt: Attempt, diagnosis: Diagnosis): ExitCode => {
  if (diagnosis.failed) return 1;
  const last = attempt.exchanges.at(-1);
  return attempt.stopped !== undefined || last === undefined || last.outcome.kind === 'failed' ? 3 : 0;
};

/** From fine to grave: one unreadable file among several counts most. */
const gravity: readonly ExitCode[] = [0, 3, 1, 2];

export const gravest = (codes: readonly ExitCode[]): ExitCode =>
  gravity.findLast((code) => codes.includes(code)) ?? 0;
