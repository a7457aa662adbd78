import { useCallback } from 'react';
import type { Draft } from '../../shared/workspace/draft.ts';
import { currentRequest } from '../state/selectors.ts';
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
