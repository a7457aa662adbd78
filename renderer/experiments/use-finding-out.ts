import { useMemo } from 'react';
import { findingOut, type FindingOut } from '../state/experiments.ts';
import { shownRecord, useWindow, windowStore } from '../state/store.ts';

/** What could be found out about the shown refusal, made anew when what it is made from changes. */
export const useFindingOut = (): FindingOut | undefined => {
  const record = useWindow(shownRecord);
  const tokens = useWindow((state) => state.tokens);
  const workspace = useWindow((state) => state.workspace);
  return useMemo(
    () => (record === undefined ? undefined : findingOut(windowStore.getState())),
    // oxlint-disable-next-line react/exhaustive-deps
    [record, tokens, workspace],
  );
};
