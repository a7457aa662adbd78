import { bytesToHex } from '@noble/hashes/utils.js';
import { byteStringToBytes } from '../../exchange/bytes.ts';
import { hash, type HashName } from '../parts/hashes.ts';

/** What a challenge's `algorithm` says (RFC 7616 §3.3). */
export interface DigestAlgorithm {
  /** As RFC 7616 §6.1 registers it. */
  readonly name: string;
  readonly hash: HashName;
  /** `-sess`: A1 is bound to the nonces of the session's first request. */
  readonly session: boolean;
}

/** Strongest first. SHA-512 is not registered, but servers offer it. */
const families: readonly (readonly [string, HashName])[] = [
  ['SHA-512', 'sha-512'],
  ['SHA-512-256', 'sha-512-256'],
  ['SHA-256', 'sha-256'],
  ['MD5', 'md5'],
];

/** Every algorithm spoken here, strongest first; the session form ranks beside its plain one. */
export const digestAlgorithms: readonly DigestAlgorithm[] = families.flatMap(([name, hashName]) => [
  { name, hash: hashName, session: false },
  { name: `${name}-sess`, hash: hashName, session: true },
]);

export const digestAlgorithmNamed = (name: string): DigestAlgorithm | undefined =>
  digestAlgorithms.find((one) => one.name.toLowerCase() === name.toLowerCase());

/** Smaller is stronger. */
export const rankOf = (algorithm: DigestAlgorithm): number =>
  families.findIndex(([, hashName]) => hashName === algorithm.hash);

/** Lower-case hex of the hash of a byte string: H() of RFC 7616 §3.3. */
export const hexHash = (name: HashName, data: string): string =>
  bytesToHex(hash(name, byteStringToBytes(data)));
