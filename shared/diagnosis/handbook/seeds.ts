import type { RemedyId } from '../../remedies/remedy-ids.ts';
import type { Cause } from '../causes.ts';

/** One advice of the usual articles on how to mend a 401, and its place here. */
export interface Seed {
  readonly advice: string;
  readonly causes: readonly Cause[];
  readonly remedies: readonly RemedyId[];
  /** Ids of the experiments that find out whether it applies. */
  readonly experiments: readonly string[];
  /** Where else in the app it is done. */
  readonly also?: string;
}

export const seeds: readonly Seed[] = [
  {
    advice: 'Look for typos and for upper and lower case in user name, password, key',
    causes: ['credentials-rejected', 'header-malformed', 'placeholder-unresolved', 'charset-mismatch'],
    remedies: ['fill-credentials', 'repair-header', 'fill-placeholder', 'reencode-credentials'],
    experiments: ['made-up-credential', 'other-charset'],
  },
  {
    advice: 'Check the URL: misspelled, outdated, another version or environment',
    causes: ['url-wrong', 'redirect-dropped-credentials', 'token-issuer-mismatch'],
    remedies: ['correct-url', 'use-final-url', 'correct-issuer'],
    experiments: ['other-path', 'unknown-path'],
  },
  {
    advice: 'Clear cache and cookies',
    causes: ['cached-response', 'cookie-conflict', 'session-expired'],
    remedies: ['add-field', 'drop-cookie', 'send-without-cookies', 'log-in-by-form'],
    experiments: ['without-cookies', 'again'],
  },
  {
    advice: 'Flush the DNS cache and compare the addresses',
    causes: ['stale-dns'],
    remedies: ['re-resolve'],
    experiments: ['each-address'],
  },
  {
    advice: 'Switch off plugins, firewalls and what else stands between',
    causes: ['blocked-by-intermediary', 'header-stripped', 'proxy-authentication-required'],
    remedies: ['send-proxy-credentials', 'report'],
    experiments: ['without-proxy'],
  },
  {
    advice: 'Read the WWW-Authenticate field',
    causes: ['scheme-mismatch', 'credentials-missing', 'integrated-auth-required', 'nonce-stale'],
    remedies: ['switch-scheme', 'answer-nonce'],
    experiments: ['without-credentials'],
    also: 'paste the field alone: it is taken apart',
  },
  {
    advice: 'Is the token expired or revoked? Refresh it',
    causes: ['token-expired', 'token-revoked', 'token-rejected', 'token-not-yet-valid'],
    remedies: ['refresh-token', 'fetch-token', 'authorize-again', 'wait-and-retry'],
    experiments: ['fresh-token', 'introspection'],
    also: 'a profile renews its token before it expires',
  },
  {
    advice: 'Check permissions and roles',
    causes: ['permission-denied', 'scope-insufficient'],
    remedies: ['ask-for-scope', 'fill-credentials', 'report'],
    experiments: ['reading-only'],
  },
  {
    advice: 'Check the format of the Authorization header',
    causes: ['header-malformed', 'credentials-in-wrong-place', 'credentials-conflict'],
    remedies: ['repair-header', 'move-credential', 'remove-credential'],
    experiments: ['other-prefix'],
    also: 'a request is checked before it is sent',
  },
  {
    advice: 'Send the further headers that the API needs',
    causes: ['required-header-missing', 'csrf-token-missing'],
    remedies: ['add-field', 'add-csrf-token'],
    experiments: [],
  },
  {
    advice: 'Is the IP address or the User-Agent restricted?',
    causes: ['ip-not-allowed', 'client-not-allowed'],
    remedies: ['add-field', 'report'],
    experiments: ['without-proxy'],
  },
  {
    advice: 'Mind rate limits and wait',
    causes: ['rate-limited', 'account-unusable'],
    remedies: ['wait-and-retry'],
    experiments: ['again'],
  },
  {
    advice: 'Check the OAuth or SSO set-up: redirect URI, consent, scopes, client ID and secret',
    causes: [
      'redirect-uri-mismatch',
      'consent-missing',
      'scope-insufficient',
      'client-authentication-failed',
      'grant-invalid',
      'token-audience-mismatch',
    ],
    remedies: [
      'correct-redirect-uri',
      'authorize-again',
      'ask-for-scope',
      'correct-client',
      'switch-client-authentication',
      'ask-for-audience',
    ],
    experiments: ['client-authentication', 'issuer-keys'],
    also: 'a profile is set up from what the API says of itself (RFC 9728)',
  },
  {
    advice: 'Is multi-factor authentication demanded?',
    causes: ['mfa-required'],
    remedies: ['step-up', 'add-field', 'authorize-again'],
    experiments: [],
  },
  {
    advice: 'Has the session expired? Log in again',
    causes: ['session-expired'],
    remedies: ['log-in-by-form', 'authorize-again'],
    experiments: ['without-cookies'],
  },
  {
    advice: 'Set the clock',
    causes: ['clock-skew', 'token-not-yet-valid'],
    remedies: ['use-server-clock', 'wait-and-retry'],
    experiments: ['clock'],
  },
  {
    advice: 'Is the server misconfigured?',
    causes: ['server-misconfigured', 'header-stripped', 'token-signature-invalid'],
    remedies: ['report'],
    experiments: ['issuer-keys', 'again'],
  },
  {
    advice: 'Look into the server’s logs',
    causes: ['unexplained', 'token-rejected'],
    remedies: ['report'],
    experiments: [],
    also: '“If you run this server” in the diagnosis has the commands',
  },
  {
    advice: 'Contact the administrator',
    causes: ['unexplained', 'account-unusable', 'ip-not-allowed', 'permission-denied'],
    remedies: ['report'],
    experiments: [],
    also: 'the report can be attached as it is: secrets have names in it',
  },
];
