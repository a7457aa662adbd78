import type { Cause } from '../causes.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import type { Predicate, Subject } from './lexicon.ts';

export interface Meaning {
  readonly cause: Cause;
  readonly weight: number;
}

const means = (cause: Cause, weight: number): readonly Meaning[] => [{ cause, weight }];

type Meanings = Readonly<Partial<Record<Predicate, readonly Meaning[]>>>;

/** The same meaning whatever is said of the subject. */
const always = (meanings: readonly Meaning[], ...but: readonly Predicate[]): Meanings => {
  const all: readonly Predicate[] = [
    'missing',
    'unknown',
    'expired',
    'revoked',
    'disabled',
    'malformed',
    'mismatch',
    'future',
    'used',
    'denied',
    'invalid',
  ];
  return Object.fromEntries(all.filter((one) => !but.includes(one)).map((one) => [one, meanings]));
};

/** A signature is the request's where the request is signed and else the token's: each rule looks for itself. */
const signature: readonly Meaning[] = [
  { cause: 'signature-mismatch', weight: TOLD },
  { cause: 'token-signature-invalid', weight: TOLD },
];

/** What subject and predicate together say of the cause. Pairs that are absent say nothing. */
export const meanings: Readonly<Record<Subject, Meanings>> = {
  'refresh-token': always(means('grant-invalid', STATED), 'missing', 'denied'),
  code: always(means('grant-invalid', STATED), 'missing', 'denied'),
  csrf: always(means('csrf-token-missing', STATED)),
  'redirect-uri': {
    ...always(means('redirect-uri-mismatch', STATED)),
    missing: means('required-header-missing', TOLD),
  },
  'token-type': always(means('token-type-wrong', STATED), 'missing', 'expired', 'revoked', 'used'),
  audience: always(means('token-audience-mismatch', STATED), 'expired'),
  issuer: always(means('token-issuer-mismatch', STATED), 'expired'),
  scope: always(means('scope-insufficient', STATED), 'expired', 'used'),
  nonce: {
    ...always(means('nonce-stale', STATED), 'missing', 'denied'),
    missing: means('required-header-missing', SUGGESTED),
  },
  signature: {
    ...always(signature, 'missing', 'denied', 'expired'),
    expired: means('clock-skew', SUGGESTED),
    missing: means('required-header-missing', HINTED),
  },
  header: {
    malformed: means('header-malformed', TOLD),
    invalid: means('header-malformed', HINTED),
  },
  timestamp: {
    ...always(means('clock-skew', STATED), 'missing', 'denied'),
    denied: means('clock-skew', TOLD),
    excess: means('clock-skew', STATED),
    missing: means('required-header-missing', TOLD),
  },
  certificate: always(means('client-certificate-required', TOLD), 'used', 'future'),
  address: {
    denied: means('ip-not-allowed', STATED),
    disabled: means('ip-not-allowed', TOLD),
    unknown: means('ip-not-allowed', SUGGESTED),
    mismatch: means('ip-not-allowed', TOLD),
    invalid: means('ip-not-allowed', TOLD),
    excess: means('rate-limited', TOLD),
  },
  origin: {
    retired: means('client-not-allowed', TOLD),
    expired: means('client-not-allowed', TOLD),
    denied: means('client-not-allowed', TOLD),
    disabled: means('client-not-allowed', TOLD),
    invalid: means('client-not-allowed', SUGGESTED),
    mismatch: means('client-not-allowed', TOLD),
    missing: means('client-not-allowed', SUGGESTED),
  },
  client: {
    ...always(means('client-authentication-failed', TOLD), 'denied', 'missing'),
    missing: means('client-authentication-failed', SUGGESTED),
    denied: means('consent-missing', HINTED),
  },
  session: {
    ...always(means('session-expired', TOLD), 'denied', 'malformed', 'future', 'used'),
    missing: means('session-expired', HINTED),
    // Without a cookie it is the token whose session is over: each rule looks for itself.
    expired: [
      { cause: 'session-expired', weight: TOLD },
      { cause: 'token-expired', weight: SUGGESTED },
    ],
  },
  factor: always(means('mfa-required', STATED)),
  method: {
    retired: means('auth-method-retired', STATED),
    disabled: means('auth-method-retired', TOLD),
  },
  consent: always(means('consent-missing', STATED), 'malformed', 'future', 'used'),
  permission: {
    missing: means('permission-denied', TOLD),
    denied: means('permission-denied', TOLD),
    invalid: means('permission-denied', SUGGESTED),
    mismatch: means('permission-denied', SUGGESTED),
    unknown: means('permission-denied', HINTED),
  },
  tenant: {
    mismatch: means('token-issuer-mismatch', TOLD),
    invalid: means('token-issuer-mismatch', SUGGESTED),
    unknown: means('url-wrong', TOLD),
    missing: means('required-header-missing', TOLD),
  },
  mode: always(means('token-issuer-mismatch', TOLD), 'disabled'),
  place: {
    unknown: means('url-wrong', TOLD),
    invalid: means('url-wrong', TOLD),
    mismatch: means('url-wrong', TOLD),
    denied: means('permission-denied', SUGGESTED),
    disabled: means('url-wrong', HINTED),
  },
  plan: {
    missing: means('permission-denied', TOLD),
    denied: means('permission-denied', TOLD),
    expired: means('account-unusable', SUGGESTED),
    disabled: means('account-unusable', SUGGESTED),
    invalid: means('permission-denied', HINTED),
    excess: means('rate-limited', TOLD),
  },
  key: {
    retired: means('auth-method-retired', TOLD),
    invalid: means('credentials-rejected', STATED),
    unknown: means('credentials-rejected', STATED),
    denied: means('credentials-rejected', HINTED),
    mismatch: means('credentials-rejected', TOLD),
    malformed: means('credentials-rejected', SUGGESTED),
    expired: means('token-expired', STATED),
    revoked: means('token-revoked', STATED),
    disabled: means('account-unusable', TOLD),
    excess: means('rate-limited', TOLD),
  },
  token: {
    retired: means('auth-method-retired', TOLD),
    invalid: means('token-rejected', SUGGESTED),
    unknown: means('token-rejected', SUGGESTED),
    expired: means('token-expired', STATED),
    revoked: means('token-revoked', STATED),
    disabled: means('token-revoked', TOLD),
    denied: means('scope-insufficient', HINTED),
    mismatch: means('token-issuer-mismatch', SUGGESTED),
    malformed: means('token-malformed', TOLD),
    future: means('token-not-yet-valid', STATED),
    used: means('token-revoked', SUGGESTED),
  },
  password: {
    retired: means('auth-method-retired', STATED),
    invalid: means('credentials-rejected', STATED),
    unknown: means('credentials-rejected', STATED),
    mismatch: means('credentials-rejected', STATED),
    denied: means('credentials-rejected', HINTED),
    expired: means('account-unusable', TOLD),
    disabled: means('account-unusable', TOLD),
    malformed: means('header-malformed', HINTED),
    excess: means('rate-limited', STATED),
  },
  account: {
    retired: means('account-unusable', TOLD),
    disabled: means('account-unusable', STATED),
    expired: means('account-unusable', TOLD),
    revoked: means('account-unusable', SUGGESTED),
    unknown: [
      { cause: 'credentials-rejected', weight: TOLD },
      { cause: 'account-unusable', weight: HINTED },
    ],
    invalid: means('credentials-rejected', SUGGESTED),
    denied: means('permission-denied', TOLD),
    excess: means('rate-limited', TOLD),
  },
  attempts: {
    excess: means('rate-limited', STATED),
  },
  backend: {
    unreachable: means('server-misconfigured', STATED),
    expired: means('server-misconfigured', TOLD),
    disabled: means('server-misconfigured', SUGGESTED),
  },
  request: {
    excess: means('rate-limited', STATED),
    disabled: means('blocked-by-intermediary', TOLD),
    intercepted: means('blocked-by-intermediary', STATED),
  },
};
