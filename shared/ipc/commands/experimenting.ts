import { z } from 'zod';
import { attemptSchema, sentRequestSchema } from '../../exchange/exchange.ts';
import { type ExperimentResult, experimentResultSchema } from '../../experiments/result.ts';
import { draftSchema } from '../../workspace/draft.ts';
import { command, id } from './command.ts';

/** Finding out more about a refusal. */
export const experimentingCommands = {
  /**
   * Makes experiments on a refusal, one after the other, within what the person allowed; each is told as an event when
   * it is over. Cancelled like a Send: those that are over are answered.
   */
  experiment: command<{ readonly results: readonly ExperimentResult[] }>()(
    z.object({
      sendId: id,
      /** Only what led to the refusal is needed of it. */
      attempt: attemptSchema,
      draft: draftSchema,
      environmentId: z.string(),
      /**
       * This one; or as many as are allowed, the most telling first; or the halving of what differs from a request that
       * works.
       */
      which: z.union([z.object({ id }), z.object({ bisect: sentRequestSchema }), z.literal('plan')]),
      /** Those that were made before. */
      done: z.array(experimentResultSchema).max(50),
      allowed: z.object({
        requests: z.number().int().min(0).max(30),
        /** How often a user name and its password may be sent. */
        logins: z.number().int().min(0).max(5),
        /** Methods that may change something may be repeated. */
        unsafe: z.boolean(),
      }),
      /** What made-up names and values are made of, so that what was shown is what is sent. */
      made: z.string().regex(/^[A-Za-z0-9]{42,100}$/),
    }),
  ),
} as const;
