import { base64UrlOfBytes, utf8Bytes } from '../exchange/bytes.ts';
import { hash, type HashName } from '../schemes/parts/hashes.ts';

/** A JSON Web Key as it stands in a header or a file. */
export type JsonWebKey = Readonly<Record<string, unknown>>;

/** The members that make a key what it is, in the order of RFC 7638 §3.2; RFC 8037 §2 for OKP. */
const required: Readonly<Record<string, readonly string[]>> = {
  EC: ['crv', 'kty', 'x', 'y'],
  OKP: ['crv', 'kty', 'x'],
  RSA: ['e', 'kty', 'n'],
  oct: ['k', 'kty'],
};

/** The key without what is private or only says something of it; `undefined` where it is no key. */
export const requiredMembers = (jwk: JsonWebKey): Readonly<Record<string, string>> | undefined => {
  const members: Record<string, string> = {};
  const names = typeof jwk['kty'] === 'string' ? required[jwk['kty']] : undefined;
  for (const name of names ?? []) {
    const value = jwk[name];
    if (typeof value !== 'string') return undefined;
    members[name] = value;
  }
  return names === undefined ? undefined : members;
};

/** RFC 7638, Base64url; `undefined` where it is no key. */
export const jwkThumbprint = (jwk: JsonWebKey, hashName: HashName = 'sha-256'): string | undefined => {
  const members = requiredMembers(jwk);
  return members && base64UrlOfBytes(hash(hashName, utf8Bytes(JSON.stringify(members))));
};
