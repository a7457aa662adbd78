import { hostIn, pathIn } from '../../shared/exchange/url.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
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

const HISTORY = 'history ';
const MOST = 8;

/** The id of the history entry that a choice stands for. */
export const fromHistory = (choice: string): string | undefined =>
  choice.startsWith(HISTORY) ? choice.slice(HISTORY.length) : undefined;

/** What the same host accepted before, the latest first. */
export const historyChoices = (history: readonly HistoryEntry[], url: string): readonly AttemptChoice[] =>
  history
    .filter(
      (entry) =>
        entry.cause === undefined && (entry.status ?? 500) < 400 && hostIn(entry.url) === hostIn(url),
    )
    .slice(0, MOST)
    .map(({ id, status, method, name, url: address, atMs }) => ({
      id: `${HISTORY}${id}`,
      label: `${status ?? ''} ${method} ${name === '' ? (pathIn(address) ?? '') : name}, ${clockTime(atMs)}, from history`,
    }));

const SAVED = 'saved ';

/** The id of the saved request that a choice stands for. */
export const fromSaved = (choice: string): string | undefined =>
  choice.startsWith(SAVED) ? choice.slice(SAVED.length) : undefined;

/** The other requests of the workspace. */
export const savedChoices = (
  requests: readonly Draft[],
  current: string | undefined,
): readonly AttemptChoice[] =>
  requests
    .filter(({ id }) => id !== current)
    .map(({ id, method, name, folder }) => ({
      id: `${SAVED}${id}`,
      label: `${method} ${[...folder, name].join(' / ')}, saved`,
    }));
