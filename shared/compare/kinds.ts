import type { Cause } from '../diagnosis/causes.ts';
import type { Diagnosis } from '../diagnosis/diagnosis.ts';

/** In what two requests can differ. */
export type DifferenceKind =
  | 'credential'
  | 'scheme'
  | 'key'
  | 'cookie'
  | 'host'
  | 'transport'
  | 'path'
  | 'parameter'
  | 'method'
  | 'body'
  | 'content-type'
  | 'origin'
  | 'client'
  | 'field'
  | 'version'
  | 'spelling';

interface KindWords {
  /** How likely such a difference is what matters, before anything is known of the refusal. */
  readonly usual: number;
  /** Causes of which it may be the reason. */
  readonly causes: readonly Cause[];
  readonly why: string;
}

export const kinds: Readonly<Record<DifferenceKind, KindWords>> = {
  credential: {
    usual: 0.6,
    causes: [
      'credentials-rejected',
      'token-rejected',
      'token-expired',
      'token-revoked',
      'token-audience-mismatch',
      'token-issuer-mismatch',
      'token-signature-invalid',
      'token-type-wrong',
      'scope-insufficient',
      'charset-mismatch',
    ],
    why: 'Another credential stands for somebody else, or is good for something else.',
  },
  scheme: {
    usual: 0.7,
    causes: ['scheme-mismatch', 'header-malformed', 'credentials-missing', 'credentials-in-wrong-place'],
    why: 'The word before the credential tells the server how to read it.',
  },
  key: {
    usual: 0.55,
    causes: [
      'credentials-missing',
      'credentials-in-wrong-place',
      'required-header-missing',
      'credentials-rejected',
    ],
    why: 'It sounds like a key or a token, and a server may look for it there.',
  },
  cookie: {
    usual: 0.35,
    causes: ['session-expired', 'cookie-conflict', 'csrf-token-missing', 'credentials-missing'],
    why: 'A session may hang on this cookie, and an old one can be in the way of a good credential.',
  },
  host: {
    usual: 0.45,
    causes: [
      'url-wrong',
      'token-audience-mismatch',
      'signing-scope-wrong',
      'stale-dns',
      'redirect-dropped-credentials',
    ],
    why: 'Another host is another service or environment, with credentials of its own.',
  },
  transport: {
    usual: 0.3,
    causes: ['redirect-dropped-credentials', 'url-wrong', 'cookie-conflict'],
    why: 'http and https are two origins: redirects between them drop credentials, and secure cookies stay behind.',
  },
  path: {
    usual: 0.4,
    causes: ['url-wrong', 'permission-denied', 'signing-scope-wrong', 'redirect-dropped-credentials'],
    why: 'Rights and routes hang on the path, letter by letter.',
  },
  parameter: {
    usual: 0.2,
    causes: ['url-wrong', 'credentials-missing', 'required-header-missing', 'signature-mismatch'],
    why: 'A parameter can choose version or tenant, and a signature covers it.',
  },
  method: {
    usual: 0.3,
    causes: ['permission-denied', 'csrf-token-missing', 'scope-insufficient', 'signature-mismatch'],
    why: 'Another method needs another right, and writing often needs a token against forgery.',
  },
  body: {
    usual: 0.15,
    causes: ['signature-mismatch', 'grant-invalid', 'client-authentication-failed', 'csrf-token-missing'],
    why: 'A signature covers the body, and a token request is its body.',
  },
  'content-type': {
    usual: 0.2,
    causes: ['client-authentication-failed', 'csrf-token-missing', 'signature-mismatch'],
    why: 'A server that cannot read the body does not see the credentials in it.',
  },
  origin: {
    usual: 0.2,
    causes: ['csrf-token-missing', 'preflight-blocked', 'client-not-allowed'],
    why: 'Servers use it to tell their own pages from foreign ones.',
  },
  client: {
    usual: 0.1,
    causes: ['client-not-allowed', 'blocked-by-intermediary', 'preflight-blocked'],
    why: 'Firewalls and gateways let some clients pass and not others.',
  },
  field: {
    usual: 0.12,
    causes: ['required-header-missing', 'client-not-allowed', 'signature-mismatch'],
    why: 'Some APIs want a field of their own beside the credential.',
  },
  version: {
    usual: 0.04,
    causes: ['blocked-by-intermediary', 'header-stripped'],
    why: 'Seldom: a gateway may treat HTTP/1.1 and HTTP/2 differently.',
  },
  spelling: {
    usual: 0.02,
    causes: ['header-stripped', 'blocked-by-intermediary', 'signature-mismatch'],
    why: 'Hardly ever: names of fields are read without regard to case and order (RFC 9110 §5.1).',
  },
};

/** How likely the difference is the one that matters for this diagnosis: its usual odds, raised by those of its causes. */
export const mattersFor = (kind: DifferenceKind, diagnosis: Diagnosis | undefined): number => {
  const { usual, causes } = kinds[kind];
  const told = (diagnosis?.findings ?? [])
    .filter(({ cause }) => causes.includes(cause))
    .reduce((sum, { confidence }) => sum + confidence, 0);
  return 1 - (1 - usual) * (1 - Math.min(0.95, told));
};
