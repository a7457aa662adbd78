import { z } from 'zod';
import { attemptSchema } from '../../exchange/exchange.ts';
import type { HistoryAttempt, HistoryEntry } from '../replies.ts';
import { command, id } from './command.ts';

/** What was sent before. */
export const historyCommands = {
  /** The latest first; `search` as shared/history/search.ts reads it. */
  history: command<readonly HistoryEntry[]>()(
    z.object({
      search: z.string().max(500),
      limit: z.number().int().min(1).max(500),
      beforeMs: z.number().optional(),
    }),
  ),

  historyAttempt: command<HistoryAttempt>()(z.object({ id })),

  /** A pinned attempt stays, however much the retention setting keeps. */
  pinHistory: command<void>()(
    z.object({
      id,
      pinned: z.boolean(),
      /** The attempt with its secrets, kept encrypted besides: only where the person agreed to that. */
      attempt: attemptSchema.optional(),
    }),
  ),

  deleteHistory: command<void>()(z.object({ id })),

  /** Deletes all that was sent until then (epoch ms), what is pinned included. */
  clearHistory: command<void>()(z.object({ untilMs: z.number() })),
} as const;
