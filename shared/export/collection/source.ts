import type { Draft, DraftAuth } from '../../workspace/draft.ts';
import type { Environment } from '../../workspace/profile.ts';
import type { Variable } from '../../workspace/variable.ts';

/** Auth with its profile put in and its secrets opened. */
export type OpenAuth = Exclude<DraftAuth, { kind: 'profile' }>;

/** A folder's requests, or the workspace's, ready to be written for another tool: secrets opened, profiles put in. */
export interface CollectionSource {
  readonly name: string;
  /** Of the folder that is exported, as it is in force there. */
  readonly auth: OpenAuth;
  readonly variables: readonly Variable[];
  /** Folders of these are paths inside what is exported. */
  readonly requests: readonly (Draft & { readonly auth: OpenAuth })[];
  readonly folders: readonly {
    readonly path: readonly string[];
    readonly auth: OpenAuth;
    readonly variables: readonly Variable[];
  }[];
  readonly environments: readonly Environment[];
}
