import {
  constants,
  createPrivateKey,
  createPublicKey,
  sign,
  verify,
  type KeyObject,
  type SignKeyObjectInput,
} from 'node:crypto';
import { FlowStopped, type PrivateKey, type SigningAlgorithm } from '../../shared/schemes/scheme.ts';

interface Kind {
  /** As Node calls it. */
  readonly type: 'rsa' | 'ec' | 'ed25519';
  readonly hash: string | undefined;
  readonly curve?: string;
  readonly pss?: true;
}

const kinds: Readonly<Record<SigningAlgorithm, Kind>> = {
  RS1: { type: 'rsa', hash: 'sha1' },
  RS256: { type: 'rsa', hash: 'sha256' },
  RS384: { type: 'rsa', hash: 'sha384' },
  RS512: { type: 'rsa', hash: 'sha512' },
  PS256: { type: 'rsa', hash: 'sha256', pss: true },
  PS384: { type: 'rsa', hash: 'sha384', pss: true },
  PS512: { type: 'rsa', hash: 'sha512', pss: true },
  ES256: { type: 'ec', hash: 'sha256', curve: 'prime256v1' },
  ES384: { type: 'ec', hash: 'sha384', curve: 'secp384r1' },
  ES512: { type: 'ec', hash: 'sha512', curve: 'secp521r1' },
  EdDSA: { type: 'ed25519', hash: undefined },
};

const words = { rsa: 'an RSA key', ec: 'an elliptic-curve key', ed25519: 'an Ed25519 key' } as const;

/** @throws FlowStopped where the key cannot be read or is of another kind than the algorithm takes */
export const signWith = (algorithm: SigningAlgorithm, source: PrivateKey, data: Uint8Array): Uint8Array => {
  const key = readPrivateKey(source);
  return new Uint8Array(sign(kinds[algorithm].hash, data, howWith(algorithm, key)));
};

/** @throws FlowStopped like `signWith`, for a public key: PEM (SPKI, or a certificate) or a JWK as JSON */
export const verifyWith = (
  algorithm: SigningAlgorithm,
  publicKey: string,
  data: Uint8Array,
  signature: Uint8Array,
): boolean => {
  const key = readPublicKey(publicKey);
  return verify(kinds[algorithm].hash, data, howWith(algorithm, key), signature);
};

/** How Node signs and verifies by this algorithm. */
const howWith = (algorithm: SigningAlgorithm, key: KeyObject): SignKeyObjectInput => {
  const { type, curve, pss } = kinds[algorithm];
  const fits =
    type === 'rsa' ? /^rsa(-pss)?$/.test(key.asymmetricKeyType ?? '') : key.asymmetricKeyType === type;
  if (!fits) {
    throw new FlowStopped(
      'key-unfit',
      `${algorithm} takes ${words[type]}; the ${key.type} key is of the kind ${key.asymmetricKeyType ?? 'unknown'}.`,
    );
  }
  const has = key.asymmetricKeyDetails?.namedCurve;
  if (curve !== undefined && has !== curve) {
    throw new FlowStopped(
      'key-unfit',
      `${algorithm} takes a key on ${curve}; this one is on ${String(has)}.`,
    );
  }
  return {
    key,
    ...(type === 'ec' ? { dsaEncoding: 'ieee-p1363' as const } : {}),
    ...(pss === true
      ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST }
      : {}),
  };
};

/** @throws FlowStopped `key-unreadable` */
const readPublicKey = (text: string): KeyObject => {
  try {
    const jwk: unknown = text.trim().startsWith('{') ? JSON.parse(text) : undefined;
    if (typeof jwk === 'object' && jwk !== null) return createPublicKey({ key: { ...jwk }, format: 'jwk' });
    return createPublicKey(text.trim());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new FlowStopped('key-unreadable', `The public key cannot be read: ${why}.`);
  }
};

/** @throws FlowStopped `key-unreadable` */
export const readPrivateKey = ({ text, passphrase }: PrivateKey): KeyObject => {
  const trimmed = text.trim();
  if (trimmed === '')
    throw new FlowStopped('key-unreadable', 'There is no private key; paste one in PEM or JWK form.');
  try {
    if (trimmed.startsWith('{')) {
      const jwk: unknown = JSON.parse(trimmed);
      if (typeof jwk !== 'object' || jwk === null) throw new TypeError('It is no object.');
      return createPrivateKey({ key: { ...jwk }, format: 'jwk' });
    }
    return createPrivateKey({ key: trimmed, ...(passphrase === undefined ? {} : { passphrase }) });
  } catch (error) {
    const encrypted = /ENCRYPTED/.test(trimmed);
    const why = encrypted
      ? passphrase === undefined || passphrase === ''
        ? 'it is encrypted; give its passphrase'
        : 'the passphrase does not open it'
      : error instanceof Error
        ? error.message
        : String(error);
    throw new FlowStopped('key-unreadable', `The private key cannot be read: ${why}.`);
  }
};
