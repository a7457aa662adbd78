import type { Format } from '../../shared/workspace/format.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import type { Environment, Profile } from '../../shared/workspace/profile.ts';
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
  encode(value: T, sink: SecretSink): Saved;
  decode(saved: Saved, folders: readonly string[], source: SecretSource): T;
  /** Folders inside the folder, outermost first. */
  foldersOf(value: T): readonly string[];
}

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
