import { jsonMembers, withJsonMembers, type JsonMembers } from '../jose/json-object.ts';
import type { JwtSettings } from './form.ts';
import { randomUuid } from '../parts/random-uuid.ts';
import type { SchemeEnv } from '../scheme.ts';

/** An empty box is an empty object. */
export const orEmptyObject = (text: string): string => (text.trim() === '' ? '{}' : text);

/** The JOSE header as it is signed: what was typed, and `alg` and `typ` where they are absent. */
export const jwtHeader = (own: JwtSettings): string => {
  const typed = orEmptyObject(own.header);
  const has = jsonMembers(typed);
  const filled = { alg: own.algorithm, typ: 'JWT' };
  return withJsonMembers(typed, absentMembers(filled, has), 'before');
};

/**
 * The claims as they are signed: what was typed, and what is switched on where it is absent. Times are seconds since the epoch (RFC 7519 §2, NumericDate).
 */
export const jwtClaims = (own: JwtSettings, env: Pick<SchemeEnv, 'nowMs' | 'randomBytes'>): string => {
  const typed = orEmptyObject(own.claims);
  const has = jsonMembers(typed);
  const now = Math.floor(env.nowMs() / 1000);
  const typedIat = has.get('iat');
  const since = typeof typedIat === 'number' ? typedIat : now;
  const filled = {
    ...(own.omitIssuedAt ? {} : { iat: now }),
    ...(own.notBefore ? { nbf: now } : {}),
    ...(own.lifetime === '' ? {} : { exp: since + Number(own.lifetime) }),
    ...(own.tokenId ? { jti: randomUuid(env.randomBytes(16)) } : {}),
  };
  return withJsonMembers(typed, absentMembers(filled, has), 'behind');
};

/** The members that are not there yet. */
export const absentMembers = (filled: JsonMembers, has: ReadonlyMap<string, unknown>): JsonMembers =>
  Object.fromEntries(Object.entries(filled).filter(([name]) => !has.has(name)));
