import { postmanFiles } from '../../shared/export/collection/postman.ts';
import type { CollectionSource, OpenAuth } from '../../shared/export/collection/source.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import type { DraftAuth } from '../../shared/workspace/draft.ts';
import { inheritedAuth } from '../../shared/workspace/effective-auth.ts';
import type { Variable } from '../../shared/workspace/variable.ts';
import { plainSecret } from '../../shared/workspace/secret.ts';
import { EngineError } from '../errors.ts';
import { openSettings } from './chosen-auth.ts';
import type { EngineContext } from './context.ts';

/** Of a profile its scheme and settings; other tools have no profiles. */
const openAuth = async (context: EngineContext, auth: DraftAuth): Promise<OpenAuth> => {
  if (auth.kind === 'inherit' || auth.kind === 'none') return auth;
  const { profiles } = context.workspace().current();
  const of = auth.kind === 'own' ? auth : profiles.find(({ id }) => id === auth.profileId);
  if (of === undefined) return { kind: 'none' };
  const opened = await openSettings(context, of.settings);
  const secret = new Set(
    schemeById(of.scheme)
      ?.form.filter(({ kind }) => kind.startsWith('secret'))
      .map(({ name }) => name),
  );
  return {
    kind: 'own',
    scheme: of.scheme,
    settings: Object.fromEntries(
      Object.entries(opened).map(([name, value]) => [
        name,
        typeof value === 'string' && secret.has(name) ? plainSecret(value) : value,
      ]),
    ),
  };
};

/** What is in force in a folder: of two variables of one name the inner one counts. */
const withInner = (outer: readonly Variable[], inner: readonly Variable[]): readonly Variable[] => {
  const names = new Set(inner.map(({ name }) => name));
  return [...outer.filter(({ name }) => !names.has(name)), ...inner];
};

/** What lies below a folder, with what it inherits from above. */
const sourceOf = async (context: EngineContext, path: readonly string[]): Promise<CollectionSource> => {
  const { name, requests, folders, environments } = context.workspace().current();
  const isInside = (other: readonly string[]): boolean => path.every((part, at) => other[at] === part);
  const inside = folders.filter((folder) => folder.path.length > path.length && isInside(folder.path));
  const above = folders
    .filter(
      (folder) => folder.path.length <= path.length && folder.path.every((part, at) => part === path[at]),
    )
    .toSorted((a, b) => a.path.length - b.path.length);
  return {
    name: path.at(-1) ?? name,
    auth: await openAuth(context, inheritedAuth(path, folders).auth),
    variables: above.reduce<readonly Variable[]>((so, one) => withInner(so, one.variables ?? []), []),
    requests: await Promise.all(
      requests
        .filter(({ folder }) => isInside(folder))
        .map(async (draft) => ({
          ...draft,
          folder: draft.folder.slice(path.length),
          auth: await openAuth(context, draft.auth),
        })),
    ),
    folders: await Promise.all(
      inside.map(async (folder) => ({
        path: folder.path.slice(path.length),
        auth: await openAuth(context, folder.auth),
        variables: folder.variables ?? [],
      })),
    ),
    environments,
  };
};

export const exportCollectionHandlers = (context: EngineContext): Pick<Handlers, 'exportCollection'> => ({
  async exportCollection({ folder, secrets }) {
    const source = await sourceOf(context, folder);
    if (source.requests.length === 0)
      throw new EngineError('not-found', 'There is no saved request to export. Save one first.');
    return {
      ...postmanFiles(source, secrets === 'masked'),
      requests: source.requests.length,
      environments: source.environments.length,
    };
  },
});
