import { z } from 'zod';
import { defineFormat } from './format.ts';
import type { Environment, Profile } from './profile.ts';
import { decodeSettings, encodeSettings, savedSettingsSchema } from './saved-auth.ts';
import type { SecretSink, SecretSource } from './saved-text.ts';
import { decodeVariables, encodeVariables, savedVariablesSchema } from './saved-variables.ts';

/** An auth profile as its file holds it. */
const savedProfileSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(1000),
  scheme: z.string(),
  settings: savedSettingsSchema.optional(),
  trustedOrigins: z.array(z.string()).optional(),
  renew: z.boolean().optional(),
});
export type SavedProfile = z.infer<typeof savedProfileSchema>;

export const profileFormat = defineFormat({
  what: 'profile',
  version: 1,
  schema: savedProfileSchema,
  upgrades: [],
});

export const encodeProfile = (profile: Profile, sink: SecretSink): SavedProfile => {
  const settings = encodeSettings(profile.settings, 'settings', sink);
  return {
    version: 1,
    id: profile.id,
    name: profile.name,
    scheme: profile.scheme,
    ...(Object.keys(settings).length === 0 ? {} : { settings }),
    ...(profile.trustedOrigins.length === 0 ? {} : { trustedOrigins: profile.trustedOrigins }),
    ...(profile.renew ? {} : { renew: false }),
  };
};

export const decodeProfile = (saved: SavedProfile, source: SecretSource): Profile => ({
  id: saved.id,
  name: saved.name,
  scheme: saved.scheme,
  settings: decodeSettings(saved.settings ?? {}, 'settings', source),
  trustedOrigins: saved.trustedOrigins ?? [],
  renew: saved.renew ?? true,
});

/** An environment as its file holds it: the values of secret variables are in the vault. */
const savedEnvironmentSchema = z.strictObject({
  version: z.literal(1),
  id: z.string().min(1).max(200),
  name: z.string().min(1).max(1000),
  variables: savedVariablesSchema.optional(),
});
export type SavedEnvironment = z.infer<typeof savedEnvironmentSchema>;

export const environmentFormat = defineFormat({
  what: 'environment',
  version: 1,
  schema: savedEnvironmentSchema,
  upgrades: [],
});

export const encodeEnvironment = (environment: Environment, sink: SecretSink): SavedEnvironment => ({
  version: 1,
  id: environment.id,
  name: environment.name,
  ...encodeVariables(environment.variables, sink),
});

export const decodeEnvironment = (saved: SavedEnvironment, source: SecretSource): Environment => ({
  id: saved.id,
  name: saved.name,
  variables: decodeVariables(saved.variables, source),
});

/** The workspace's own file: what makes a folder a workspace. */
const savedWorkspaceSchema = z.strictObject({ version: z.literal(1), name: z.string().min(1).max(1000) });

export const workspaceFormat = defineFormat({
  what: 'workspace',
  version: 1,
  schema: savedWorkspaceSchema,
  upgrades: [],
});
