import type { Retention } from '../../shared/history/retention.ts';
import type { HistoryEntry } from '../../shared/ipc/replies.ts';

/** A row of history as it is stored: secrets are redacted already, the draft is sealed by the vault. */
export interface HistoryRecord {
  readonly entry: HistoryEntry;
  /** JSON of the redacted attempt. */
  readonly attempt: string;
  /** JSON of the draft, sealed. */
  readonly draft: string | undefined;
  /** What a search finds it by. */
  readonly words: string;
  /** Names of the files of its bodies. */
  readonly bodies: readonly string[];
}

export interface HistoryQuery {
  /** As shared/history/search.ts reads it. Empty: all. */
  readonly search: string;
  readonly limit: number;
  readonly beforeMs: number | undefined;
}

/** What the worker is asked. */
export type HistoryAsk =
  | { readonly ask: 'add'; readonly record: HistoryRecord }
  | { readonly ask: 'list'; readonly query: HistoryQuery }
  | { readonly ask: 'get'; readonly id: string }
  | { readonly ask: 'remove'; readonly id: string }
  /** All that was sent until then, in epoch milliseconds. */
  | { readonly ask: 'removeAll'; readonly untilMs: number }
  /** `whole`: the attempt with its secrets, sealed; what was kept of it before goes where there is none. */
  | {
      readonly ask: 'pin';
      readonly id: string;
      readonly pinned: boolean;
      readonly whole: string | undefined;
    }
  /** `result` is the JSON of one experiment on this attempt. */
  | { readonly ask: 'experiment'; readonly id: string; readonly result: string }
  /** From now on so much is kept; the rest goes at once. */
  | { readonly ask: 'retain'; readonly retention: Retention; readonly nowMs: number }
  | { readonly ask: 'bodies' };

export interface StoredAttempt {
  readonly attempt: string;
  readonly draft: string | undefined;
  /** JSON of the attempt with its secrets, sealed; absent unless it was pinned so. */
  readonly whole: string | undefined;
  /** JSON of the list of what experiments on it found. */
  readonly experiments: string;
}

export interface HistoryAnswers {
  /** Names of the body files of attempts that retention let go. */
  readonly add: readonly string[];
  readonly list: readonly HistoryEntry[];
  readonly get: StoredAttempt | undefined;
  /** Names of the body files of what was removed. */
  readonly remove: readonly string[];
  readonly removeAll: readonly string[];
  /** Whether there is such an attempt. */
  readonly pin: boolean;
  readonly experiment: undefined;
  /** Names of the body files of what went. */
  readonly retain: readonly string[];
  /** Names of all body files that some attempt has. */
  readonly bodies: readonly string[];
}

export type HistoryReply =
  | { readonly ok: true; readonly value: HistoryAnswers[keyof HistoryAnswers] }
  | {
      readonly ok: false;
      readonly code: 'newer-format' | 'unreadable-file' | 'internal';
      readonly message: string;
    };
