import { useSyncExternalStore } from 'react';

/** Below this the sidebar hides behind its button and the diagnosis becomes a sheet. */
export const threePanes = 1000;

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
};

/** Below this height a narrow window has no room for a request and its diagnosis at once. */
export const twoRows = 560;

/** Whether the window is narrower than that many CSS pixels. */
export const useNarrowerThan = (width: number): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth < width);

/** Whether the window is lower than that many CSS pixels. */
export const useLowerThan = (height: number): boolean =>
  useSyncExternalStore(subscribe, () => window.innerHeight < height);
