import type { Cause } from './causes.ts';
import { BASELINE } from './weights.ts';

/** One cause with the sum of its evidence. */
export interface Scored {
  readonly cause: Cause;
  readonly score: number;
}

export interface Ranked {
  readonly cause: Cause;
  readonly probability: number;
}

/**
 * A specific cause explains the generic words of the server as well: an expired token is also "invalid credentials".
 * Each line: these causes, when they have support of their own, take the weight out of those.
 */
const explains: Readonly<Partial<Record<Cause, readonly Cause[]>>> = {
  'placeholder-unresolved': [
    'header-malformed',
    'token-malformed',
    'scheme-mismatch',
    'client-authentication-failed',
    'credentials-missing',
    'grant-invalid',
    'token-signature-invalid',
    'header-stripped',
  ],
  'header-malformed': [
    'token-malformed',
    'scheme-mismatch',
    'credentials-missing',
    'client-authentication-failed',
    'token-signature-invalid',
    'header-stripped',
    'token-expired',
    'credentials-in-wrong-place',
    'required-header-missing',
    'server-misconfigured',
  ],
  'credentials-in-wrong-place': [
    'credentials-missing',
    'session-expired',
    'scheme-mismatch',
    'header-stripped',
    'required-header-missing',
    'header-malformed',
    'token-malformed',
    'server-misconfigured',
  ],
  'credentials-conflict': [
    'header-malformed',
    'signature-mismatch',
    'scheme-mismatch',
    'token-malformed',
    'header-stripped',
    'credentials-in-wrong-place',
    'server-misconfigured',
    'token-expired',
    'session-expired',
  ],
  'redirect-dropped-credentials': [
    'credentials-missing',
    'header-stripped',
    'url-wrong',
    'blocked-by-intermediary',
    'session-expired',
    'cached-response',
  ],
  'integrated-auth-required': ['scheme-mismatch', 'credentials-missing'],
  'scheme-mismatch': [
    'credentials-missing',
    'header-stripped',
    'token-expired',
    'token-malformed',
    'integrated-auth-required',
    'session-expired',
  ],
  'preflight-blocked': [
    'credentials-missing',
    'session-expired',
    'integrated-auth-required',
    'scheme-mismatch',
    'cached-response',
    'server-misconfigured',
    'csrf-token-missing',
  ],
  'proxy-authentication-required': [
    'credentials-missing',
    'integrated-auth-required',
    'blocked-by-intermediary',
    'scheme-mismatch',
  ],
  'client-certificate-required': [
    'credentials-missing',
    'blocked-by-intermediary',
    'server-misconfigured',
    'client-authentication-failed',
  ],
  'csrf-token-missing': [
    'session-expired',
    'credentials-missing',
    'nonce-stale',
    'required-header-missing',
    'client-not-allowed',
  ],
  'required-header-missing': [
    'credentials-missing',
    'url-wrong',
    'nonce-stale',
    'header-stripped',
    'grant-invalid',
  ],
  'charset-mismatch': [],
  'account-unusable': [
    'grant-invalid',
    'client-authentication-failed',
    'rate-limited',
    'digest-response-mismatch',
    'nonce-stale',
  ],
  'mfa-required': [
    'required-header-missing',
    'grant-invalid',
    'consent-missing',
    'credentials-missing',
    'scheme-mismatch',
    'account-unusable',
    'scope-insufficient',
  ],
  'auth-method-retired': [
    'account-unusable',
    'scheme-mismatch',
    'credentials-missing',
    'grant-invalid',
    'credentials-in-wrong-place',
  ],
  'token-expired': [
    'sender-constraint-failed',
    'session-expired',
    'token-signature-invalid',
    'grant-invalid',
    'credentials-missing',
    'header-stripped',
    'token-issuer-mismatch',
    'token-audience-mismatch',
    'scheme-mismatch',
  ],
  'token-not-yet-valid': ['token-malformed', 'signature-mismatch', 'token-expired'],
  'token-revoked': ['grant-invalid', 'session-expired', 'permission-denied'],
  'token-malformed': ['token-signature-invalid', 'scheme-mismatch'],
  'token-type-wrong': [
    'token-malformed',
    'scope-insufficient',
    'token-signature-invalid',
    'token-audience-mismatch',
  ],
  'token-audience-mismatch': [
    'grant-invalid',
    'sender-constraint-failed',
    'token-signature-invalid',
    'token-malformed',
    'token-type-wrong',
    'token-issuer-mismatch',
  ],
  'token-issuer-mismatch': [
    'client-authentication-failed',
    'grant-invalid',
    'token-signature-invalid',
    'token-malformed',
    'url-wrong',
    'token-audience-mismatch',
    'server-misconfigured',
  ],
  'token-signature-invalid': [],
  'scope-insufficient': [
    'header-stripped',
    'credentials-missing',
    'token-audience-mismatch',
    'token-type-wrong',
  ],
  'sender-constraint-failed': [
    'nonce-stale',
    'grant-invalid',
    'signature-mismatch',
    'token-signature-invalid',
    'clock-skew',
    'client-authentication-failed',
    'scheme-mismatch',
    'required-header-missing',
    'client-certificate-required',
    'token-issuer-mismatch',
  ],
  'clock-skew': [
    'token-expired',
    'token-not-yet-valid',
    'signature-mismatch',
    'grant-invalid',
    'nonce-stale',
    'client-authentication-failed',
    'token-malformed',
    'required-header-missing',
    'mfa-required',
  ],
  'signing-scope-wrong': ['signature-mismatch', 'url-wrong', 'header-malformed', 'scheme-mismatch'],
  'nonce-stale': ['digest-response-mismatch', 'signature-mismatch', 'session-expired'],
  'digest-response-mismatch': [],
  'client-authentication-failed': [
    'grant-invalid',
    'scheme-mismatch',
    'redirect-uri-mismatch',
    'credentials-missing',
  ],
  'redirect-uri-mismatch': [
    'grant-invalid',
    'client-authentication-failed',
    'client-not-allowed',
    'credentials-missing',
    'blocked-by-intermediary',
  ],
  'consent-missing': ['grant-invalid', 'scope-insufficient', 'account-unusable'],
  'cookie-conflict': [
    'token-signature-invalid',
    'session-expired',
    'token-expired',
    'csrf-token-missing',
    'credentials-missing',
    'blocked-by-intermediary',
  ],
  'session-expired': [
    'credentials-missing',
    'csrf-token-missing',
    'header-stripped',
    'blocked-by-intermediary',
    'url-wrong',
  ],
  'ip-not-allowed': [
    'rate-limited',
    'blocked-by-intermediary',
    'client-not-allowed',
    'account-unusable',
    'credentials-missing',
  ],
  'client-not-allowed': ['blocked-by-intermediary', 'csrf-token-missing'],
  'blocked-by-intermediary': [
    'credentials-missing',
    'session-expired',
    'url-wrong',
    'redirect-dropped-credentials',
    'header-stripped',
  ],
  'cached-response': [
    'credentials-missing',
    'session-expired',
    'header-stripped',
    'scheme-mismatch',
    'server-misconfigured',
  ],
  'rate-limited': ['account-unusable', 'ip-not-allowed', 'blocked-by-intermediary', 'credentials-missing'],
  'url-wrong': [
    'header-malformed',
    'credentials-missing',
    'header-stripped',
    'signing-scope-wrong',
    'required-header-missing',
    'session-expired',
    'scope-insufficient',
    'token-malformed',
    'token-signature-invalid',
    'blocked-by-intermediary',
  ],
  'header-stripped': [
    'csrf-token-missing',
    'credentials-missing',
    'session-expired',
    'token-signature-invalid',
    'scheme-mismatch',
    'required-header-missing',
    'consent-missing',
  ],
  'stale-dns': [
    'scheme-mismatch',
    'credentials-in-wrong-place',
    'token-signature-invalid',
    'token-issuer-mismatch',
    'token-revoked',
    'session-expired',
    'server-misconfigured',
  ],
  'server-misconfigured': [
    'csrf-token-missing',
    'client-not-allowed',
    'credentials-missing',
    'session-expired',
    'required-header-missing',
    'token-expired',
    'token-revoked',
    'token-signature-invalid',
    'sender-constraint-failed',
    'header-stripped',
  ],
};

