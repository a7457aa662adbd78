import { numericClaim } from '../../token/jwt.ts';
import type { Facts } from '../facts.ts';
import type { SentToken } from './sent-tokens.ts';
import type { WrittenTime } from './signing.ts';

/** Most schemes that sign a time allow five minutes, AWS fifteen, self-made tokens a minute or none. Seconds. */
const SIGNED_TOLERANCE = 240;
/** A time from the future has less to explain it. Seconds. */
export const AHEAD_TOLERANCE = 20;

export interface Skew {
  readonly written: WrittenTime;
  readonly server: number;
  /** Server minus client, seconds. */
  readonly offset: number;
}

/** The time written into the request against the server's clock. */
export const skewOf = (facts: Facts): Skew | undefined => {
  const { server } = facts.clocks;
  if (server === undefined) return undefined;
  const skews = facts.signing.written.map((written) => ({
    written,
    server,
    offset: server - written.seconds,
  }));
  const stale = skews.filter(
    ({ offset, written }) =>
      (offset > SIGNED_TOLERANCE && !isReused(facts, written)) || offset < -AHEAD_TOLERANCE,
  );
  return stale.toSorted((a, b) => Math.abs(b.offset) - Math.abs(a.offset))[0];
};

/** Written long before the request began, by the same clock: reused, not skewed. */
const isReused = (facts: Facts, written: WrittenTime): boolean =>
  facts.clocks.client !== undefined && facts.clocks.client - written.seconds > SIGNED_TOLERANCE;

/** NumericDate counts seconds (RFC 7519 §2); thirteen digits are milliseconds. */
const MILLISECONDS = 1e11;

/** A token of the client's own making whose time is in another unit than the one that is read. */
export const inMilliseconds = (facts: Facts): SentToken | undefined =>
  facts.tokenRequest
    ? facts.tokens.find(
        ({ role, jwt }) =>
          role === 'assertion' && jwt !== undefined && (numericClaim(jwt, 'iat') ?? 0) > MILLISECONDS,
      )
    : undefined;
