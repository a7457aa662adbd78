import { z } from 'zod';

const text = z.string().default('');

export const edgeGridSettingsSchema = z.object({
  clientToken: text,
  clientSecret: text,
  accessToken: text,
  /** Names of fields, in this order, separated by commas. */
  headersToSign: text,
  /** Bytes of a POST body that are hashed. */
  maxBody: z.string().default('131072'),
  /** Empty: the request's own. */
  host: text,
  timestamp: text,
  nonce: text,
});
export type EdgeGridSettings = z.infer<typeof edgeGridSettingsSchema>;
