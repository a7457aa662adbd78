import { useEffect, useMemo, useState } from 'react';
import { followPath, isJsonPath, type JsonFiltered } from './json-filter.ts';
import { containing } from './json-rows.ts';

interface Followed extends JsonFiltered {
  readonly value: unknown;
  readonly path: string;
}

/** What a filter finds: words anywhere, or a JSONPath (RFC 9535) where it begins with "$". */
export const useJsonFilter = (value: unknown, filter: string): JsonFiltered => {
  const wanted = filter.trim();
  const isPath = isJsonPath(wanted);
  const [followed, setFollowed] = useState<Followed>();
  useEffect(() => {
    if (!isPath) return undefined;
    let stale = false;
    void followPath(value, wanted).then((answer) => {
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
