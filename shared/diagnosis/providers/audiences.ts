import { hostedBy } from './marks.ts';
import { providers } from './index.ts';
import type { Provider } from './provider.ts';

/** The audience that the API at this host accepts in a token, where that is known. */
export const audienceAt = (
  host: string,
): { readonly own: RegExp; readonly wanted: string } | 'address' | undefined =>
  hostedBy(host, providers).find(({ audience }) => audience !== undefined)?.audience;

/** The API for which a token of this audience is, where one is known that takes no other. */
export const apiOfAudience = (audience: string): Provider | undefined =>
  providers.find((one) => typeof one.audience === 'object' && one.audience.own.test(audience));

/** The host is one at which people log in, and which takes tokens for nobody but itself. */
export const isIdentityProvider = (host: string): boolean =>
  hostedBy(host, providers).some(({ category }) => category === 'identity');
