import type { Jwt } from '../../token/jwt.ts';
import { audiences, textClaim } from '../../token/jwt.ts';

/** The audience of what Firebase's own servers make, with which a client then logs in. */
const ofLogin = 'https://identitytoolkit.googleapis.com/google.identity.identitytoolkit.v1.IdentityToolkit';

/** A token that is there to be traded for another one: by its audience it opens nothing but a token endpoint. */
export const assertionKind = (jwt: Jwt): string | undefined => {
  const own = audiences(jwt);
  const [aud] = own;
  if (aud === undefined || own.length !== 1) return undefined;
  if (aud === ofLogin) return 'a custom token';
  const issuer = textClaim(jwt, 'iss');
  // RFC 7523 §3: the issuer of an assertion is the client itself, or the account it speaks for.
  return issuer !== undefined &&
    (issuer === textClaim(jwt, 'sub') || issuer.endsWith('.iam.gserviceaccount.com')) &&
    URL.canParse(aud) &&
    /\/token\/?$/.test(new URL(aud).pathname)
    ? 'an assertion'
    : undefined;
};
