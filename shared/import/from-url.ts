import { emptyDraft, splitUrl } from '../workspace/draft.ts';
import type { Importer } from './importer.ts';

/** An address, with or without its scheme. */
export const fromUrl: Importer = {
  form: 'url',
  read(text, newId) {
    const typed = text.replace(/^<|>$/g, '').replace(/^["'`]|["'`]$/g, '');
    const method = /^([A-Z]{3,10})\s+(\S+)$/.exec(typed);
    const address = method?.[2] ?? typed;
    if (/\s/.test(address) || address.length > 100_000) return undefined;
    const absolute = /^https?:\/\//i.test(address) ? address : hostFirst.test(address) ? address : undefined;
    if (absolute === undefined) return undefined;
    const { url, params } = splitUrl(absolute);
    const draft = { ...emptyDraft(newId()), method: method?.[1] ?? 'GET', url, params: [...params] };
    return { kind: 'request', from: 'url', draft, further: [], notes: [] };
  },
};

/** `api.example.com/x`, `localhost:8080`: a name with a dot, or one of this machine, then a port, a path or nothing. */
const hostFirst =
  /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|\d{1,3}))(?::\d{1,5})?(?:[/?]\S*)?$/i;
