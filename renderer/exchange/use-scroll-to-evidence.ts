import { useEffect, useRef, type RefObject } from 'react';
import type { Thread } from './thread.ts';

/** Brings the active evidence's number into view when that is asked for. */
export const useScrollToEvidence = ({ active, scrollRequest }: Thread): RefObject<HTMLDivElement | null> => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (scrollRequest === 0 || active === undefined) return;
    box.current?.querySelector(`[data-evidence-mark="${active}"]`)?.scrollIntoView({ block: 'center' });
    // Only a new wish scrolls; hovering another piece of evidence does not.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [scrollRequest]);
  return box;
};
