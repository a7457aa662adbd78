import { createContext, useContext, useMemo } from 'react';
import { generators } from '../../shared/compose/generators.ts';
import {
  placedVariables,
  variableOriginWords,
  variablePlaceWords,
  type PlacedVariable,
  type VariableScope,
} from '../../shared/workspace/variable-places.ts';
import { currentEnvironment, currentScope } from '../state/selectors.ts';
import { useWindow } from '../state/store.ts';
import { secretDots } from '../ui/use-secret-text.tsx';
import type { DescribedVariable } from '../ui/variable-help.ts';

/** Every name that has a value, as the engine takes them: a variable of the same name stands before a generator. */
export const describedVariables = (
  placed: ReadonlyMap<string, PlacedVariable>,
): readonly DescribedVariable[] => [
  ...[...placed].map(([name, one]) => ({
    name,
    shown: one.variable.secret ? secretDots : one.variable.value,
    origin: variablePlaceWords(one.from),
    told: variableOriginWords(one),
  })),
  ...generators
    .filter(({ name }) => !placed.has(name))
    .map(({ name, meaning }) => ({ name, shown: meaning, origin: 'generator', told: 'made anew each time' })),
];

/** Where the fields inside stand, if not in the request in hand. */
export const ScopeContext = createContext<VariableScope | undefined>(undefined);

/** The variables that count where this is used, by name. */
export const usePlacedVariables = (): ReadonlyMap<string, PlacedVariable> => {
  const given = useContext(ScopeContext);
  const folder = useWindow((state) => (given ?? currentScope(state)).folder);
  const variables = useWindow((state) => (given ?? currentScope(state)).variables);
  const folders = useWindow((state) => state.workspace.folders);
  const environment = useWindow(currentEnvironment);
  return useMemo(
    () => placedVariables({ folder, variables }, { folders, environment }),
    [folder, variables, folders, environment],
  );
};