/** Every cause but these two knows why; they only know that. */
const generic: readonly Cause[] = ['credentials-rejected', 'token-rejected', 'permission-denied'];
/** Causes that are no less general than the generic ones and explain nothing of them. */
const explainsNothing: ReadonlySet<Cause> = new Set<Cause>([
  'credentials-rejected',
  'token-rejected',
  'permission-denied',
  'unexplained',
  'grant-invalid',
  'credentials-missing',
]);

const SPEAKS = 2;
const EXPLAINED_AWAY = 2.8;
/** What the client can see by itself in what it sent is heard however loudly the server refuses it. */
const plain: ReadonlySet<Cause> = new Set<Cause>([
  'placeholder-unresolved',
  'header-malformed',
  'credentials-conflict',
]);
const LOUDEST = 4.8;
/** Nor is a table that knows a general refusal heard over an address that changed, or a server that tells of its own fault. */
const outright: ReadonlySet<Cause> = new Set<Cause>([
  'server-misconfigured',
  'stale-dns',
  'charset-mismatch',
]);
const LOUD = 5.9;

const explainedBy = (cause: Cause, other: Cause): boolean =>
  (explains[other]?.includes(cause) ?? false) || (generic.includes(cause) && !explainsNothing.has(other));

/** The weights were set on failures at hand; those not seen are less kind, so all odds are drawn a little together. */
const MODESTY = 0.85;
/** That nothing was found is no proof that nothing is there. */
const UNEXPLAINED_AT_MOST = 0.6;

/** Log-odds into probabilities, `unexplained` among them, in order of rank. Their sum is at most one. */
export const rank = (scored: readonly Scored[]): readonly Ranked[] => {
  const settled = scored.map((one) => {
    const general = generic.includes(one.cause);
    const heardOver = (other: Scored): number =>
      general
        ? Math.min(one.score, plain.has(other.cause) ? LOUDEST : outright.has(other.cause) ? LOUD : one.score)
        : one.score;
    const stronger = scored.filter(
      (other) =>
        other.score >= Math.max(SPEAKS, heardOver(other) - 2) &&
        explainedBy(one.cause, other.cause) &&
        !explainedBy(other.cause, one.cause),
    );
    return stronger.length === 0
      ? one
      : { ...one, score: Math.min(...stronger.map(heardOver)) - EXPLAINED_AWAY };
  });
  const all = [...settled, { cause: 'unexplained' as const, score: BASELINE }];
  const highest = Math.max(...all.map((one) => one.score));
  const odds = all.map((one) => Math.exp(MODESTY * (one.score - highest)));
  const sum = odds.reduce((total, each) => total + each, 0);
  return all
    .map(({ cause }, at) => {
      const probability = (odds[at] ?? 0) / sum;
      return {
        cause,
        probability: cause === 'unexplained' ? Math.min(UNEXPLAINED_AT_MOST, probability) : probability,
      };
    })
    .toSorted((a, b) => b.probability - a.probability);
};
