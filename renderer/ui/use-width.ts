import { useSyncExternalStore } from 'react';

const subscribe = (onChange: () => void): (() => void) => {
  window.addEventListener('resize', onChange);
  return () => {
    window.removeEventListener('resize', onChange);
  };
};

/** Whether the window is narrower than that many CSS pixels. */
export const useNarrowerThan = (width: number): boolean =>
  useSyncExternalStore(subscribe, () => window.innerWidth < width);
