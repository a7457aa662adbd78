import type { Format } from '../../shared/workspace/format.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { folderKey, type Folder } from '../../shared/workspace/folder.ts';
import {
  decodeHostRule,
  encodeHostRule,
  hostRuleFormat,
  type HostRule,
  type SavedHostRule,
} from '../../shared/workspace/host-rule.ts';
import type { Environment, Profile } from '../../shared/workspace/profile.ts';
import {
  decodeFolder,
  encodeFolder,
  folderFormat,
  type SavedFolder,
} from '../../shared/workspace/saved-auth.ts';
import {
  decodeEnvironment,
  decodeProfile,
  encodeEnvironment,
  encodeProfile,
  environmentFormat,
  profileFormat,
  type SavedEnvironment,
  type SavedProfile,
} from '../../shared/workspace/saved-profile.ts';
import {
  decodeRequest,
  encodeRequest,
  requestFormat,
  type SavedRequest,
} from '../../shared/workspace/saved-request.ts';
import type { SecretSink, SecretSource } from '../../shared/workspace/saved-text.ts';

/** What a folder of documents must know about the documents in it. */
export interface DocumentKind<T extends { readonly id: string; readonly name: string }, Saved> {
  readonly format: Format<Saved>;
  /** The folder inside the workspace. */
  readonly folder: string;
  /** File name where the document has no name. */
  readonly unnamed: string;
  /** Every document of the kind lies in a file of this name, one in a folder. */
  readonly fileName?: string;
  encode(value: T, sink: SecretSink): Saved;
  decode(saved: Saved, folders: readonly string[], source: SecretSource): T;
  /** Folders inside the folder, outermost first. */
  foldersOf(value: T): readonly string[];
}

/** No request's file is ever called so: a name begins with a letter or a digit there (slug.ts). */
export const folderFileName = '_folder.yaml';

/** A folder as a document: known by its path. */
export type FolderDocument = Folder & { readonly id: string; readonly name: string };

export const folderDocument = (folder: Folder): FolderDocument => ({
  ...folder,
  id: folderKey(folder.path),
  name: folder.path.at(-1) ?? '',
});

export const folderOf = ({ path, auth, variables }: FolderDocument): Folder => ({
  path,
  auth,
  ...(variables === undefined ? {} : { variables }),
});

/** They lie among the requests, each in the folder it speaks of. */
export const folderDocuments: DocumentKind<FolderDocument, SavedFolder> = {
  format: folderFormat,
  folder: 'requests',
  unnamed: 'folder',
  fileName: folderFileName,
  encode: encodeFolder,
  decode: (saved, folders, source) => folderDocument(decodeFolder(saved, folders, source)),
  foldersOf: ({ path }) => path,
};

export const requestDocuments: DocumentKind<Draft, SavedRequest> = {
  format: requestFormat,
  folder: 'requests',
  unnamed: 'request',
  encode: encodeRequest,
  decode: decodeRequest,
  foldersOf: (draft) => draft.folder,
};

export const profileDocuments: DocumentKind<Profile, SavedProfile> = {
  format: profileFormat,
  folder: 'profiles',
  unnamed: 'profile',
  encode: encodeProfile,
  decode: (saved, _, source) => decodeProfile(saved, source),
  foldersOf: () => [],
};

export const environmentDocuments: DocumentKind<Environment, SavedEnvironment> = {
  format: environmentFormat,
  folder: 'environments',
  unnamed: 'environment',
  encode: encodeEnvironment,
  decode: (saved, _, source) => decodeEnvironment(saved, source),
  foldersOf: () => [],
};

export const hostRuleDocuments: DocumentKind<HostRule, SavedHostRule> = {
  format: hostRuleFormat,
  folder: 'hosts',
  unnamed: 'host',
  encode: encodeHostRule,
  decode: (saved, _, source) => decodeHostRule(saved, source),
  foldersOf: () => [],
};
