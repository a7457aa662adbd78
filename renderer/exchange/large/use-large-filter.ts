import { useEffect, useState } from 'react';
import type { JsonRow } from '../json-rows.ts';
import type { LargeReader } from './large-reader.ts';

export interface LargeFiltered {
  /** Absent where nothing is filtered. */
  readonly rows?: readonly JsonRow[];
  readonly problem?: string;
  readonly busy: boolean;
}

/** Typing goes on for so long before the whole body is gone through, milliseconds. */
const pauseMs = 250;

/** What a filter finds in a large body. */
export const useLargeFilter = (reader: LargeReader, filter: string, revealed: boolean): LargeFiltered => {
  const [answer, setAnswer] = useState<LargeFiltered & { readonly of: string }>();
  const of = `${revealed} ${filter.trim()}`;
  useEffect(() => {
    if (filter.trim() === '') return undefined;
    let stale = false;
    const pause = setTimeout(() => {
      void reader.call('filter', filter, revealed).then((found) => {
        if (!stale) setAnswer({ of, busy: false, ...found });
      });
    }, pauseMs);
    return () => {
      stale = true;
      clearTimeout(pause);
    };
  }, [reader, filter, revealed, of]);
  if (filter.trim() === '') return { busy: false };
  return answer?.of === of ? answer : { ...answer, busy: true };
};
