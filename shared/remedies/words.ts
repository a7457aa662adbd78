import type { RemedyId } from './remedy-ids.ts';

interface RemedyWords {
  /** What it does, where no plan is at hand: in reports and on the shell. */
  readonly title: string;
  /** What was accepted after it ran: "It helped: the fresh token was accepted". */
  readonly accepted: string;
}

const words = {
  'refresh-token': { title: 'Refresh the token and retry', accepted: 'the fresh token was accepted' },
  'fetch-token': { title: 'Fetch a new token and retry', accepted: 'the fresh token was accepted' },
  'authorize-again': { title: 'Authorize again in the browser', accepted: 'the new login was accepted' },
  'ask-for-scope': {
    title: 'Get a token with the missing scope',
    accepted: 'a token with the further scope was accepted',
  },
  'ask-for-audience': {
    title: 'Get a token for this API’s audience',
    accepted: 'a token for this audience was accepted',
  },
  'step-up': {
    title: 'Log in as the server’s challenge asks (RFC 9470, claims)',
    accepted: 'the stronger login was accepted',
  },
  'correct-issuer': {
    title: 'Get the token from the issuer or tenant that the server trusts',
    accepted: 'the token of the other issuer was accepted',
  },
  'correct-client': {
    title: 'Correct client ID and secret, then get a token',
    accepted: 'the client was accepted',
  },
  'switch-client-authentication': {
    title: 'Authenticate the OAuth client in another way',
    accepted: 'the client was accepted in this way',
  },
  'correct-redirect-uri': {
    title: 'Use the registered redirect URI and log in again',
    accepted: 'the login by the registered redirect URI was accepted',
  },
  'prove-possession': {
    title: 'Get a token bound to a key and prove the key with each request (DPoP)',
    accepted: 'the token was accepted with its proof',
  },
  'repair-header': { title: 'Repair the field and retry', accepted: 'the repaired field was accepted' },
  'switch-scheme': {
    title: 'Switch to the scheme that is asked for',
    accepted: 'the other scheme was accepted',
  },
  'fill-placeholder': { title: 'Fill in the value and retry', accepted: 'the filled-in value was accepted' },
  'fill-credentials': {
    title: 'Use other credentials and retry',
    accepted: 'the credentials were accepted',
  },
  'reencode-credentials': {
    title: 'Encode user and password in the other charset and retry',
    accepted: 'the re-encoded credentials were accepted',
  },
  'move-credential': {
    title: 'Move the credential to the place that the server names',
    accepted: 'the credential was accepted in its new place',
  },
  'remove-credential': {
    title: 'Send one credential instead of two',
    accepted: 'the one credential was accepted',
  },
  'add-field': {
    title: 'Add the field that the server misses',
    accepted: 'the request was accepted with the added field',
  },
  'add-csrf-token': {
    title: 'Fetch the anti-forgery token and send it along',
    accepted: 'the anti-forgery token was accepted',
  },
  'answer-nonce': { title: 'Answer with the new nonce', accepted: 'the new nonce was answered rightly' },
  'use-server-clock': {
    title: 'Sign with the server’s clock',
    accepted: 'the signature by the server’s clock was accepted',
  },
  'correct-signing-scope': {
    title: 'Sign for the region and service that the server names',
    accepted: 'the signature for the other scope was accepted',
  },
  'choose-client-certificate': {
    title: 'Choose a client certificate',
    accepted: 'the client certificate was accepted',
  },
  'log-in-by-form': { title: 'Log in by the form and retry', accepted: 'the new session was accepted' },
  'drop-cookie': {
    title: 'Drop the cookie that stands in the way',
    accepted: 'without that cookie the request was accepted',
  },
  'send-without-cookies': {
    title: 'Send without cookies',
    accepted: 'without cookies the request was accepted',
  },
  'send-to-redirect-target': {
    title: 'Send the credentials to the redirect’s target',
    accepted: 'the redirect’s target accepted the credentials',
  },
  'use-final-url': { title: 'Use the final URL', accepted: 'the final address accepted the credentials' },
  'correct-url': { title: 'Correct the address', accepted: 'the corrected address accepted the request' },
  're-resolve': {
    title: 'Look the name up anew and connect afresh',
    accepted: 'the address found now accepted the request',
  },
  'send-proxy-credentials': {
    title: 'Send credentials to the proxy',
    accepted: 'the proxy let the request through',
  },
  'wait-and-retry': { title: 'Wait and retry', accepted: 'after the wait the request was accepted' },
  retry: { title: 'Send again', accepted: 'the second try was accepted' },
  report: {
    title: 'Report it to whoever runs the server',
    accepted: 'the request was accepted',
  },
} as const satisfies Record<RemedyId, RemedyWords>;

/** A remedy where no plan is at hand: in reports and on the shell. */
export const remedyTitle = (id: RemedyId): string => words[id].title;

/** What was accepted where the remedy helped. */
export const remedyAccepted = (id: RemedyId): string => words[id].accepted;
