import { z } from 'zod';
import { draftSchema } from '../../workspace/draft.ts';
import type { Preview, SendResult } from '../replies.ts';
import { command, id } from './command.ts';

/** A request on its way, and the bodies that go with it. */
export const sendingCommands = {
  /** Sends a request and answers when the attempt is over. Exchanges arrive as events before that. */
  send: command<SendResult>()(
    z.object({
      sendId: id,
      draft: draftSchema,
      environmentId: z.string(),
      /** Get a token this way first, whatever is stored. */
      token: z.enum(['refresh', 'fetch', 'authorize']).optional(),
      /** The attempt that a remedy follows. */
      retryOf: id.optional(),
      /** Uses no connection that is kept open, so that the host's name is looked up anew. */
      freshConnection: z.boolean().optional(),
    }),
  ),

  cancel: command<void>()(z.object({ sendId: id })),

  /** The address that the browser ended at after the login that this Send waits for. */
  pasteRedirect: command<void>()(z.object({ sendId: id, url: z.string().max(100_000) })),

  /** What would be sent, secrets masked, and what the checks say of it. Sends nothing. */
  preview: command<Preview>()(z.object({ draft: draftSchema, environmentId: z.string() })),

  /** A file body of an exchange, piece by piece; Base64. At most 1 MiB a call. */
  readBody: command<{ base64: string; size: number }>()(
    z.object({ id, offset: z.number().int().min(0), length: z.number().int().min(1).max(1_048_576) }),
  ),

  /**
   * Keeps a file that a person chose in a browser, which does not say where it lies; its path is the answer. Large ones
   * come in pieces of one id, in order.
   */
  keepFile: command<{ path: string }>()(
    z.object({
      id: z.uuid(),
      name: z.string().max(1000),
      offset: z.number().int().min(0),
      base64: z.base64().max(8_000_000),
    }),
  ),
} as const;
