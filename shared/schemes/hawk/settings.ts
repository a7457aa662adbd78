import { z } from 'zod';

const text = z.string().default('');

export const hawkSettingsSchema = z.object({
  id: text,
  key: text,
  algorithm: z.enum(['sha256', 'sha1']).default('sha256'),
  place: z.enum(['header', 'query']).default('header'),
  /** Seconds for which a bewit is good. */
  ttl: z.string().default('300'),
  payloadHash: z.boolean().default(false),
  ext: text,
  app: text,
  dlg: text,
  /** Empty: the clock, and a random one. */
  timestamp: text,
  nonce: text,
});
export type HawkSettings = z.infer<typeof hawkSettingsSchema>;
