import { numericClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import { sendsPassword } from './login-form.ts';
import type { SentToken } from './sent-tokens.ts';

/** A token in a cookie that is over, beside another token that is not, or beside a login. */
export const staleCookieToken = (facts: Facts): SentToken | undefined => {
  const { now } = facts.clocks;
  if (now === undefined) return undefined;
  const isOver = ({ jwt }: SentToken): boolean => {
    const exp = jwt === undefined ? undefined : numericClaim(jwt, 'exp');
    return exp !== undefined && exp <= now;
  };
  const stale = facts.tokens.find((token) => token.carrier.startsWith('cookie ') && isOver(token));
  if (stale === undefined) return undefined;
  const better = facts.tokens.some(
    (token) => !token.carrier.startsWith('cookie ') && token.jwt !== undefined && !isOver(token),
  );
  return better || sendsPassword(facts) ? stale : undefined;
};
