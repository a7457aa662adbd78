import { z } from 'zod';
import { defineFormat } from './format.ts';
import type { Environment, Profile } from './profile.ts';
import { decodeSettings, encodeSettings, savedSettingsSchema } from './saved-auth.ts';
import { decodeText, savedTextSchema, wholeIf, type SecretSink, type SecretSource } from './saved-text.ts';

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
  variables: z
    .array(
      z.strictObject({
        name: z.string(),
        value: savedTextSchema,
        secret: z.literal(true).optional(),
        off: z.literal(true).optional(),
      }),
    )
    .optional(),
});
export type SavedEnvironment = z.infer<typeof savedEnvironmentSchema>;

export const environmentFormat = defineFormat({
  what: 'environment',
  version: 1,
  schema: savedEnvironmentSchema,
  upgrades: [],
});

/** Secret and plain variables have places of their own: one that is no secret any more goes back into the file. */
const variablePlace = (secret: boolean, name: string, index: number): string =>
  `${secret ? 'secrets' : 'variables'}/${name}/${index}`;

/** Occurrence of a name among those before it: a place that does not move when others do. */
const nth = (names: readonly { readonly name: string }[], index: number): number =>
  names.slice(0, index).filter((other) => other.name === names[index]?.name).length;

export const encodeEnvironment = (environment: Environment, sink: SecretSink): SavedEnvironment => ({
  version: 1,
  id: environment.id,
  name: environment.name,
  ...(environment.variables.length === 0
    ? {}
    : {
        variables: environment.variables.map((variable, index, all) => ({
          name: variable.name,
          value: sink.text(
            variablePlace(variable.secret, variable.name, nth(all, index)),
            variable.value,
            wholeIf(variable.secret, variable.value),
          ),
          ...(variable.secret ? { secret: true as const } : {}),
          ...(variable.on ? {} : { off: true as const }),
        })),
      }),
});

export const decodeEnvironment = (saved: SavedEnvironment, source: SecretSource): Environment => ({
  id: saved.id,
  name: saved.name,
  variables: (saved.variables ?? []).map((variable, index, all) => ({
    name: variable.name,
    value: decodeText(
      variable.value,
      variablePlace(variable.secret === true, variable.name, nth(all, index)),
      source,
    ),
    on: variable.off !== true,
    secret: variable.secret === true,
  })),
});

/** The workspace's own file: what makes a folder a workspace. */
const savedWorkspaceSchema = z.strictObject({ version: z.literal(1), name: z.string().min(1).max(1000) });

export const workspaceFormat = defineFormat({
  what: 'workspace',
  version: 1,
  schema: savedWorkspaceSchema,
  upgrades: [],
});
