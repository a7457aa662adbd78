import { numericClaim } from '../token/jwt.ts';
import type { Scene } from './scene.ts';

/** Why a token is over: by its own date, else somebody has ended it. */
export const causeOfEnd = ({ facts }: Scene): 'token-expired' | 'token-revoked' => {
  const exp = facts.token?.jwt === undefined ? undefined : numericClaim(facts.token.jwt, 'exp');
  const isExpired = exp !== undefined && facts.clocks.now !== undefined && exp <= facts.clocks.now;
  return isExpired ? 'token-expired' : 'token-revoked';
};
