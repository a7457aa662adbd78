import { valueOf } from '../../exchange/fields.ts';
import { decodeJwt, numericClaim, textClaim, type Jwt } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';

/** A client that makes a token for each request names the request in it; this one names another. */
export interface ClaimedRequest {
  readonly claim: string;
  readonly value: string;
  readonly differs: 'method' | 'host' | 'path' | 'query';
  /** An earlier request that was accepted with a claim without a query. */
  readonly earlier?: number;
}

const claims = ['uri', 'request', 'path'];
/** Tokens for a single request live for minutes, epoch seconds. */
const BRIEF = 600;
const shape = /^(?:([A-Z]{3,7}) )?(?:https?:\/\/)?([\w.-]+\.[a-z]{2,}(?::\d+)?)?(\/[^\s?#]*)(\?[^\s#]*)?$/;

const parse = (jwt: Jwt) => {
  const begun = numericClaim(jwt, 'iat') ?? numericClaim(jwt, 'nbf');
  const ends = numericClaim(jwt, 'exp');
  if (begun === undefined || ends === undefined || ends - begun > BRIEF) return undefined;
  for (const claim of claims) {
    const value = textClaim(jwt, claim);
    const [whole, method, host, path, query] = (value === undefined ? null : shape.exec(value)) ?? [];
    if (whole !== undefined && path !== undefined) return { claim, value: whole, method, host, path, query };
  }
  return undefined;
};

const bareBefore = (facts: Facts): number | undefined =>
  facts.earlier.findLast((one) => {
    if (!one.accepted || !one.sameOrigin) return false;
    const value = valueOf(one.exchange.request.fields, 'Authorization')?.replace(/^\w+ /, '');
    const decoded = value === undefined ? undefined : decodeJwt(value);
    const named = decoded?.kind === 'jwt' ? parse(decoded.jwt) : undefined;
    return named !== undefined && named.query === undefined;
  })?.index;

export const otherThanClaimed = (facts: Facts): ClaimedRequest | undefined => {
  const { url, token } = facts;
  const named = url === undefined || token?.jwt === undefined ? undefined : parse(token.jwt);
  if (url === undefined || named === undefined) return undefined;
  const { claim, value, method, host, path, query } = named;
  if (method !== undefined && method !== facts.exchange.request.method)
    return { claim, value, differs: 'method' };
  if (host !== undefined && host !== url.host) return { claim, value, differs: 'host' };
  if (!url.pathname.endsWith(path)) return { claim, value, differs: 'path' };
  if (query === undefined) return undefined;
  if (query !== url.search) return { claim, value, differs: 'query' };
  const earlier = bareBefore(facts);
  return earlier === undefined ? undefined : { claim, value, differs: 'query', earlier };
};
