import type { Collection } from './collection.ts';

/** Several collections as one. Where more than one has requests, each has a folder of its own name. */
export const mergedCollections = (first: Collection, ...more: readonly Collection[]): Collection => {
  const all = [first, ...more];
  const [main = first, ...others] = all.filter(({ requests }) => requests.length > 0);
  const placed = others.length === 0 ? all : all.map(belowItsName);
  return {
    name: others.length === 0 ? main.name : 'Imported',
    form: main.form,
    requests: placed.flatMap(({ requests }) => requests),
    folders: placed.flatMap(({ folders }) => folders),
    environments: placed.flatMap(({ environments }) => environments),
    profiles: placed.flatMap(({ profiles }) => profiles),
    left: [...new Set(placed.flatMap(({ left }) => left))],
  };
};

const belowItsName = (one: Collection): Collection => ({
  ...one,
  requests: one.requests.map((draft) => ({ ...draft, folder: [one.name, ...draft.folder] })),
  folders: one.folders.map((folder) => ({ ...folder, path: [one.name, ...folder.path] })),
});
