import { base64UrlOfBytes, byteStringOfBase64, byteStringToBytes, utf8Bytes } from '../../exchange/bytes.ts';
import { isRecord } from '../../exchange/json.ts';
import { hmacOf, type HashName } from '../parts/hashes.ts';
import { signingAlgorithms, type PrivateKey, type SchemeEnv, type SigningAlgorithm } from '../scheme.ts';

const hmacs = { HS256: 'sha-256', HS384: 'sha-384', HS512: 'sha-512' } as const satisfies Readonly<
  Record<string, HashName>
>;
export type HmacAlgorithm = keyof typeof hmacs;

const hmacAlgorithms = ['HS256', 'HS384', 'HS512'] as const satisfies readonly HmacAlgorithm[];

/** Signatures with a private key (RFC 7518 §3.1, RFC 8037); RS1 is no algorithm of JOSE. */
export const keyAlgorithms = signingAlgorithms.filter(
  (algorithm): algorithm is Exclude<SigningAlgorithm, 'RS1'> => algorithm !== 'RS1',
);

export const jwsAlgorithms = [...hmacAlgorithms, ...keyAlgorithms];
export type JwsAlgorithm = (typeof jwsAlgorithms)[number];

export const isHmacAlgorithm = (algorithm: unknown): algorithm is HmacAlgorithm =>
  typeof algorithm === 'string' && Object.hasOwn(hmacs, algorithm);

/** What signs: the bytes of a shared secret, or a private key. */
export type JwsKey = { readonly secret: Uint8Array } | { readonly privateKey: PrivateKey };

export interface SignedJws {
  readonly token: string;
  readonly signingInput: string;
  /** Base64url. */
  readonly signature: string;
}

/**
 * JWS compact serialization (RFC 7515 §7.1) of texts that are signed as they stand. Written over the flow's own
 * signer because a flow is synchronous and jose is not.
 * @throws FlowStopped where the private key cannot be used
 */
export const signJws = (
  algorithm: JwsAlgorithm,
  key: JwsKey,
  header: string,
  payload: string,
  env: Pick<SchemeEnv, 'sign'>,
): SignedJws => {
  const signingInput = [header, payload].map((text) => base64UrlOfBytes(utf8Bytes(text))).join('.');
  const signature = base64UrlOfBytes(signatureOf(algorithm, key, utf8Bytes(signingInput), env));
  return { token: `${signingInput}.${signature}`, signingInput, signature };
};

const signatureOf = (
  algorithm: JwsAlgorithm,
  key: JwsKey,
  data: Uint8Array,
  env: Pick<SchemeEnv, 'sign'>,
): Uint8Array => {
  if (isHmacAlgorithm(algorithm))
    return hmacOf(hmacs[algorithm], 'secret' in key ? key.secret : new Uint8Array(), data);
  return env.sign(algorithm, 'privateKey' in key ? key.privateKey : { text: '' }, data);
};

export const secretEncodings = ['text', 'base64'] as const;
export type SecretEncoding = (typeof secretEncodings)[number];

/** The bytes of a shared secret: text, Base64 in either alphabet, or a JWK of type oct. `undefined` where it is none. */
export const secretBytes = (secret: string, encoding: SecretEncoding): Uint8Array | undefined => {
  const jwk = octetKey(secret);
  if (jwk === undefined && encoding === 'text') return utf8Bytes(secret);
  const bytes = byteStringOfBase64((jwk ?? secret).trim());
  return bytes === undefined ? undefined : byteStringToBytes(bytes);
};

const octetKey = (text: string): string | undefined => {
  if (!text.trimStart().startsWith('{')) return undefined;
  try {
    const jwk: unknown = JSON.parse(text);
    return isRecord(jwk) && jwk['kty'] === 'oct' && typeof jwk['k'] === 'string' ? jwk['k'] : undefined;
  } catch {
    return undefined;
  }
};

/** RFC 7518 §3.2: a secret at least as long as the hash. Bytes. */
export const secretBytesWanted = (algorithm: HmacAlgorithm): number => Number(algorithm.slice(2)) / 8;
