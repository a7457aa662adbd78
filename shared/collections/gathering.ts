import { isRecord } from '../exchange/json.ts';
import { readForeignAuth } from '../import/foreign-auth.ts';
import type { ForeignTool } from '../schemes/scheme.ts';
import {
  newDraft,
  splitUrl,
  type Draft,
  type DraftAuth,
  type Param,
  type SchemeSettings,
} from '../workspace/draft.ts';
import { isSilentFolder, type Folder } from '../workspace/folder.ts';
import type { Environment, Profile } from '../workspace/profile.ts';
import type { Variable } from '../workspace/variable.ts';
import type { Collection, CollectionForm } from './collection.ts';
import { Leavings } from './leavings.ts';

export type Json = Readonly<Record<string, unknown>>;

/** A text as a file holds it: numbers and switches are texts too, all else is none. */
export const textOf = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : typeof value === 'number' || typeof value === 'boolean'
      ? String(value)
      : '';

export const recordsOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? value.filter(isRecord) : [];

export const recordOf = (value: unknown): Json => (isRecord(value) ? value : {});

/** What a request of another tool says, in any order of reading. */
export type GivenRequest = Omit<Partial<Draft>, 'url' | 'params'> & {
  readonly name: string;
  readonly folder: string[];
  /** With its query. */
  readonly url: string;
  /** Pieces of the query that are not in the URL. */
  readonly params?: readonly Param[];
};

/** Collects what a reader finds, and what it could not carry over. */
export class Gathering {
  readonly requests: Draft[] = [];
  readonly #folders: Folder[] = [];
  readonly #environments: Environment[] = [];
  readonly #profiles: Profile[] = [];
  readonly #left = new Leavings();
  readonly #newId: () => string;

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  request({ url, params = [], ...given }: GivenRequest): void {
    const split = splitUrl(url);
    this.requests.push({
      ...newDraft(this.#newId()),
      ...given,
      url: split.url,
      params: [...split.params, ...params],
    });
  }

  folder(path: readonly string[], auth: DraftAuth, variables: readonly Variable[] = []): void {
    const folder = {
      path: [...path],
      auth,
      ...(variables.length === 0 ? {} : { variables: [...variables] }),
    };
    if (!isSilentFolder(folder)) this.#folders.push(folder);
  }

  environment(name: string, variables: Environment['variables']): void {
    if (variables.length > 0)
      this.#environments.push({ id: this.#newId(), name: name || 'Imported', variables });
  }

  profile(name: string, scheme: string, settings: SchemeSettings): void {
    this.#profiles.push({ id: this.#newId(), name, scheme, settings, trustedOrigins: [], renew: true });
  }

  /** Says that `what` ("scripts") of the thing at `where` was left out. */
  leave(what: string, where: string): void {
    this.#left.add(what, where);
  }

  /** The auth of another tool's file; what it loses is said. */
  auth(tool: ForeignTool, given: unknown, where: string): DraftAuth {
    const read = readForeignAuth(tool, given);
    if (read.kind === 'inherited') return { kind: 'inherit' };
    for (const note of read.notes) this.leave(note.replace(/\.$/, ''), where);
    return read.auth;
  }

  collection(name: string, form: CollectionForm): Collection {
    return {
      name: name.trim() === '' ? 'Imported' : name,
      form,
      requests: this.requests,
      folders: this.#folders,
      environments: this.#environments,
      profiles: this.#profiles,
      left: this.#left.sentences(),
    };
  }
}

/** Other tools keep a piece of the query as it reads and encode it on the way; here it stands as it is sent. */
export const queryPiece = (text: string): string =>
  text.replace(/\{\{[^{}]*\}\}|[^{]+|\{/g, (piece) =>
    piece.startsWith('{{') ? piece : encodeURIComponent(piece.toWellFormed()),
  );

type Part = Extract<Draft['body'], { kind: 'multipart' }>['parts'][number];

/** A part of a form: one value, or one part for each of its files, as curl and browsers send them. */
export const formParts = (
  { name, on, contentType }: { readonly name: string; readonly on: boolean; readonly contentType: string },
  content: { readonly value: string } | { readonly files: unknown },
): readonly Part[] => {
  const common = { name, on, ...(contentType === '' ? {} : { contentType }) };
  if ('value' in content) return [{ ...common, value: content.value }];
  const files: readonly unknown[] = Array.isArray(content.files) ? content.files : [content.files];
  return files.map((file) => ({ ...common, file: textOf(file) }));
};

/** Content types by the names that tools give to kinds of text. */
export const contentTypes: Readonly<Record<string, string>> = {
  json: 'application/json',
  xml: 'application/xml',
  html: 'text/html',
  javascript: 'application/javascript',
  sparql: 'application/sparql-query',
  text: 'text/plain',
};

/** A GraphQL body as tools keep it: variables are JSON, as text or as the object itself. */
export const graphqlBody = (query: string, variables: unknown, operationName = ''): Draft['body'] => ({
  kind: 'graphql',
  query,
  variables: isRecord(variables) ? JSON.stringify(variables, undefined, 2) : textOf(variables),
  operationName,
});
