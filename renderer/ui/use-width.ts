import { useSyncExternalStore } from 'react';

/** Below this the sidebar hides behind its button and the diagnosis becomes a sheet. */
export const threePanes = 1000;

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
};

/** Whether the window is narrower than that many CSS pixels. */
export const useNarrowerThan = (width: number): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth < width);
