import { apiKey } from './api-key.ts';
import { asap } from './asap.ts';
import { awsSigV4 } from './aws-sigv4.ts';
import { azureSharedKey } from './azure-shared-key.ts';
import { basic } from './basic.ts';
import { bearer } from './bearer.ts';
import { digest } from './digest.ts';
import { edgegrid } from './edgegrid.ts';
import { hmacRecipe } from './hmac-recipe.ts';
import { hawk } from './hawk.ts';
import { httpSignatures } from './http-signatures.ts';
import { jwt } from './jwt.ts';
import { negotiate } from './negotiate.ts';
import { ntlm } from './ntlm.ts';
import { oauth1 } from './oauth1.ts';
import { oauth2 } from './oauth2.ts';
import { wsse } from './wsse.ts';
import type { Scheme } from './scheme.ts';

/**
 * Every scheme, the one that is used most in the world first: in this order a person chooses among them. Each stands
 * behind a function, so that a program that loads its modules late loads those that are asked for.
 */
const registry: Readonly<Record<string, () => Scheme>> = {
  bearer: () => bearer,
  basic: () => basic,
  'api-key': () => apiKey,
  oauth2: () => oauth2,
  'aws-sigv4': () => awsSigV4,
  jwt: () => jwt,
  digest: () => digest,
  ntlm: () => ntlm,
  negotiate: () => negotiate,
  oauth1: () => oauth1,
  hawk: () => hawk,
  'http-signatures': () => httpSignatures,
  'azure-shared-key': () => azureSharedKey,
  edgegrid: () => edgegrid,
  'hmac-recipe': () => hmacRecipe,
  asap: () => asap,
  wsse: () => wsse,
};

export const schemes = (): readonly Scheme[] => Object.values(registry).map((scheme) => scheme());

export const schemeById = (id: string): Scheme | undefined =>
  Object.hasOwn(registry, id) ? registry[id]?.() : undefined;

/** The first one that `fits`; those behind it are not asked. */
export const firstScheme = (fits: (scheme: Scheme) => boolean): Scheme | undefined => {
  for (const scheme of Object.values(registry)) {
    const found = scheme();
    if (fits(found)) return found;
  }
  return undefined;
};

/** The scheme of a profile that a 401 with a pointer to metadata is answered by. */
export const schemeFromResourceMetadata = (): Scheme => {
  const found = firstScheme(({ fromResourceMetadata }) => fromResourceMetadata === true);
  if (found === undefined) throw new TypeError('No scheme is configured from resource metadata.');
  return found;
};
