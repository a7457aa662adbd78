import { randomUUID } from 'node:crypto';
import { utf8Bytes } from '../../shared/exchange/bytes.ts';
import { signJws } from '../../shared/schemes/jose/jws.ts';
import type { OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { signWith } from '../schemes/signing.ts';

type Members = Readonly<Record<string, unknown>>;

const lifetimeSeconds = 60;

/** `iat`, `exp` one minute later and a `jti` that is never used again. */
export const assertionTimes = (nowMs: number): Members => {
  const iat = Math.floor(nowMs / 1000);
  return { iat, exp: iat + lifetimeSeconds, jti: randomUUID() };
};

/**
 * A JWT signed with the profile's private key.
 * @throws FlowStopped `key-unreadable`, `key-unfit`
 */
export const signedJwt = (
  settings: Pick<OAuth2Settings, 'privateKey' | 'keyPassphrase' | 'keyAlgorithm' | 'keyId'>,
  header: Members,
  claims: Members,
): string => {
  const { privateKey: text, keyPassphrase: passphrase, keyAlgorithm: alg, keyId } = settings;
  const kid = keyId.trim();
  const head = { alg, typ: 'JWT', ...header, ...(kid === '' ? {} : { kid }) };
  const privateKey = { text, ...(passphrase === '' ? {} : { passphrase }) };
  return signJws(alg, { privateKey }, JSON.stringify(head), JSON.stringify(claims), { sign: signWith }).token;
};

/** A JWT authenticated with a shared secret, HS256. */
export const secretJwt = (secret: string, claims: Members): string => {
  const head = JSON.stringify({ alg: 'HS256', typ: 'JWT' });
  const key = { secret: utf8Bytes(secret) };
  return signJws('HS256', key, head, JSON.stringify(claims), { sign: signWith }).token;
};
