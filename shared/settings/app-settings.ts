import { z } from 'zod';
import { isRecord } from '../exchange/json.ts';

/** What holds for every workspace of this computer. Each part falls back alone where its stored value cannot be read. */
const appSettingsSchema = z.object({
  density: z.enum(['comfortable', 'compact']).catch('comfortable'),
  textSize: z.enum(['small', 'usual', 'large', 'larger']).catch('usual'),
  /** Deadline with which a new request begins, in milliseconds; 0 means none. */
  newRequestTimeoutMs: z.number().int().min(0).max(3_600_000).catch(60_000),
  /** Whether a new request begins with following redirects. */
  newRequestRedirects: z.boolean().catch(true),
  /** Whether a new request begins with the User-Agent that names why401. */
  newRequestUserAgent: z.boolean().catch(true),
  /** PEM file with authorities that every request trusts besides those of the system; empty: none. */
  authorityFile: z.string().max(4096).catch(''),
});
export type AppSettings = Readonly<z.infer<typeof appSettingsSchema>>;

export const usualSettings: AppSettings = appSettingsSchema.parse({});

/** The name under which they lie among the preferences. */
export const settingsPreference = 'settings';

export const appSettingsIn = (preferences: Readonly<Record<string, unknown>>): AppSettings => {
  const stored = preferences[settingsPreference];
  return appSettingsSchema.parse(isRecord(stored) ? stored : {});
};
