import { useMemo } from 'react';
import { actions, firstFinding, useWindow } from '../state/store.ts';
import type { Thread } from './thread.ts';

const none: readonly never[] = [];

/** The thread from the verdict of the shown attempt to where its evidence stands. */
export const useThread = (): Thread => {
  const evidence = useWindow((state) => firstFinding(state)?.evidence ?? none);
  const active = useWindow((state) => state.view.activeEvidence);
  const scrollRequest = useWindow((state) => state.view.scrollRequest);
  return useMemo(
    () => ({ evidence, active, scrollRequest, onActive: actions.setActiveEvidence }),
    [evidence, active, scrollRequest],
  );
};
