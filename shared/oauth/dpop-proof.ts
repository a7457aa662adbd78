import { base64UrlOfBytes, utf8Bytes } from '../exchange/bytes.ts';
import type { Xray } from '../exchange/exchange.ts';
import { isRecord, parseJson } from '../exchange/json.ts';
import { hash } from '../schemes/parts/hashes.ts';
import { jwsXray } from '../schemes/jose/jws-xray.ts';
import { signJws } from '../schemes/jose/jws.ts';
import type { DpopKey, SchemeEnv } from '../schemes/scheme.ts';
import { requiredMembers, type JsonWebKey } from './jwk-thumbprint.ts';

/** The request that a proof belongs to. */
export interface ProvedRequest {
  readonly method: string;
  readonly url: string;
  /** At a resource; a request for a token has none. */
  readonly accessToken?: string;
  /** As the server gave it in DPoP-Nonce. */
  readonly nonce?: string;
}

export interface DpopProof {
  readonly proof: string;
  readonly xray: Xray;
}

/** Base64url of the token's SHA-256 (RFC 9449 §4.2). */
export const accessTokenHash = (accessToken: string): string =>
  base64UrlOfBytes(hash('sha-256', utf8Bytes(accessToken)));

/** The URL as `htu` has it, without query and fragment. */
const htuOf = (url: string): string => {
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
};

/**
 * A proof that whoever sends this request holds the key (RFC 9449 §4.2), good for this one request.
 * @throws FlowStopped where the key cannot be used
 */
export const dpopProof = (
  key: DpopKey,
  { method, url, accessToken, nonce }: ProvedRequest,
  env: Pick<SchemeEnv, 'nowMs' | 'randomBytes' | 'sign'>,
): DpopProof => {
  const header = JSON.stringify({ typ: 'dpop+jwt', alg: 'ES256', jwk: publicKeyOf(key) });
  const claims = JSON.stringify({
    jti: base64UrlOfBytes(env.randomBytes(16)),
    htm: method,
    htu: htuOf(url),
    iat: Math.floor(env.nowMs() / 1000),
    ...(accessToken === undefined ? {} : { ath: accessTokenHash(accessToken) }),
    ...(nonce === undefined ? {} : { nonce }),
  });
  const signed = signJws('ES256', { privateKey: { text: key.privateJwk } }, header, claims, env);
  return { proof: signed.token, xray: jwsXray('DPoP proof', header, claims, signed) };
};

/** Never with the private member. */
export const publicKeyOf = ({ privateJwk }: DpopKey): JsonWebKey => {
  const jwk = parseJson(privateJwk);
  const members = isRecord(jwk) ? requiredMembers(jwk) : undefined;
  if (members === undefined) throw new TypeError('A DPoP key is a JSON Web Key.');
  return members;
};
