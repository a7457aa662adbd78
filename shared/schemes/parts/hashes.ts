import { hmac } from '@noble/hashes/hmac.js';
import { md5, sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512, sha512_256 } from '@noble/hashes/sha2.js';

/** Hashes that authentication schemes use, by the names that challenges and specifications give them. */
const hashes = {
  md5,
  'sha-1': sha1,
  'sha-256': sha256,
  'sha-384': sha384,
  'sha-512': sha512,
  'sha-512-256': sha512_256,
};
export type HashName = keyof typeof hashes;

export const hashNames: readonly HashName[] = [
  'md5',
  'sha-1',
  'sha-256',
  'sha-384',
  'sha-512',
  'sha-512-256',
];

export const hash = (name: HashName, data: Uint8Array): Uint8Array => hashes[name](data);

/** RFC 2104. */
export const hmacOf = (name: HashName, key: Uint8Array, data: Uint8Array): Uint8Array =>
  hmac(hashes[name], key, data);
