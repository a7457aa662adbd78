import { textClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import { STATED, TOLD } from '../weights.ts';
import type { IssuerDifference } from './issuer-difference.ts';
import { claimPlace } from './sent-tokens.ts';

/** A server that issues its own tokens writes its address into them, so the address that is called should be the same. */
const realmPath = /\/realms\/([^/]+)/;

/** What tells at the issuer's own endpoints that the token is of another issuer than the one that is asked. */
export const differenceAtIssuer = (facts: Facts): IssuerDifference | undefined =>
  ofRealm(facts) ?? ofOwnServer(facts) ?? ofPlainName(facts);

/** The realm that the token names, or its host, is not the one that the address names. */
export const ofRealm = (facts: Facts): IssuerDifference | undefined => {
  const { token, url } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || url === undefined || iss === undefined || !URL.canParse(iss)) return undefined;
  const issuer = new URL(iss);
  const realm = realmPath.exec(issuer.pathname)?.[1];
  const asked = realmPath.exec(url.pathname)?.[1];
  if (realm === undefined || asked === undefined) return undefined;
  const place = claimPlace(token, 'iss');
  if (issuer.origin !== url.origin)
    return {
      got: iss,
      wanted: `${url.origin}${issuer.pathname}`,
      fact: `The token’s iss is ${iss}, the request went to ${url.origin}`,
      weight: TOLD,
      place,
    };
  if (realm !== asked && realm !== 'master')
    return {
      got: realm,
      wanted: asked,
      fact: `The token is of realm ${realm}, the request is for ${asked}`,
      weight: TOLD,
      place,
    };
  return undefined;
};

/** The endpoint that tells of a user (OpenID Connect Core §5.3). */
const userInfo = /^\/([^/]+)\/(?:[^/]+\/)*userinfo\/?$/i;

/** One host with several authorization servers, each below a path of its own: each tells of users by its own tokens alone. */
const ofOwnServer = (facts: Facts): IssuerDifference | undefined => {
  const { token, url } = facts;
  const asked = userInfo.exec(url?.pathname ?? '');
  if (token?.jwt === undefined || url === undefined || asked === null) return undefined;
  const iss = textClaim(token.jwt, 'iss');
  if (iss === undefined || !URL.canParse(iss)) return undefined;
  const issuer = new URL(iss);
  const [, first, second] = issuer.pathname.split('/');
  // Some write the address of their token endpoint as the issuer.
  if (second === undefined || second === '' || /\/token\/?$/i.test(issuer.pathname)) return undefined;
  return issuer.origin === url.origin && first === asked[1] && !url.pathname.startsWith(issuer.pathname)
    ? {
        got: iss,
        wanted: `${url.origin}${url.pathname.replace(/\/[^/]*\/?$/, '')}`,
        fact: `The token’s iss is ${iss}, the request went to another server’s ${url.pathname}`,
        weight: STATED,
        place: claimPlace(token, 'iss'),
      }
    : undefined;
};

/** A server that is called by https and writes http into its tokens does not find its own name in them again. */
const ofPlainName = (facts: Facts): IssuerDifference | undefined => {
  const { token, url } = facts;
  const iss = token?.jwt === undefined ? undefined : textClaim(token.jwt, 'iss');
  if (token === undefined || url?.protocol !== 'https:' || iss?.startsWith('http://') !== true)
    return undefined;
  if (!URL.canParse(iss)) return undefined;
  const { host, pathname } = new URL(iss);
  return host === url.host && userInfo.test(url.pathname) && url.pathname.startsWith(pathname)
    ? {
        got: iss,
        wanted: iss.replace(/^http:/, 'https:'),
        fact: `The token’s iss is ${iss}, and its server was called by https://`,
        weight: STATED,
        place: claimPlace(token, 'iss'),
      }
    : undefined;
};
