import { numericClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { Said } from '../heard.ts';
import { saidOf } from '../heard.ts';
import { issuerClocks } from './issued.ts';
import { lifetimeOf } from './lifetime.ts';
import { AHEAD_TOLERANCE } from './written-skew.ts';

/** Both clocks are past the end that the client wrote: it lay about for too long. */
export const endedForBoth = (facts: Facts): boolean => {
  const { client, server, offset } = facts.clocks;
  const lifetime = lifetimeOf(facts);
  return (
    lifetime?.what === 'Assertion' &&
    client !== undefined &&
    server !== undefined &&
    Math.abs(offset ?? 0) < DRIFT &&
    Math.min(client, server) - lifetime.ended > DRIFT
  );
};

/** What the client signed to end soon is over by the server's clock alone. */
export const endsBetween = (facts: Facts): boolean => {
  const { client, server } = facts.clocks;
  const lifetime = lifetimeOf(facts);
  return (
    lifetime?.made === 'here' &&
    client !== undefined &&
    server !== undefined &&
    client < lifetime.ended &&
    lifetime.ended < server
  );
};

export const HOUR = 3600;
/** From Samoa to Baker Island. */
const ZONES = 14;

/** The server judges the token's beginning, not the time of whoever sends it. */
const notYet = /not yet (?:valid|active)|not active yet|ImmatureSignature/i;

/** By how many whole hours the token begins after both clocks, which agree: local time taken for UTC (RFC 7519 §2). */
export const hoursAhead = (facts: Facts): number | undefined => {
  const { client, server, offset } = facts.clocks;
  const iat = facts.token?.jwt === undefined ? undefined : numericClaim(facts.token.jwt, 'iat');
  if (client === undefined || server === undefined || offset === undefined || iat === undefined)
    return undefined;
  const hours = Math.round((iat - server) / HOUR);
  return !notYet.test(facts.said) &&
    Math.abs(offset) < 60 &&
    hours >= 1 &&
    hours <= ZONES &&
    Math.abs(iat - server - hours * HOUR) < 90
    ? hours
    : undefined;
};

/** The claim by which the token has begun here and not yet at the server. */
export const beginsBetween = (facts: Facts): 'nbf' | 'iat' | undefined => {
  const { client, server } = facts.clocks;
  const jwt = facts.token?.jwt;
  if (jwt === undefined || client === undefined || server === undefined) return undefined;
  return (['nbf', 'iat'] as const).find((claim) => {
    const begins = numericClaim(jwt, claim);
    return begins !== undefined && begins <= client + AHEAD_TOLERANCE && begins > server + AHEAD_TOLERANCE;
  });
};

/** By how much the issuer's clock is ahead of this computer's and the server's, which agree: a new token begins later here. */
export const issuerAhead = (facts: Facts): number | undefined => {
  const { server, offset } = facts.clocks;
  const jwt = facts.token?.jwt;
  const ahead = issuerClocks(facts)?.offset;
  if (jwt === undefined || server === undefined || offset === undefined || ahead === undefined)
    return undefined;
  const begins = Math.max(numericClaim(jwt, 'nbf') ?? 0, numericClaim(jwt, 'iat') ?? 0);
  return ahead > AHEAD_TOLERANCE && Math.abs(offset) < AHEAD_TOLERANCE / 2 && begins > server + 2
    ? ahead
    : undefined;
};

/** A token hardly older than the request begins after the server's Date, if only by seconds: some servers allow none. */
export const beginsWithinSeconds = (facts: Facts, told: boolean): 'nbf' | 'iat' | undefined => {
  const { client, server, offset } = facts.clocks;
  const jwt = facts.token?.jwt;
  if (jwt === undefined || client === undefined || server === undefined || offset === undefined)
    return undefined;
  // Of an iat servers judge as they like (RFC 7519 §4.1.6): it counts where they say so.
  const claim = told && numericClaim(jwt, 'nbf') === undefined ? 'iat' : 'nbf';
  const begins = numericClaim(jwt, claim);
  return begins !== undefined &&
    (told || facts.status === 401) &&
    offset < -1 &&
    begins <= client + 2 &&
    begins > server + 1 &&
    begins <= server + AHEAD_TOLERANCE
    ? claim
    : undefined;
};

/** What cannot be read is called too early by a server whose clock is behind. */
export const saidTooEarly = (facts: Facts): Said | undefined => {
  const { offset } = facts.clocks;
  return offset !== undefined && offset < -DRIFT && facts.token?.jwt === undefined
    ? saidOf(facts, tooEarly)
    : undefined;
};

/** More than servers that keep the time differ by. Seconds. */
const DRIFT = 30;
export const tooEarly =
  /not yet (?:valid|active)|used before|not valid before|in the future|too early|NotBefore/i;

/** A code that was made from the time (RFC 6238 §4) and sent is called wrong. */
export const refusedCode = (facts: Facts): Said | undefined =>
  facts.form.some(
    ({ name, value }) =>
      /^\d{6,8}$/.test(value) &&
      (/otp|code|pin|factor/i.test(name) ||
        (/pass|pwd/i.test(name) && /one[- ]?time|\btotp\b/i.test(facts.said))),
  )
    ? saidOf(
        facts,
        /(?:invalid|incorrect|wrong|expired|bad)[^.;]{0,24}\b(?:totp|otp|2fa|code|one-time|token)\b|\b(?:totp|otp|2fa|code)\b[^.;]{0,24}(?:invalid|incorrect|wrong|expired|not valid)|\bone[- ]?time[- ](?:password|code|pass ?code)\b[^.;]{0,24}(?:invalid|incorrect|wrong|expired|fail|not (?:valid|be verified|accepted|verified|match))/i,
      )
    : undefined;
