import type { Draft } from '../workspace/draft.ts';
import type { Folder } from '../workspace/folder.ts';
import type { Environment, Profile } from '../workspace/profile.ts';

/** Every form of a collection that another tool keeps its requests in. */
export const collectionForms = [
  'postman',
  'postman-environment',
  'insomnia',
  'insomnia-5',
  'bruno',
  'opencollection',
  'hoppscotch',
  'openapi',
  'http-file',
  'netrc',
] as const;
export type CollectionForm = (typeof collectionForms)[number];

/** A file that was chosen or dropped. The name may be a path, its folders separated by slashes. */
export interface CollectionFile {
  readonly name: string;
  readonly text: string;
}

/** A collection in our words. Folders of requests are paths inside the collection. */
export interface Collection {
  readonly name: string;
  readonly form: CollectionForm;
  readonly requests: readonly Draft[];
  /** Those that say something of their own; the collection itself is the one whose path is empty. */
  readonly folders: readonly Folder[];
  readonly environments: readonly Environment[];
  readonly profiles: readonly Profile[];
  /** What could not be carried over, one sentence each. */
  readonly left: readonly string[];
}

export type ReadCollection =
  | { readonly ok: true; readonly collection: Collection }
  /** One sentence: why nothing of it can be used. */
  | { readonly ok: false; readonly message: string };

/** A file with its content read once for all readers. */
export interface ParsedFile extends CollectionFile {
  /** Of JSON or YAML; `undefined` where it is neither. */
  readonly value: unknown;
}

/** One form of collection, one file. */
export interface CollectionReader {
  readonly form: CollectionForm;
  /** "Postman collection", as a sentence goes on with it. */
  readonly label: string;
  /** `undefined` where the files are of another form. Never throws. */
  read(files: readonly ParsedFile[], newId: () => string): ReadCollection | undefined;
}
