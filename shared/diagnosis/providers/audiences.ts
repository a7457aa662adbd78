import { hostedBy } from './marks.ts';
import { providers } from './index.ts';

/** The audience that the API at this host accepts in a token, where that is known. */
export const audienceAt = (
  host: string,
): { readonly own: RegExp; readonly wanted: string } | 'address' | undefined =>
  hostedBy(host, providers).find(({ audience }) => audience !== undefined)?.audience;
