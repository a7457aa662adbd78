import { z } from 'zod';
import type { Exchange } from '../exchange/exchange.ts';
import type { ExperimentResult } from '../experiments/result.ts';
import type { TokenState } from '../workspace/profile.ts';
import type { HistoryEntry, Workspace } from './replies.ts';

/** What the engine tells windows of its own accord. */
export const eventSchema = z.discriminatedUnion('event', [
  z.object({ event: z.literal('exchange'), sendId: z.string(), exchange: z.custom<Exchange>() }),
  /** How far the body of the request or of the answer is, in bytes. */
  z.object({
    event: z.literal('progress'),
    sendId: z.string(),
    direction: z.enum(['sent', 'received']),
    bytes: z.number(),
    total: z.number().optional(),
  }),
  /**
   * The person must log in at this address; `opened`: the system browser shows it already. `userCode` is to be entered
   * there (RFC 8628).
   */
  z.object({
    event: z.literal('login'),
    sendId: z.string(),
    url: z.string(),
    opened: z.boolean(),
    userCode: z.string().optional(),
    /** The address that the browser ended at can, or must, be pasted: `pasteRedirect`. */
    paste: z.enum(['needed', 'possible']).optional(),
  }),
  z.object({ event: z.literal('login-done'), sendId: z.string() }),
  /** The next step of an experiment begins; so many requests of this run left before it. */
  z.object({
    event: z.literal('experiment-step'),
    sendId: z.string(),
    /** Of the experiment. */
    id: z.string(),
    label: z.string(),
    sent: z.number(),
  }),
  z.object({
    event: z.literal('experiment'),
    sendId: z.string(),
    result: z.custom<ExperimentResult>(),
  }),
  z.object({ event: z.literal('tokens'), tokens: z.custom<readonly TokenState[]>() }),
  /** The cookie jar of this environment has changed. */
  z.object({ event: z.literal('cookies'), environmentId: z.string() }),
  z.object({ event: z.literal('history'), entry: z.custom<HistoryEntry>() }),
  /** Requests, profiles or environments changed on disk or in another window. */
  z.object({ event: z.literal('workspace'), workspace: z.custom<Workspace>() }),
  /** What is remembered beside the workspace was changed, here or in another window. */
  z.object({ event: z.literal('preferences'), preferences: z.record(z.string(), z.unknown()) }),
  z.object({ event: z.literal('menu'), command: z.string() }),
]);
export type HostEvent = z.infer<typeof eventSchema>;

/** What a person needs to log in. */
export type LoginPrompt = Omit<Extract<HostEvent, { event: 'login' }>, 'event' | 'sendId'>;
