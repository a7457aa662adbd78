import { compactDecrypt, errors, type JWEHeaderParameters } from 'jose';
import { createHash, type KeyObject } from 'node:crypto';
import { bytesToByteString, utf8Bytes } from '../../shared/exchange/bytes.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { FlowStopped } from '../../shared/schemes/scheme.ts';
import { readPrivateKey } from '../schemes/signing.ts';
import { stopped } from './oauth-errors.ts';
import type { Stopped } from './tokens-types.ts';

/** Whether a token is one in five parts, which only the holder of a key can read (RFC 7516 §7.1). */
export const isEncrypted = (token: string): boolean => token.split('.').length === 5;

/**
 * What an authorization server encrypted for this client: by the private key of its profile, or by its secret where the
 * algorithm is symmetric (OpenID Connect Core §10.2). It is a signed token in turn, which is for the caller to judge.
 */
export const decrypted = async (
  settings: Pick<OAuth2Settings, 'privateKey' | 'keyPassphrase' | 'clientSecret'>,
  token: string,
  what: string,
): Promise<string | Stopped> => {
  try {
    const { plaintext } = await compactDecrypt(token, (header) => keyFor(header, settings));
    return bytesToByteString(plaintext);
  } catch (error) {
    return stopped('decryption-failed', `${what} is encrypted and could not be opened: ${reasonOf(error)}.`);
  }
};

const keyFor = (
  { alg = '', enc = '' }: JWEHeaderParameters,
  { privateKey: text, keyPassphrase: passphrase, clientSecret }: Parameters<typeof decrypted>[0],
): KeyObject | Uint8Array => {
  if (!/^(?:dir|A\d{3}(?:GCM)?KW)$/.test(alg))
    return readPrivateKey({ text, ...(passphrase === '' ? {} : { passphrase }) });
  if (clientSecret === '')
    throw new FlowStopped('no-secret', `${alg} takes the client’s secret, and the profile holds none`);
  return secretKey(clientSecret, bitsOf(alg, enc));
};

/** Of the key that wraps another one, or that encrypts the content itself (RFC 7518 §4.1, §5.1). */
const bitsOf = (alg: string, enc: string): number => {
  if (alg !== 'dir') return Number(/\d{3}/.exec(alg)?.[0]);
  const [, content = '', mac] = /^A(\d{3})(?:GCM|CBC-HS(\d{3}))$/.exec(enc) ?? [];
  return Number(mac ?? content);
};

/** The left part of a hash of the secret that is long enough. */
const secretKey = (secret: string, bits: number): Uint8Array => {
  const size = bits <= 256 ? 256 : bits <= 384 ? 384 : 512;
  return createHash(`sha${size}`)
    .update(utf8Bytes(secret))
    .digest()
    .subarray(0, bits / 8);
};

const reasonOf = (error: unknown): string => {
  if (error instanceof errors.JWEDecryptionFailed) return 'it is encrypted for another key';
  const message = error instanceof Error ? error.message : String(error);
  return message.replace(/\.$/, '');
};
