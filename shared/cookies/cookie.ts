import { z } from 'zod';

/** A cookie as the jar keeps it (RFC 6265bis §5.3). */
export const cookieSchema = z.object({
  name: z.string(),
  value: z.string(),
  /** Canonical host name, without a leading dot. */
  domain: z.string().min(1),
  /** Only for this very host, not for those below it. */
  hostOnly: z.boolean(),
  path: z.string().startsWith('/'),
  secure: z.boolean(),
  httpOnly: z.boolean(),
  sameSite: z.enum(['strict', 'lax', 'none']).optional(),
  /** Epoch milliseconds; absent for a session cookie, which lives as long as the app. */
  expiresAtMs: z.number().optional(),
});
export type Cookie = z.infer<typeof cookieSchema>;

/** What makes two cookies one (RFC 6265bis §5.7, step 22): a later one replaces the earlier. */
export const cookieKeySchema = cookieSchema.pick({ name: true, domain: true, path: true });
export type CookieKey = z.infer<typeof cookieKeySchema>;

export const isSameCookie = (a: CookieKey, b: CookieKey): boolean =>
  a.name === b.name && a.domain === b.domain && a.path === b.path;

/** What a cookie file holds. Lines and entries that make no sense are named, not guessed at. */
export interface ReadCookies {
  readonly cookies: readonly Cookie[];
  readonly problems: readonly string[];
}
