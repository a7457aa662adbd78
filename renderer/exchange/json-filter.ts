import { containing, mostFound, type Found } from './json-rows.ts';

export interface JsonFiltered {
  /** Absent where nothing is filtered. */
  readonly found?: readonly Found[];
  /** Why the path cannot be followed, one sentence. */
  readonly problem?: string;
}

export const isJsonPath = (filter: string): boolean => filter.trim().startsWith('$');

/** What a JSONPath (RFC 9535) finds. Its grammar is loaded when the first one is typed. */
export const followPath = async (value: unknown, path: string): Promise<JsonFiltered> => {
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

/** What a filter finds: words anywhere, or a JSONPath where it begins with "$". */
export const filterJson = async (value: unknown, filter: string): Promise<JsonFiltered> => {
  const wanted = filter.trim();
  if (wanted === '') return {};
  return isJsonPath(wanted) ? followPath(value, wanted) : { found: containing(value, wanted) };
};
