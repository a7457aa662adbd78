import type { Cause } from './causes.ts';

/** Causes as they stand in lists of candidates and of what was ruled out. */
const titles = {
  'credentials-missing': 'Credentials missing',
  'placeholder-unresolved': 'Placeholder not filled in',
  'header-malformed': 'Credential header malformed',
  'charset-mismatch': 'Password in another charset',
  'credentials-in-wrong-place': 'Credential in the wrong place',
  'credentials-conflict': 'Two credentials at once',
  'scheme-mismatch': 'Other scheme wanted',
  'integrated-auth-required': 'Windows sign-in wanted',
  'client-certificate-required': 'Client certificate wanted',
  'required-header-missing': 'Required field missing',
  'csrf-token-missing': 'Anti-forgery token missing',
  'credentials-rejected': 'Credentials unknown to the server',
  'account-unusable': 'Account unusable',
  'mfa-required': 'Further factor wanted',
  'auth-method-retired': 'Method no longer accepted',
  'token-expired': 'Token expired',
  'token-not-yet-valid': 'Token not valid yet',
  'token-revoked': 'Token revoked',
  'token-malformed': 'Token malformed',
  'token-signature-invalid': 'Token signature not accepted',
  'token-audience-mismatch': 'Token for another audience',
  'token-issuer-mismatch': 'Token from another issuer',
  'token-type-wrong': 'Wrong kind of token',
  'token-rejected': 'Token refused without a reason',
  'scope-insufficient': 'Scope missing',
  'sender-constraint-failed': 'Proof of possession failed',
  'signature-mismatch': 'Request signature differs',
  'signing-scope-wrong': 'Signed for another scope',
  'clock-skew': 'Clock skew',
  'nonce-stale': 'Nonce stale',
  'digest-response-mismatch': 'Digest response differs',
  'client-authentication-failed': 'OAuth client not accepted',
  'grant-invalid': 'Grant not accepted',
  'redirect-uri-mismatch': 'Redirect URI not registered',
  'consent-missing': 'Consent missing',
  'session-expired': 'Session ended',
  'cookie-conflict': 'Cookies in conflict',
  'permission-denied': 'Permission denied',
  'ip-not-allowed': 'Address not allowed',
  'client-not-allowed': 'Client not allowed',
  'redirect-dropped-credentials': 'Redirect dropped the credentials',
  'url-wrong': 'Wrong address',
  'stale-dns': 'Outdated address of the host',
  'proxy-authentication-required': 'Proxy wants credentials',
  'blocked-by-intermediary': 'Stopped on the way',
  'preflight-blocked': 'CORS preflight refused',
  'cached-response': 'Stored answer replayed',
  'rate-limited': 'Too many requests',
  'header-stripped': 'Header lost behind the door',
  'server-misconfigured': 'Server misconfigured',
  unexplained: 'Unexplained',
} as const satisfies Record<Cause, string>;

export const causeTitle = (cause: Cause): string => titles[cause];

/** Below this the verdict is "Unexplained", whatever leads the list. */
export const POSSIBLE = 0.3;

export type Odds = 'almost certain' | 'very likely' | 'likely' | 'possible' | 'unlikely';

export const oddsWord = (confidence: number): Odds => {
  const percent = percentOf(confidence);
  if (percent >= 95) return 'almost certain';
  if (percent >= 80) return 'very likely';
  if (percent >= 55) return 'likely';
  return percent >= 30 ? 'possible' : 'unlikely';
};

/** Whole per cent, never 0 and never 100: nothing here is certain. */
export const percentOf = (confidence: number): number =>
  Math.min(99, Math.max(1, Math.round(confidence * 100)));

/** "97 %", with a no-break space. */
export const oddsFigure = (confidence: number): string => `${percentOf(confidence)}\u00a0%`;
