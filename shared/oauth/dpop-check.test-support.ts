import { decodeJwt } from '../token/jwt.ts';
import { isRecord } from '../exchange/json.ts';
import { accessTokenHash } from './dpop-proof.ts';
import { jwkThumbprint, type JsonWebKey } from './jwk-thumbprint.ts';

/** What a proof must fit. */
export interface ProofExpectation {
  readonly method: string;
  readonly url: string;
  readonly accessToken?: string;
  readonly nonce?: string;
  /** Epoch milliseconds. */
  readonly nowMs: number;
}

export type ProofFault =
  'form' | 'typ' | 'alg' | 'jwk' | 'signature' | 'htm' | 'htu' | 'iat' | 'ath' | 'nonce';

export type CheckedProof =
  /** `jkt`: thumbprint of the key, as a bound token names it (RFC 9449 §6). */
  | { readonly valid: true; readonly jkt: string }
  /** The first fault, in the order of RFC 9449 §4.3. */
  | { readonly valid: false; readonly because: ProofFault };

/** Seconds by which a proof may be older or newer than now. */
const tolerance = 300;

const asymmetric = /^(?:RS|PS|ES)(?:256|384|512)$|^EdDSA$|^Ed25519$/;

/**
 * Whether a DPoP proof is good for a request (RFC 9449 §4.3), as a server judges it. The signature is verified by the
 * host with the key of the proof's own header. Never throws.
 */
export const checkDpopProof = async (
  proof: string,
  expected: ProofExpectation,
  verify: (proof: string, key: JsonWebKey) => Promise<boolean>,
): Promise<CheckedProof> => {
  const no = (because: ProofFault): CheckedProof => ({ valid: false, because });
  const decoded = decodeJwt(proof);
  if (decoded.kind !== 'jwt') return no('form');
  const { header, claims } = decoded.jwt;
  if (typeof claims['jti'] !== 'string') return no('form');
  if (header['typ'] !== 'dpop+jwt') return no('typ');
  if (typeof header['alg'] !== 'string' || !asymmetric.test(header['alg'])) return no('alg');
  const jwk = header['jwk'];
  const jkt = isRecord(jwk) && !('d' in jwk) ? jwkThumbprint(jwk) : undefined;
  if (!isRecord(jwk) || jkt === undefined) return no('jwk');
  if (!(await verify(proof, jwk))) return no('signature');
  if (claims['htm'] !== expected.method) return no('htm');
  if (typeof claims['htu'] !== 'string' || !htuFits(claims['htu'], expected.url)) return no('htu');
  if (expected.nonce !== undefined && claims['nonce'] !== expected.nonce) return no('nonce');
  const { iat } = claims;
  if (typeof iat !== 'number' || Math.abs(expected.nowMs / 1000 - iat) > tolerance) return no('iat');
  const { accessToken } = expected;
  if (accessToken !== undefined && claims['ath'] !== accessTokenHash(accessToken)) return no('ath');
  return { valid: true, jkt };
};

/** Whether `htu` names this URL: both in normal form, query and fragment apart. */
export const htuFits = (htu: string, url: string): boolean => {
  const normal = normalHtu(htu);
  return normal !== undefined && normal === normalHtu(url);
};

/** Syntax- and scheme-based normal form (RFC 3986 §6.2.2, §6.2.3) without query and fragment; `undefined` for no URL. */
export const normalHtu = (text: string): string | undefined => {
  if (!URL.canParse(text)) return undefined;
  const { origin, pathname } = new URL(text);
  return `${origin}${pathname.replace(/%[0-9a-f]{2}/gi, unreservedDecoded)}`;
};

const unreservedDecoded = (escape: string): string => {
  const character = String.fromCharCode(Number.parseInt(escape.slice(1), 16));
  return /[A-Za-z0-9._~-]/.test(character) ? character : escape.toUpperCase();
};
