import { useCallback, useSyncExternalStore } from 'react';
import { restMs } from './rested-edit.ts';
import type { WindowState } from './state.ts';
import { windowStore } from './store.ts';

/**
 * What a selector says of the state, drawn when it has rested for 0.4 s. For the names that lists give their rows: when
 * one row's name changes, React Aria builds and draws the whole list anew, which would be at each key while somebody
 * types. The selector must be the same from one drawing to the next.
 */
export const useRested = (select: (state: WindowState) => string): string => {
  const subscribe = useCallback(
    (draw: () => void) => {
      let last = select(windowStore.getState());
      let timer: ReturnType<typeof setTimeout> | undefined;
      const unsubscribe = windowStore.subscribe((state) => {
        const now = select(state);
        if (now === last) return;
        last = now;
        clearTimeout(timer);
        timer = setTimeout(draw, restMs);
      });
      return () => {
        unsubscribe();
        clearTimeout(timer);
      };
    },
    [select],
  );
  return useSyncExternalStore(subscribe, () => select(windowStore.getState()));
};
