import { useMemo } from 'react';
import { completeVariables, type Complete, type NamedValue } from '../ui/completion.ts';
import { generators } from '../../shared/compose/generators.ts';
import type { Environment } from '../../shared/workspace/profile.ts';
import { currentEnvironment } from '../state/selectors.ts';
import { useWindow } from '../state/store.ts';
import { secretDots } from '../ui/use-secret-text.tsx';

/** Every name that has a value, as the engine takes them: those of the environment stand before a generator. */
export const valuesOf = (environment: Environment | undefined): readonly NamedValue[] => {
  const given = environment?.variables.filter(({ on, name }) => on && name !== '') ?? [];
  const own = new Map(
    given.map(({ name, value, secret }) => [
      name,
      { name, shown: secret ? secretDots : value, origin: `environment ${environment?.name ?? ''}` },
    ]),
  );
  const made = generators.filter(({ name }) => !own.has(name));
  return [
    ...own.values(),
    ...made.map(({ name, meaning }) => ({ name, shown: meaning, origin: 'generator' })),
  ];
};

/** The values of the chosen environment, and the generators. */
export const useVariableValues = (): readonly NamedValue[] => {
  const environment = useWindow(currentEnvironment);
  return useMemo(() => valuesOf(environment), [environment]);
};

/** Completes what is typed after `{{` in a field. */
export const useVariableCompletion = (): Complete => {
  const values = useVariableValues();
  return useMemo(() => completeVariables(values), [values]);
};
