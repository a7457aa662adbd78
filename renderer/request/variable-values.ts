import { createContext, useContext, useMemo } from 'react';
import { generators } from '../../shared/compose/generators.ts';
import {
  placedVariables,
  variableOriginWords,
  variablePlaceWords,
  type PlacedVariable,
  type VariableScope,
} from '../../shared/workspace/variable-places.ts';
import type { Environment } from '../../shared/workspace/profile.ts';
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

/** Where the fields inside stand, if not in the request in hand and its environment. */
export interface Standing {
  readonly scope?: VariableScope | undefined;
  readonly environment?: Environment | undefined;
}

export const StandingContext = createContext<Standing>({});

/** Whose variables count where this is used. */
export const useVariableScope = (): VariableScope => {
  const { scope } = useContext(StandingContext);
  return useWindow((state) => scope ?? currentScope(state));
};

/** The variables that count where this is used, by name. */
export const usePlacedVariables = (): ReadonlyMap<string, PlacedVariable> => {
  const given = useContext(StandingContext);
  const { folder, variables } = useVariableScope();
  const folders = useWindow((state) => state.workspace.folders);
  const environment = useWindow((state) => given.environment ?? currentEnvironment(state));
  return useMemo(
    () => placedVariables({ folder, variables }, { folders, environment }),
    [folder, variables, folders, environment],
  );
};
