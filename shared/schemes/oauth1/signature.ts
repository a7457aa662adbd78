import { base64OfBytes, utf8ByteString, utf8Bytes } from '../../exchange/bytes.ts';
import { hmacOf, type HashName } from '../parts/hashes.ts';
import { oauth1Encode } from './base-string.ts';
import type { PrivateKey, SchemeEnv, SigningAlgorithm } from '../scheme.ts';

export const oauth1Methods = [
  'HMAC-SHA1',
  'HMAC-SHA256',
  'HMAC-SHA512',
  'RSA-SHA1',
  'RSA-SHA256',
  'RSA-SHA512',
  'PLAINTEXT',
] as const;
export type OAuth1Method = (typeof oauth1Methods)[number];

type Way =
  | { readonly by: 'hmac'; readonly hash: HashName }
  | { readonly by: 'rsa'; readonly hash: HashName; readonly algorithm: SigningAlgorithm }
  /** The hash is for the body alone. */
  | { readonly by: 'plaintext'; readonly hash: HashName };

export const oauth1Ways: Readonly<Record<OAuth1Method, Way>> = {
  'HMAC-SHA1': { by: 'hmac', hash: 'sha-1' },
  'HMAC-SHA256': { by: 'hmac', hash: 'sha-256' },
  'HMAC-SHA512': { by: 'hmac', hash: 'sha-512' },
  'RSA-SHA1': { by: 'rsa', hash: 'sha-1', algorithm: 'RS1' },
  'RSA-SHA256': { by: 'rsa', hash: 'sha-256', algorithm: 'RS256' },
  'RSA-SHA512': { by: 'rsa', hash: 'sha-512', algorithm: 'RS512' },
  PLAINTEXT: { by: 'plaintext', hash: 'sha-1' },
};

export const isRsaMethod = (method: unknown): boolean =>
  oauth1Methods.some((one) => one === method && oauth1Ways[one].by === 'rsa');

export interface OAuth1Secrets {
  readonly consumerSecret: string;
  readonly tokenSecret: string;
  readonly privateKey: PrivateKey;
}

/** Both secrets, percent-encoded, joined by an ampersand that stands there even when they are empty (§3.4.2). */
const oauth1SigningKey = ({
  consumerSecret,
  tokenSecret,
}: Pick<OAuth1Secrets, 'consumerSecret' | 'tokenSecret'>): string =>
  [consumerSecret, tokenSecret].map((secret) => oauth1Encode(utf8ByteString(secret))).join('&');

/**
 * RFC 5849 §3.4.2 to §3.4.4: Base64, or for PLAINTEXT the key itself. Not percent-encoded yet.
 * @throws FlowStopped where the private key cannot be used
 */
export const oauth1Signature = (
  method: OAuth1Method,
  baseString: string,
  secrets: OAuth1Secrets,
  env: Pick<SchemeEnv, 'sign'>,
): string => {
  const way = oauth1Ways[method];
  switch (way.by) {
    case 'hmac':
      return base64OfBytes(hmacOf(way.hash, utf8Bytes(oauth1SigningKey(secrets)), utf8Bytes(baseString)));
    case 'rsa':
      return base64OfBytes(env.sign(way.algorithm, secrets.privateKey, utf8Bytes(baseString)));
    case 'plaintext':
      return oauth1SigningKey(secrets);
    default:
      return way satisfies never;
  }
};
