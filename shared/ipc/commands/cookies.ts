import { z } from 'zod';
import { type Cookie, cookieKeySchema, cookieSchema } from '../../cookies/cookie.ts';
import { command, text } from './command.ts';

/** The cookie jars. */
export const cookiesCommands = {
  /** The environment's cookie jar, values included. */
  cookies: command<readonly Cookie[]>()(z.object({ environmentId: z.string() })),

  /** Keeps one of a person's own making; `instead` is the one that it was before it was edited. */
  saveCookie: command<void>()(
    z.object({ environmentId: z.string(), cookie: cookieSchema, instead: cookieKeySchema.optional() }),
  ),

  deleteCookies: command<void>()(
    /** All of them where none is named. */
    z.object({ environmentId: z.string(), keys: z.array(cookieKeySchema).optional() }),
  ),

  /** Takes in a Netscape cookie file or a list in JSON. */
  importCookies: command<{ kept: number; problems: readonly string[] }>()(
    z.object({ environmentId: z.string(), text }),
  ),
} as const;
