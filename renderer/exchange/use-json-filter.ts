import { useEffect, useMemo, useState } from 'react';
import { containing, mostFound, type Found } from './json-rows.ts';

export interface JsonFiltered {
  /** Absent where nothing is filtered. */
  readonly found?: readonly Found[];
  /** Why the path cannot be followed, one sentence. */
  readonly problem?: string;
}

interface Followed extends JsonFiltered {
  readonly value: unknown;
  readonly path: string;
}

/** What a filter finds: words anywhere, or a JSONPath (RFC 9535) where it begins with "$". */
export const useJsonFilter = (value: unknown, filter: string): JsonFiltered => {
  const wanted = filter.trim();
  const isPath = wanted.startsWith('$');
  const [followed, setFollowed] = useState<Followed>();
  useEffect(() => {
    if (!isPath) return undefined;
    let stale = false;
    void follow(value, wanted).then((answer) => {
      if (!stale) setFollowed({ value, path: wanted, ...answer });
    });
    return () => {
      stale = true;
    };
  }, [value, wanted, isPath]);
  const words = useMemo(
    () => (isPath || wanted === '' ? undefined : containing(value, wanted)),
    [value, wanted, isPath],
  );
  if (!isPath) return words === undefined ? {} : { found: words };
  return followed !== undefined && followed.value === value && followed.path === wanted
    ? followed
    : { found: [] };
};

/** The paths' grammar is loaded when the first one is typed. */
const follow = async (value: unknown, path: string): Promise<JsonFiltered> => {
  const { jsonpath, JSONPathError } = await import('json-p3');
  try {
    const found: Found[] = [];
    for (const node of jsonpath.lazyQuery(path, value as Parameters<typeof jsonpath.lazyQuery>[1])) {
      if (found.length >= mostFound) break;
      found.push({ path: node.path, value: node.value });
    }
    return { found };
  } catch (error) {
    if (!(error instanceof JSONPathError)) throw error;
    return { found: [], problem: `This is no JSONPath: ${error.message}.` };
  }
};
