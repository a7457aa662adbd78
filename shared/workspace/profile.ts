import { z } from 'zod';
import { schemeSettingsSchema } from './draft.ts';
import { variableSchema } from './variable.ts';

/** A named scheme with its settings and secrets, used by many requests. */
export const profileSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  scheme: z.string(),
  settings: schemeSettingsSchema,
  /** Origins to which this profile's credentials may follow a redirect ("Always for this profile"). */
  trustedOrigins: z.array(z.string()),
  /** Renew the access token before a request when less than 30 s are left. */
  renew: z.boolean(),
});
export type Profile = z.infer<typeof profileSchema>;

/** What the window may know of the tokens of one profile in one environment. Times are epoch milliseconds. */
const tokenStateSchema = z.object({
  profileId: z.string(),
  environmentId: z.string(),
  /** Last two characters of the access token. */
  tail: z.string(),
  length: z.number(),
  obtainedAtMs: z.number(),
  /** Absent where neither `expires_in` nor `exp` says (never taken for "never"). */
  expiresAtMs: z.number().optional(),
  hasRefreshToken: z.boolean(),
  hasIdToken: z.boolean(),
  scope: z.string().optional(),
  /** Header and claims where the access token is a JWT. */
  decoded: z
    .object({ header: z.record(z.string(), z.unknown()), claims: z.record(z.string(), z.unknown()) })
    .optional(),
  decodedIdToken: z
    .object({ header: z.record(z.string(), z.unknown()), claims: z.record(z.string(), z.unknown()) })
    .optional(),
});
export type TokenState = z.infer<typeof tokenStateSchema>;

/** Variables of one environment; secret ones lie in the vault. */
export const environmentSchema = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  variables: z.array(variableSchema),
});
export type Environment = z.infer<typeof environmentSchema>;
