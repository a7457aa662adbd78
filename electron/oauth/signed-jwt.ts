import { randomUUID } from 'node:crypto';
import { base64UrlOfBytes, utf8Bytes } from '../../shared/exchange/bytes.ts';
import { hmacOf } from '../../shared/schemes/hashes.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2-settings.ts';
import { signWith } from '../schemes/signing.ts';

type Members = Readonly<Record<string, unknown>>;

const lifetimeSeconds = 60;

/** `iat`, `exp` one minute later and a `jti` that is never used again. */
export const assertionTimes = (nowMs: number): Members => {
  const iat = Math.floor(nowMs / 1000);
  return { iat, exp: iat + lifetimeSeconds, jti: randomUUID() };
};

const part = (members: Members): string => base64UrlOfBytes(utf8Bytes(JSON.stringify(members)));

/**
 * A JWT signed with the profile's private key (RFC 7515 §3.1).
 * @throws FlowStopped `key-unreadable`, `key-unfit`
 */
export const signedJwt = (
  settings: Pick<OAuth2Settings, 'privateKey' | 'keyPassphrase' | 'keyAlgorithm' | 'keyId'>,
  header: Members,
  claims: Members,
): string => {
  const { privateKey, keyPassphrase, keyAlgorithm, keyId } = settings;
  const kid = keyId.trim();
  const head = { alg: keyAlgorithm, typ: 'JWT', ...header, ...(kid === '' ? {} : { kid }) };
  const input = `${part(head)}.${part(claims)}`;
  const key = { text: privateKey, ...(keyPassphrase === '' ? {} : { passphrase: keyPassphrase }) };
  return `${input}.${base64UrlOfBytes(signWith(keyAlgorithm, key, utf8Bytes(input)))}`;
};

/** A JWT authenticated with a shared secret, HS256. */
export const secretJwt = (secret: string, claims: Members): string => {
  const input = `${part({ alg: 'HS256', typ: 'JWT' })}.${part(claims)}`;
  return `${input}.${base64UrlOfBytes(hmacOf('sha-256', utf8Bytes(secret), utf8Bytes(input)))}`;
};
