import { createHash } from 'node:crypto';
import { decodeJwt } from '../../shared/token/jwt.ts';
import { decrypted, isEncrypted } from './decrypted.ts';
import type { GrantContext } from './grants/grant.ts';
import { issuerSignature } from './issuer-keys.ts';
import { stopped, thrown } from './oauth-errors.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { Stopped } from './tokens-types.ts';

/** What an ID token must belong to. */
export interface IdTokenBelongs {
  /** Absent where none was sent. */
  readonly nonce?: string;
  readonly code?: string | undefined;
  readonly accessToken: string | undefined;
  /**
   * Through a browser anybody may have written it, so all of it must be there. From the token endpoint it comes straight
   * from the server: hashes may be left out, and TLS stands for what cannot be checked for want of a key (§3.1.3.7, 6).
   */
  readonly by: 'browser' | 'token-endpoint';
}

/** Clocks differ; a minute is given. */
const leewaySeconds = 60;

/**
 * Why an ID token must not be believed (OpenID Connect Core §3.1.3.7, §3.2.2.11, §3.3.2.11): made for another login,
 * another client or by another server, over, not about this code or access token, or not signed by the issuer. One that is
 * encrypted is opened first. Without an issuer in the profile there is nothing to compare its signature with.
 */
export const idTokenProblem = async (
  context: GrantContext,
  given: string,
  belongs: IdTokenBelongs,
): Promise<Stopped | undefined> => {
  const idToken = isEncrypted(given) ? await decrypted(context.settings, given, 'The ID token') : given;
  if (typeof idToken !== 'string') return belongs.by === 'browser' ? idToken : undefined;
  const decoded = decodeJwt(idToken);
  if (decoded.kind !== 'jwt')
    return stopped('id-token-malformed', 'The ID token of the answer is not a JWT.');
  const { claims, header } = decoded.jwt;
  if (belongs.nonce !== undefined && claims['nonce'] !== belongs.nonce) {
    return stopped(
      'nonce-mismatch',
      'The ID token was made for another login: its nonce is not the one that was sent.',
    );
  }
  const unfit = claimProblem(context, claims);
  if (unfit !== undefined) return unfit;
  const algorithm = typeof header['alg'] === 'string' ? header['alg'] : '';
  for (const [claim, value, what] of [
    ['c_hash', belongs.code, 'code'],
    ['at_hash', belongs.accessToken, 'access token'],
  ] as const) {
    const leftOut = belongs.by === 'token-endpoint' && claims[claim] === undefined;
    if (value !== undefined && !leftOut && claims[claim] !== leftHalfHash(value, algorithm)) {
      return stopped(
        'id-token-hash-mismatch',
        `The ID token does not belong to the ${what} beside it: its ${claim} is ${claims[claim] === undefined ? 'missing' : 'that of another'}.`,
      );
    }
  }
  if (!context.server.issuerKnown) return undefined;
  const signature = await issuerSignature(context, idToken);
  if (signature.kind === 'good') return undefined;
  if (signature.kind === 'unknown' && belongs.by === 'token-endpoint') return undefined;
  return stopped(
    'id-token-signature',
    `The signature of the ID token was not accepted: ${signature.because}.`,
  );
};

const claimProblem = (
  { server: { metadata, issuerKnown }, settings, nowMs }: GrantContext,
  claims: Readonly<Record<string, unknown>>,
): Stopped | undefined => {
  const { iss, aud, exp } = claims;
  if (issuerKnown && iss !== metadata.issuer) {
    return stopped(
      'issuer-mismatch',
      `The ID token comes from another server, ${String(iss).slice(0, 200)}.`,
    );
  }
  if (issuerKnown && ![aud].flat().includes(settings.clientId)) {
    return stopped(
      'id-token-audience',
      'The ID token was made for another client: its aud does not name ours.',
    );
  }
  if (issuerKnown && !(typeof exp === 'number' && exp + leewaySeconds > nowMs() / 1000)) {
    return stopped(
      'id-token-expired',
      'The ID token is over already, or does not say until when it is good.',
    );
  }
  return undefined;
};

/** §3.3.2.11: the left half of the hash that the signature's algorithm names, in Base64url. */
export const leftHalfHash = (value: string, algorithm: string): string => {
  const bits = /(?:256|384|512)$/.exec(algorithm)?.[0] ?? (algorithm.startsWith('Ed') ? '512' : '256');
  const hash = createHash(`sha${bits}`).update(value, 'latin1').digest();
  return hash.subarray(0, hash.length / 2).toString('base64url');
};

/** What a token endpoint granted, unless the ID token in it must not be believed. */
export const withSoundIdToken = async (
  context: GrantContext,
  answer: TokenAnswer,
  about: Pick<IdTokenBelongs, 'nonce' | 'code'>,
): Promise<TokenAnswer> => {
  if (!answer.ok || answer.granted.idToken === undefined || !context.server.issuerKnown) return answer;
  const { idToken, accessToken } = answer.granted;
  try {
    const problem = await idTokenProblem(context, idToken, { ...about, accessToken, by: 'token-endpoint' });
    return problem === undefined ? answer : { ok: false, stopped: problem };
  } catch (error) {
    const reason = thrown(error, 'the keys of the issuer');
    return context.carrier.signal.aborted ? { ok: false, stopped: reason } : answer;
  }
};
