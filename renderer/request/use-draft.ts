import { useCallback, useMemo } from 'react';
import { generators } from '../../shared/compose/generators.ts';
import type { Draft } from '../../shared/workspace/draft.ts';
import { currentEnvironment, currentRequest } from '../state/selectors.ts';
import { actions, useWindow } from '../state/store.ts';

/** One part of the request that is open, and the way to replace it. The parts are shown only while one is open. */
export const useDraftPart = <K extends keyof Draft>(
  part: K,
): readonly [Draft[K] | undefined, (value: Draft[K]) => void] => {
  const value = useWindow((state) => currentRequest(state)?.draft[part]);
  const change = useCallback(
    (next: Draft[K]) => {
      actions.editDraft((draft) => ({ ...draft, [part]: next }));
    },
    [part],
  );
  return [value, change];
};

/** Whether a variable has a value: in the chosen environment, or made up by a generator. */
export const useKnownVariables = (): ((name: string) => boolean) => {
  const environment = useWindow(currentEnvironment);
  return useMemo(() => {
    const given = environment?.variables.filter((variable) => variable.on) ?? [];
    const known = new Set([...generators, ...given].map(({ name }) => name));
    return (name: string) => known.has(name);
  }, [environment]);
};
