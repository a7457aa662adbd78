import type { Draft, DraftAuth } from './draft.ts';
import { folderKey, type Folder } from './folder.ts';
import { workspaceScope, type VariableScope } from './variable-places.ts';

/** Who settled the auth of a request. */
export type AuthPlace =
  | { readonly kind: 'request' }
  | { readonly kind: 'folder'; readonly path: readonly string[] }
  | { readonly kind: 'workspace' }
  /** Nobody did. */
  | { readonly kind: 'nowhere' };

export interface EffectiveAuth {
  readonly auth: Exclude<DraftAuth, { kind: 'inherit' }>;
  readonly from: AuthPlace;
}

/** The auth a request is sent with: its own, else that of the nearest folder that has one, else the workspace's. */
export const effectiveAuth = (
  { auth, folder }: Pick<Draft, 'auth' | 'folder'>,
  folders: readonly Folder[],
): EffectiveAuth => {
  if (auth.kind !== 'inherit') return { auth, from: { kind: 'request' } };
  return inheritedAuth(folder, folders);
};

/** What a request in this folder is given where it has no auth of its own. */
export const inheritedAuth = (path: readonly string[], folders: readonly Folder[]): EffectiveAuth => {
  const byPath = new Map(folders.map((folder) => [folderKey(folder.path), folder.auth]));
  for (let depth = path.length; depth >= 0; depth -= 1) {
    const above = path.slice(0, depth);
    const auth = byPath.get(folderKey(above));
    if (auth === undefined || auth.kind === 'inherit') continue;
    return { auth, from: depth === 0 ? { kind: 'workspace' } : { kind: 'folder', path: above } };
  }
  return { auth: { kind: 'none' }, from: { kind: 'nowhere' } };
};

/** Whose variables are in force in an auth that stands there; a profile is in no place but the workspace. */
export const authScope = (draft: VariableScope, from: AuthPlace): VariableScope => {
  switch (from.kind) {
    case 'request':
      return draft;
    case 'folder':
      return { folder: [...from.path] };
    case 'workspace':
    case 'nowhere':
      return workspaceScope;
    default:
      return from satisfies never;
  }
};

/** "folder Billing / EU", as a sentence goes on with it. */
export const placeWords = (from: AuthPlace): string => {
  switch (from.kind) {
    case 'request':
      return 'this request';
    case 'folder':
      return `folder ${from.path.join(' / ')}`;
    case 'workspace':
      return 'the workspace';
    case 'nowhere':
      return 'nowhere';
    default:
      return from satisfies never;
  }
};

/**
 * One line that says which auth is used and why: "Effective auth: Acme prod, from folder Billing". `named` calls a
 * profile or a scheme by its name.
 */
export const effectiveAuthWords = (
  { auth, from }: EffectiveAuth,
  named: (auth: Exclude<DraftAuth, { kind: 'inherit' | 'none' }>) => string,
): string => {
  if (from.kind === 'nowhere') return 'Effective auth: none; neither a folder nor the workspace has one';
  if (auth.kind === 'none') return `Effective auth: none, switched off in ${placeWords(from)}`;
  return `Effective auth: ${named(auth)}, from ${placeWords(from)}`;
};
