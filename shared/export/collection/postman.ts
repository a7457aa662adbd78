import { Leavings } from '../../collections/leavings.ts';
import type { Environment } from '../../workspace/profile.ts';
import type { Variable } from '../../workspace/variable.ts';
import { maskSecret } from '../../exchange/redact.ts';
import { isOpenText } from '../../workspace/secret-spans.ts';
import { postmanAuth } from './postman-auth.ts';
import { postmanRequest } from './postman-request.ts';
import type { CollectionSource } from './source.ts';

type Json = Readonly<Record<string, unknown>>;

export interface WrittenCollection {
  /** The collection first, then each environment. */
  readonly files: readonly { readonly name: string; readonly text: string }[];
  /** What could not be carried over, one sentence each. */
  readonly left: readonly string[];
}

const schema = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';

/** A collection of Postman's format 2.1 with its environments. Masked, a secret is dots unless it is a variable. */
export const postmanFiles = (source: CollectionSource, masked: boolean): WrittenCollection => {
  const leavings = new Leavings();
  const ofRoot = postmanAuth(source.auth, masked);
  for (const what of ofRoot.left) leavings.add(what, source.name);
  const collection = {
    info: { name: source.name, schema },
    ...(ofRoot.auth === undefined ? {} : { auth: ofRoot.auth }),
    item: itemsIn(source, [], masked, leavings),
    ...(source.variables.length === 0
      ? {}
      : { variable: source.variables.map((one) => variable(one, masked)) }),
  };
  const environments = source.environments.map((one) => ({
    name: `${fileName(one.name)}.postman_environment.json`,
    text: json(environment(one, masked)),
  }));
  return {
    files: [
      { name: `${fileName(source.name)}.postman_collection.json`, text: json(collection) },
      ...environments,
    ],
    left: leavings.sentences(),
  };
};

/** Requests and folders of one folder: those inside it come first, as in the tree. */
const itemsIn = (
  source: CollectionSource,
  path: readonly string[],
  masked: boolean,
  leavings: Leavings,
): readonly Json[] => {
  const isHere = (other: readonly string[]): boolean => path.every((name, at) => other[at] === name);
  const inside = new Set(
    [...source.requests.map(({ folder }) => folder), ...source.folders.map((one) => one.path)]
      .filter((other) => other.length > path.length && isHere(other))
      .map((other) => other[path.length] ?? ''),
  );
  const folders = [...inside].map((name) => folderItem(source, [...path, name], masked, leavings));
  const requests = source.requests
    .filter(({ folder }) => folder.length === path.length && isHere(folder))
    .map((draft) => {
      const { item, left } = postmanRequest(draft, masked);
      for (const what of left) leavings.add(what, draft.name === '' ? draft.url : draft.name);
      return item;
    });
  return [...folders, ...requests];
};

const folderItem = (
  source: CollectionSource,
  path: readonly string[],
  masked: boolean,
  leavings: Leavings,
): Json => {
  const name = path.at(-1) ?? '';
  const folder = source.folders.find(
    (one) => one.path.length === path.length && one.path.every((part, at) => part === path[at]),
  );
  const { auth, left } =
    folder === undefined ? { auth: undefined, left: [] } : postmanAuth(folder.auth, masked);
  for (const what of left) leavings.add(what, name);
  if ((folder?.variables.length ?? 0) > 0) leavings.add('Variables of a folder', name);
  return { name, ...(auth === undefined ? {} : { auth }), item: itemsIn(source, path, masked, leavings) };
};

const shownValue = ({ value, secret }: Variable, masked: boolean): string =>
  masked && secret && !isOpenText(value) ? maskSecret(value, false) : value;

const variable = (one: Variable, masked: boolean): Json => ({
  key: one.name,
  value: shownValue(one, masked),
  ...(one.secret ? { type: 'secret' } : {}),
  ...(one.on ? {} : { disabled: true }),
});

const environment = ({ name, variables }: Environment, masked: boolean): Json => ({
  name,
  values: variables.map((one) => ({
    key: one.name,
    value: shownValue(one, masked),
    type: one.secret ? 'secret' : 'default',
    enabled: one.on,
  })),
  _postman_variable_scope: 'environment',
});

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** A name that every file system takes. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N} ._-]+/gu, '-').slice(0, 80) || 'why401';
