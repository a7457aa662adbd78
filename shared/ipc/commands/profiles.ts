import { z } from 'zod';
import { type Profile, profileSchema } from '../../workspace/profile.ts';
import { variableScopeSchema } from '../../workspace/variable-places.ts';
import type { Discovered, SelfConfigured, SendResult, TokenAnswered, TokenChecked } from '../replies.ts';
import { command, id } from './command.ts';

/** Auth profiles, their secrets and tokens, and what authorization servers say. */
export const profilesCommands = {
  saveProfile: command<Profile>()(z.object({ profile: profileSchema })),

  deleteProfile: command<void>()(z.object({ id })),

  /** A copy with its own secrets. */
  duplicateProfile: command<Profile>()(z.object({ id, name: z.string().min(1) })),

  /** Opens one stored secret for the person who asked for it. */
  revealSecret: command<string>()(z.object({ ref: id })),

  /** Refreshes, fetches or authorizes without sending the request. */
  obtainToken: command<SendResult>()(
    z.object({
      sendId: id,
      profileId: id,
      environmentId: z.string(),
      how: z.enum(['refresh', 'fetch', 'authorize']),
    }),
  ),

  /** What the authorization server says of a stored token (RFC 7662, OpenID Connect Core §5.3), or its end (RFC 7009). */
  askAboutToken: command<TokenAnswered>()(
    z.object({
      sendId: id,
      profileId: id,
      environmentId: z.string(),
      question: z.enum(['introspect', 'userinfo', 'revoke']),
      which: z.enum(['access', 'refresh']),
    }),
  ),

  /** Checks a token against the keys that its issuer publishes: up to three look-ups, none of which has the token. */
  checkToken: command<TokenChecked>()(
    z.object({ token: z.string().max(1_000_000), environmentId: z.string() }),
  ),

  /** The stored token itself, for the token inspector's reveal and copy. */
  revealToken: command<string>()(
    z.object({ profileId: id, environmentId: z.string(), which: z.enum(['access', 'refresh', 'id']) }),
  ),

  forgetTokens: command<void>()(z.object({ profileId: id, environmentId: z.string() })),

  /** Reads the authorization server's metadata (RFC 8414, OpenID Connect Discovery). */
  discover: command<Discovered>()(
    z.object({ issuer: z.string().max(2048), environmentId: z.string(), scope: variableScopeSchema }),
  ),

  /** Makes a profile's settings of what an API says about itself in a 401 (RFC 9728). Up to three look-ups. */
  configureFromResource: command<SelfConfigured>()(
    z.object({
      metadata: z.string().max(4096),
      requestUrl: z.string().max(100_000),
      scope: z.string().max(10_000),
      environmentId: z.string(),
    }),
  ),
} as const;
