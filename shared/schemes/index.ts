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

/** Every scheme, the one that is used most in the world first: in this order a person chooses among them. */
export const schemes: readonly Scheme[] = [
  bearer,
  basic,
  apiKey,
  oauth2,
  awsSigV4,
  jwt,
  digest,
  ntlm,
  negotiate,
  oauth1,
  hawk,
  httpSignatures,
  azureSharedKey,
  edgegrid,
  hmacRecipe,
  asap,
  wsse,
];

export const schemeById = (id: string): Scheme | undefined => schemes.find((scheme) => scheme.id === id);

/** The scheme of a profile that a 401 with a pointer to metadata is answered by. */
export const schemeFromResourceMetadata = (): Scheme => {
  const found = schemes.find(({ fromResourceMetadata }) => fromResourceMetadata === true);
  if (found === undefined) throw new TypeError('No scheme is configured from resource metadata.');
  return found;
};
