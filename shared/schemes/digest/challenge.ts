import type { Challenge } from '../../http-auth/auth.ts';
import { parseChallenges } from '../../http-auth/challenges.ts';
import { digestAlgorithmNamed, rankOf, type DigestAlgorithm } from './algorithm.ts';

export type DigestQop = 'auth' | 'auth-int';

/** One Digest challenge that can be answered (RFC 7616 §3.3). Texts are byte strings, unescaped. */
export interface DigestChallenge {
  readonly realm: string;
  readonly nonce: string;
  readonly opaque: string | undefined;
  readonly algorithm: DigestAlgorithm;
  /** As the challenge spelled it, to be sent back; absent where it named none and MD5 is meant. */
  readonly spelledAlgorithm: string | undefined;
  /** The known ones among those offered; empty where the challenge knows no qop (RFC 2069). */
  readonly qops: readonly DigestQop[];
  readonly stale: boolean;
  readonly userhash: boolean;
  /** `charset=UTF-8` was said: user name and password are encoded in it. */
  readonly utf8: boolean;
  /** URIs of the protection space; empty for the whole server. */
  readonly domain: readonly string[];
  /** The challenge as the server wrote it. */
  readonly written: string;
}

export interface DigestPreference {
  /** Name of an algorithm, or `auto` for the strongest that is offered. */
  readonly algorithm: string;
  /** The qop that is taken where the server offers the choice. */
  readonly qop: 'auto' | DigestQop;
}

/**
 * The Digest challenges among these field values that can be answered, in their order. One with an unknown algorithm or
 * with none but unknown qops is left out (RFC 7616 §3.3).
 */
export const digestChallenges = (lines: readonly string[]): readonly DigestChallenge[] =>
  lines.flatMap((line) =>
    parseChallenges([line]).challenges.flatMap((challenge) => {
      const written = line.slice(challenge.span.start, challenge.span.end);
      const read = challenge.scheme === 'digest' ? readChallenge(challenge, written) : undefined;
      return read === undefined ? [] : [read];
    }),
  );

/** The strongest challenge, the first of equals; `undefined` where none can be answered as preferred. */
export const chooseDigest = (
  lines: readonly string[],
  { algorithm }: DigestPreference = { algorithm: 'auto', qop: 'auto' },
): DigestChallenge | undefined => {
  const wanted = algorithm === 'auto' ? undefined : digestAlgorithmNamed(algorithm);
  return digestChallenges(lines)
    .filter((one) => wanted === undefined || one.algorithm.name === wanted.name)
    .toSorted((a, b) => rankOf(a.algorithm) - rankOf(b.algorithm))
    .at(0);
};

/** `undefined` for the form without qop. `auto` takes auth, since auth-int must read the whole body first. */
export const qopFor = (
  { qops }: Pick<DigestChallenge, 'qops'>,
  preferred: DigestPreference['qop'],
): DigestQop | undefined =>
  qops.find((qop) => qop === (preferred === 'auto' ? 'auth' : preferred)) ?? qops[0];

const readChallenge = (challenge: Challenge, written: string): DigestChallenge | undefined => {
  // A server that repeats a parameter means its last word, and that is how curl reads it.
  const param = (name: string): string | undefined =>
    challenge.params.findLast((one) => one.name === name)?.value;
  const spelledAlgorithm = param('algorithm')?.trim();
  const algorithm = digestAlgorithmNamed(spelledAlgorithm ?? 'MD5');
  const realm = param('realm');
  const nonce = param('nonce');
  const offered = (param('qop') ?? '')
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean);
  const qops = offered.filter((qop): qop is DigestQop => qop === 'auth' || qop === 'auth-int');
  if (algorithm === undefined || realm === undefined || nonce === undefined) return undefined;
  if (offered.length > 0 && qops.length === 0) return undefined;
  const isTrue = (name: string): boolean => param(name)?.toLowerCase() === 'true';
  return {
    realm,
    nonce,
    opaque: param('opaque'),
    algorithm,
    spelledAlgorithm,
    qops,
    stale: isTrue('stale'),
    userhash: isTrue('userhash'),
    utf8: param('charset')?.toLowerCase() === 'utf-8',
    domain: (param('domain') ?? '').split(/\s+/).filter(Boolean),
    written,
  };
};
