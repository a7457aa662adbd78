import { decodeProtectedHeader, type JWK } from 'jose';
import type { AuthorizationServer } from 'oauth4webapi';
import { base64UrlOfBytes, utf8Bytes } from '../../shared/exchange/bytes.ts';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { verifyJws } from '../token/verify.ts';
import { addressProblem } from './authorization-server.ts';
import type { GrantContext } from './grants/grant.ts';
import { transportFetch, type Carrier } from './transport-fetch.ts';

/** `because`: a clause for a person. `unknown`: there is no key to compare the signature with. */
export type IssuerSignature =
  { readonly kind: 'good' } | { readonly kind: 'bad' | 'unknown'; readonly because: string };

/**
 * Whether a token was signed by the authorization server of a profile: with a key of its set (`jwks_uri`, RFC 8414 §2),
 * or with the client's secret where the algorithm is symmetric (OpenID Connect Core §10.1). The set is fetched each time,
 * as an exchange that is shown.
 */
export const issuerSignature = (
  { server, settings, carrier }: GrantContext,
  token: string,
): Promise<IssuerSignature> => signatureBy({ ...settings, metadata: server.metadata, carrier }, token);

/** Where the keys are looked for. */
export interface KeySource {
  readonly metadata: AuthorizationServer;
  /** Empty where none is known. */
  readonly clientSecret: string;
  /** Whether plain HTTP to another machine will do. */
  readonly allowHttp: boolean;
  readonly carrier: Carrier;
}

/** The same for any issuer whose metadata are known. */
export const signatureBy = async (context: KeySource, token: string): Promise<IssuerSignature> => {
  const bad = (because: string): IssuerSignature => ({ kind: 'bad', because });
  const header = headerOf(token);
  if (header === undefined) return bad('it is not a signed token');
  const { alg = '', kid } = header;
  if (alg === 'none' || alg === '') return bad('it is not signed at all (alg is none)');
  const keys = alg.startsWith('HS') ? secretKeys(context) : await keySet(context);
  if (typeof keys === 'string') return { kind: 'unknown', because: keys };
  const fitting = keys.filter((key) => kid === undefined || key.kid === undefined || key.kid === kid);
  if (fitting.length === 0) return bad(`the server publishes no key ${kid ?? ''}`.trimEnd());
  let because = '';
  for (const key of fitting) {
    const verified = await verifyJws(token, key);
    if (verified.valid) return { kind: 'good' };
    because = verified.because;
  }
  return bad(because);
};

const headerOf = (token: string): { readonly alg?: string; readonly kid?: string } | undefined => {
  try {
    const { alg, kid } = decodeProtectedHeader(token);
    return { ...(alg === undefined ? {} : { alg }), ...(kid === undefined ? {} : { kid }) };
  } catch {
    return undefined;
  }
};

const secretKeys = ({ clientSecret }: KeySource): readonly JWK[] | string =>
  clientSecret === ''
    ? 'it is signed with the client’s secret, and the profile holds none'
    : [{ kty: 'oct', k: base64UrlOfBytes(utf8Bytes(clientSecret)) }];

/** The keys of a JWK Set (RFC 7517 §5); a clause where there is none. */
const keySet = async ({ metadata, allowHttp, carrier }: KeySource): Promise<readonly JWK[] | string> => {
  const address = metadata.jwks_uri;
  if (address === undefined) return 'the metadata of the issuer name no keys (jwks_uri)';
  const problem = addressProblem('address of the issuer’s keys', address, allowHttp);
  if (problem !== undefined) return `its keys cannot be fetched: ${problem.replace(/\.$/, '')}`;
  const headers = { accept: 'application/jwk-set+json, application/json' };
  const response = await transportFetch(carrier, 'discovery')(address, { method: 'GET', headers });
  const set = parseJson(await response.text());
  if (response.status !== 200 || !isRecord(set) || !Array.isArray(set['keys'])) {
    return `the address of the issuer’s keys answered ${response.status} and no key set`;
  }
  return set['keys'].filter(isKey);
};

const isKey = (value: unknown): value is JWK => isRecord(value) && typeof value['kty'] === 'string';
