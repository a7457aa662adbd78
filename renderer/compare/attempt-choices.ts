import { pillOfAttempt } from '../exchange/status-tone.ts';
import { clockTime } from '../exchange/time-words.ts';
import type { AttemptRecord } from '../state/state.ts';

export interface AttemptChoice {
  readonly id: string;
  readonly label: string;
}

/** Other attempts of the request that were not refused, the latest first. */
export const attemptChoices = (
  attempts: readonly AttemptRecord[],
  refused: string | undefined,
): readonly AttemptChoice[] =>
  attempts
    .filter(
      ({ attempt, diagnosis }) => attempt.id !== refused && !diagnosis.failed && attempt.exchanges.length > 0,
    )
    .toReversed()
    .map(({ attempt }) => ({
      id: attempt.id,
      label: `${pillOfAttempt(attempt).text} at ${clockTime(attempt.startedAtMs)}`,
    }));
