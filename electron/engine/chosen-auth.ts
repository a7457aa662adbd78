import { schemeById } from '../../shared/schemes/index.ts';
import type { OpenSettings, Scheme } from '../../shared/schemes/scheme.ts';
import { openSecret } from '../../shared/workspace/credentials.ts';
import type { Draft, SchemeSettings } from '../../shared/workspace/draft.ts';
import {
  authScope,
  effectiveAuth,
  placeWords,
  type AuthPlace,
} from '../../shared/workspace/effective-auth.ts';
import { folderKey } from '../../shared/workspace/folder.ts';
import type { Profile } from '../../shared/workspace/profile.ts';
import { workspaceScope, type VariableScope } from '../../shared/workspace/variable-places.ts';
import type { EngineContext } from './context.ts';

/** The auth that a request is sent with: by profile, or a scheme of the request, a folder or the workspace. */
export interface ChosenAuth {
  readonly scheme: Scheme;
  readonly settings: OpenSettings;
  /** Whose it is, for a person: "profile Acme prod, from folder Billing". */
  readonly note: string;
  /** Whose tokens are used. */
  readonly owner: { readonly id: string; readonly name: string; readonly renew: boolean };
  readonly profile: Profile | undefined;
  /**
   * Whose variables are in force in it. A token is kept for the place where the auth stands, so nothing nearer to the
   * request may change whose token it is.
   */
  readonly scope: VariableScope;
}

export const openSettings = async (
  context: EngineContext,
  settings: SchemeSettings,
): Promise<OpenSettings> => {
  const open: Record<string, string | boolean> = {};
  for (const [name, value] of Object.entries(settings)) {
    open[name] = typeof value === 'object' ? await openSecret(value, (ref) => context.vault.get(ref)) : value;
  }
  return open;
};

/** `undefined` where none is used; a sentence where it cannot be used. */
export const chosenAuth = async (
  context: EngineContext,
  draft: Draft,
): Promise<ChosenAuth | string | undefined> => {
  const { folders, profiles } = context.workspace().current();
  const { auth, from } = effectiveAuth(draft, folders);
  if (auth.kind === 'none') return undefined;
  const where = placeWords(from);
  const unknown = (id: string): string =>
    `This why401 does not know the auth scheme “${id}” of ${where}. Choose another in Auth.`;

  if (auth.kind === 'own') {
    const scheme = schemeById(auth.scheme);
    if (scheme === undefined) return unknown(auth.scheme);
    const settings = await openSettings(context, auth.settings);
    return {
      scheme,
      settings,
      note: `auth of ${where}`,
      owner: ownerOf(draft, from),
      profile: undefined,
      scope: authScope(draft, from),
    };
  }
  const profile = profiles.find((one) => one.id === auth.profileId);
  if (profile === undefined) return `The auth profile of ${where} is gone. Choose another in Auth.`;
  const scheme = schemeById(profile.scheme);
  if (scheme === undefined) return unknown(profile.scheme);
  const settings = await openSettings(context, profile.settings);
  const note = `profile ${profile.name}${from.kind === 'request' ? '' : `, from ${where}`}`;
  return { scheme, settings, note, owner: profile, profile, scope: workspaceScope };
};

const ownerOf = (draft: Draft, from: AuthPlace): ChosenAuth['owner'] => {
  if (from.kind === 'request') {
    return { id: draft.id, name: draft.name === '' ? 'this request' : draft.name, renew: true };
  }
  return { id: folderKey(from.kind === 'folder' ? from.path : []), name: placeWords(from), renew: true };
};
