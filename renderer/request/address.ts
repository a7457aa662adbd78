import { joinUrl, splitUrl, type Draft, type Param } from '../../shared/workspace/draft.ts';

/** What stands in the address field: the URL with the pieces of its query that are on. */
export const addressOfDraft = (draft: Pick<Draft, 'url' | 'params'>): string =>
  joinUrl(draft.url, draft.params);

/**
 * The draft after its address was typed. Pieces that are switched off are in no address: they keep their places among
 * those that are.
 */
export const withAddress = (draft: Draft, typed: string): Draft => {
  const { url, params } = splitUrl(typed);
  const fresh = [...params];
  const merged: Param[] = [];
  for (const param of draft.params) {
    if (!param.on) merged.push(param);
    else {
      const next = fresh.shift();
      if (next !== undefined) merged.push(next);
    }
  }
  return { ...draft, url, params: [...merged, ...fresh] };
};
