import type { z } from 'zod';
import { draftSchema } from './draft.ts';
import { folderKey, type Folder } from './folder.ts';
import type { Environment } from './profile.ts';
import type { Variable } from './variable.ts';

/** Who gives a variable its value. */
export type VariablePlace =
  | { readonly kind: 'request' }
  /** Names of folders, outermost first. */
  | { readonly kind: 'folder'; readonly path: readonly string[] }
  | { readonly kind: 'environment'; readonly name: string }
  | { readonly kind: 'workspace' };

/** Where a text stands that takes variables: a request, or a folder; the workspace itself where the path is empty. */
export const variableScopeSchema = draftSchema.pick({ folder: true, variables: true });
export type VariableScope = z.infer<typeof variableScopeSchema>;

export const workspaceScope: VariableScope = { folder: [] };

/** As much of a request as says which variables count for it. */
export const scopeOf = ({ folder, variables }: VariableScope): VariableScope => ({
  folder,
  ...(variables === undefined ? {} : { variables }),
});

export interface VariableSources {
  readonly folders: readonly Folder[];
  readonly environment: Environment | undefined;
}

/** A variable that counts at some place, and those of the same name that it hides, nearest first. */
export interface PlacedVariable {
  readonly variable: Variable;
  readonly from: VariablePlace;
  readonly hides: readonly VariablePlace[];
}

/** Every place that has a word to say, the one that counts most first. */
const placesOf = (
  scope: VariableScope,
  { folders, environment }: VariableSources,
): readonly { readonly from: VariablePlace; readonly variables: readonly Variable[] }[] => {
  const byPath = new Map(folders.map((folder) => [folderKey(folder.path), folder.variables ?? []]));
  const at = (path: readonly string[]): readonly Variable[] => byPath.get(folderKey(path)) ?? [];
  const nearestFirst = scope.folder
    .map((_, index) => scope.folder.slice(0, scope.folder.length - index))
    .map((path) => ({ from: { kind: 'folder' as const, path }, variables: at(path) }));
  return [
    { from: { kind: 'request' }, variables: scope.variables ?? [] },
    ...nearestFirst,
    ...(environment === undefined
      ? []
      : [
          {
            from: { kind: 'environment' as const, name: environment.name },
            variables: environment.variables,
          },
        ]),
    { from: { kind: 'workspace' }, variables: at([]) },
  ];
};

/**
 * The variables that count in a scope, by name: those of the request, then of its folders, the nearest first, then of
 * the environment, then of the workspace. One that is switched off or has no name counts nowhere; of two of one name in
 * one place the last one does.
 */
export const placedVariables = (
  scope: VariableScope,
  sources: VariableSources,
): ReadonlyMap<string, PlacedVariable> => {
  const placed = new Map<string, PlacedVariable>();
  for (const { from, variables } of placesOf(scope, sources)) {
    const own = new Map(
      variables.filter(({ on, name }) => on && name.trim() !== '').map((one) => [one.name.trim(), one]),
    );
    for (const [name, variable] of own) {
      const nearer = placed.get(name);
      placed.set(
        name,
        nearer === undefined ? { variable, from, hides: [] } : { ...nearer, hides: [...nearer.hides, from] },
      );
    }
  }
  return placed;
};

/** "folder Billing / EU", as a sentence goes on with it. */
export const variablePlaceWords = (place: VariablePlace): string => {
  switch (place.kind) {
    case 'request':
      return 'this request';
    case 'folder':
      return `folder ${place.path.join(' / ')}`;
    case 'environment':
      return `environment ${place.name}`;
    case 'workspace':
      return 'the workspace';
    default:
      return place satisfies never;
  }
};

/** "a, b and c" */
const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1) ?? ''}`;

/** "from folder Billing; hides the one of environment Staging" */
export const variableOriginWords = ({ from, hides }: Pick<PlacedVariable, 'from' | 'hides'>): string => {
  const hidden = hides.map(variablePlaceWords);
  const said = `from ${variablePlaceWords(from)}`;
  return hidden.length === 0
    ? said
    : `${said}; hides the one${hidden.length === 1 ? '' : 's'} of ${listed(hidden)}`;
};
