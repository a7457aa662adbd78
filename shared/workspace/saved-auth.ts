import { z } from 'zod';
import type { DraftAuth, SchemeSettings } from './draft.ts';
import type { Folder } from './folder.ts';
import { defineFormat } from './format.ts';
import { decodeSetting, savedSettingSecretSchema, type SecretSink, type SecretSource } from './saved-text.ts';
import { decodeOwnVariables, encodeVariables, savedVariablesSchema } from './saved-variables.ts';

/** How the files of requests, folders and profiles hold an auth. To inherit is as usual, so it is left out. */

export const savedSettingsSchema = z.record(
  z.string(),
  z.union([z.string(), z.boolean(), savedSettingSecretSchema]),
);
export type SavedSettings = z.infer<typeof savedSettingsSchema>;

export const savedAuthSchema = z.union([
  z.literal('none'),
  z.strictObject({ profile: z.string() }),
  z.strictObject({ scheme: z.string(), settings: savedSettingsSchema.optional() }),
]);
export type SavedAuth = z.infer<typeof savedAuthSchema>;

export const encodeSettings = (settings: SchemeSettings, prefix: string, sink: SecretSink): SavedSettings =>
  Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name,
      typeof value === 'object' ? sink.setting(`${prefix}/${name}`, value) : value,
    ]),
  );

export const decodeSettings = (saved: SavedSettings, prefix: string, source: SecretSource): SchemeSettings =>
  Object.fromEntries(
    Object.entries(saved).map(([name, value]) => [
      name,
      typeof value === 'object' ? decodeSetting(value, `${prefix}/${name}`, source) : value,
    ]),
  );

/** The `auth` of a document, as a part of it. */
export const encodeAuth = (auth: DraftAuth, sink: SecretSink): { auth?: SavedAuth } => {
  switch (auth.kind) {
    case 'inherit':
      return {};
    case 'none':
      return { auth: 'none' };
    case 'profile':
      return { auth: { profile: auth.profileId } };
    case 'own': {
      const settings = encodeSettings(auth.settings, 'auth', sink);
      return { auth: { scheme: auth.scheme, ...(Object.keys(settings).length === 0 ? {} : { settings }) } };
    }
    default:
      return auth satisfies never;
  }
};

export const decodeAuth = (saved: SavedAuth | undefined, source: SecretSource): DraftAuth => {
  if (saved === undefined) return { kind: 'inherit' };
  if (saved === 'none') return { kind: 'none' };
  if ('profile' in saved) return { kind: 'profile', profileId: saved.profile };
  return {
    kind: 'own',
    scheme: saved.scheme,
    settings: decodeSettings(saved.settings ?? {}, 'auth', source),
  };
};

/** The file of a folder that says something of its own. Its path is the folder that the file lies in. */
const savedFolderSchema = z.strictObject({
  version: z.literal(1),
  auth: savedAuthSchema.optional(),
  variables: savedVariablesSchema.optional(),
});
export type SavedFolder = z.infer<typeof savedFolderSchema>;

export const folderFormat = defineFormat({
  what: 'folder',
  version: 1,
  schema: savedFolderSchema,
  upgrades: [],
});

export const encodeFolder = ({ auth, variables }: Omit<Folder, 'path'>, sink: SecretSink): SavedFolder => ({
  version: 1,
  ...encodeAuth(auth, sink),
  ...encodeVariables(variables, sink),
});

export const decodeFolder = (saved: SavedFolder, path: readonly string[], source: SecretSource): Folder => ({
  path: [...path],
  auth: decodeAuth(saved.auth, source),
  ...decodeOwnVariables(saved.variables, source),
});
