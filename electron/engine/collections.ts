import type { Collection } from '../../shared/collections/collection.ts';
import type { Handlers } from '../../shared/ipc/contract.ts';
import type { CollectionPreview } from '../../shared/ipc/replies.ts';
import { schemeById } from '../../shared/schemes/index.ts';
import { joinUrl, type Draft } from '../../shared/workspace/draft.ts';
import { effectiveAuth, placeWords } from '../../shared/workspace/effective-auth.ts';
import { EngineError } from '../errors.ts';
import type { EngineContext } from './context.ts';

/** The readers bring grammars with them that nothing else needs. */
const readers = () => import('../../shared/collections/readers.ts');

type CollectionCommands = 'readCollection' | 'importCollection';

export const collectionHandlers = (context: EngineContext): Pick<Handlers, CollectionCommands> => ({
  async readCollection({ files }) {
    const { readCollection, labelOf } = await readers();
    const read = readCollection(files, () => context.newId());
    return read.ok ? previewOf(read.collection, labelOf(read.collection.form)) : read;
  },

  async importCollection({ files, name }) {
    const { readCollection } = await readers();
    const read = readCollection(files, () => context.newId());
    if (!read.ok) throw new EngineError('bad-argument', read.message);
    const { requests, folders, environments, profiles } = placedBelow(name, read.collection);
    const taken = new Set(
      context
        .workspace()
        .current()
        .environments.map((one) => one.name),
    );
    const named = environments.map((one) => ({ ...one, name: free(one.name, taken) }));
    await context.workspace().saveAll({ requests, folders, environments: named, profiles });
    const saved = context.workspace().current().requests;
    const first = saved.find(({ id }) => id === requests[0]?.id);
    return {
      requests: requests.map(({ id }) => id),
      folders: folders.map(({ path }) => path),
      environments: named.map(({ id }) => id),
      profiles: profiles.map(({ id }) => id),
      ...(first === undefined ? {} : { first }),
    };
  },
});

const previewOf = (collection: Collection, label: string): CollectionPreview => ({
  ok: true,
  form: collection.form,
  label,
  name: collection.name,
  requests: collection.requests.map((draft) => {
    const auth = authWords(draft, collection);
    return {
      folder: draft.folder,
      name: draft.name,
      method: draft.method,
      url: joinUrl(draft.url, draft.params),
      ...(auth === undefined ? {} : { auth }),
    };
  }),
  environments: collection.environments.map(({ name, variables }) => ({ name, variables: variables.length })),
  profiles: collection.profiles.map((profile) => profile.name),
  left: collection.left,
});

const authWords = (draft: Draft, { folders, name }: Collection): string | undefined => {
  const { auth, from } = effectiveAuth(draft, folders);
  if (auth.kind !== 'own') return undefined;
  const label = schemeById(auth.scheme)?.label ?? auth.scheme;
  if (from.kind === 'request') return label;
  return `${label}, from ${from.kind === 'workspace' ? name : placeWords(from)}`;
};

/** A collection becomes a folder; what it says of itself, that folder says. */
const placedBelow = (
  name: string,
  { requests, folders, environments, profiles }: Collection,
): Pick<Collection, 'requests' | 'folders' | 'environments' | 'profiles'> => ({
  requests: requests.map((draft) => ({ ...draft, folder: [name, ...draft.folder] })),
  folders: folders.map((folder) => ({ ...folder, path: [name, ...folder.path] })),
  environments,
  profiles,
});

const free = (name: string, taken: Set<string>): string => {
  let chosen = name;
  for (let count = 2; taken.has(chosen); count += 1) chosen = `${name} ${count}`;
  taken.add(chosen);
  return chosen;
};
