import { base64OfBytes } from '../../exchange/bytes.ts';
import type { DigestChallenge } from './challenge.ts';

/** A nonce in use: the challenge that brought it, and what was sent with it (RFC 7616 §3.4.5). */
export interface DigestSession {
  readonly challenge: DigestChallenge;
  /** The nonce to use now: the challenge's, or a later `nextnonce`. */
  readonly nonce: string;
  /** Requests sent with this nonce so far. */
  readonly count: number;
  /** Nonces of the session's first request, for `-sess`. */
  readonly prime: { readonly nonce: string; readonly cnonce: string } | undefined;
}

/** The nonces of one request. */
export interface DigestNonces {
  readonly nonce: string;
  /** Eight hexadecimal digits, one more with each request of the nonce. */
  readonly nc: string;
  readonly cnonce: string;
  readonly prime: DigestSession['prime'];
}

export const beginDigest = (challenge: DigestChallenge): DigestSession => ({
  challenge,
  nonce: challenge.nonce,
  count: 0,
  prime: undefined,
});

/** The nonces for the next request, and the session after it. */
export const nextNonces = (
  session: DigestSession,
  randomBytes: (count: number) => Uint8Array,
): { readonly nonces: DigestNonces; readonly session: DigestSession } => {
  const { nonce, challenge } = session;
  const count = session.count + 1;
  // Some servers make A1 of the cnonce at hand and some of the first one: in a session they stay the same.
  const cnonce = session.prime?.cnonce ?? base64OfBytes(randomBytes(18));
  const prime = challenge.algorithm.session ? (session.prime ?? { nonce, cnonce }) : undefined;
  const nc = count.toString(16).padStart(8, '0');
  return { nonces: { nonce, nc, cnonce, prime }, session: { ...session, count, prime } };
};

/** The session after the server named the nonce that it wants next (RFC 7616 §3.5). */
export const withNextNonce = (session: DigestSession, nonce: string): DigestSession =>
  nonce === session.nonce ? session : { ...session, nonce, count: 0 };
