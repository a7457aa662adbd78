import { ResponseBodyError } from 'oauth4webapi';
import type { Failure } from '../../shared/exchange/exchange.ts';
import { FlowStopped } from '../../shared/schemes/scheme.ts';
import { NoAnswer } from './transport-fetch.ts';
import type { Stopped } from './tokens-types.ts';

/** What the codes of RFC 6749 §4.1.2.1 and §5.2, OpenID Connect and RFC 8707 mean, for a person. */
const meanings: Readonly<Record<string, string>> = {
  invalid_request: 'the request lacks a parameter, repeats one or is malformed',
  invalid_client: 'the server does not accept this client: its ID, its secret or the way they are sent',
  invalid_grant:
    'the refresh token or authorization code is expired, revoked, used up or belongs to another client',
  unauthorized_client: 'this client may not use this grant',
  unsupported_grant_type: 'the server does not offer this grant',
  invalid_scope: 'a scope that is asked for is unknown, malformed or more than was granted',
  use_dpop_nonce:
    'the server wants its nonce in the proof that belongs to the token, and took none of those it gave',
  invalid_dpop_proof: 'the server does not accept the proof that belongs to the token (DPoP)',
  authorization_pending: 'nobody has entered the code yet',
  expired_token: 'the code ran out before anybody entered it; start again',
  invalid_request_object: 'the server does not accept the signed request object',
  invalid_authorization_details: 'the authorization details are of an unknown type or do not fit it',
  insufficient_user_authentication: 'a stronger or more recent login is required',
  invalid_target: 'the audience or resource is unknown to the server',
  access_denied: 'the person or the server refused',
  unsupported_response_type: 'the server does not offer the authorization code grant to this client',
  server_error: 'the authorization server failed',
  temporarily_unavailable: 'the authorization server is overloaded or under maintenance; try again later',
  login_required: 'the person must log in, and the request forbids to ask',
  consent_required: 'the person must consent, and the request forbids to ask',
  interaction_required: 'the person must be asked something, and the request forbids it',
};

const shortened = (text: string): string => text.replace(/\s+/g, ' ').trim().slice(0, 300);

/** A refusal by the authorization server: its code verbatim, what it means, and its own words. */
export const refusal = (error: string, description?: string): Stopped => {
  const code = shortened(error);
  const meaning = Object.hasOwn(meanings, code) ? meanings[code] : undefined;
  const words = shortened(description ?? '');
  return {
    code,
    message: [
      meaning === undefined ? `The authorization server answered ${code}.` : `${code}: ${meaning}.`,
      ...(words === '' ? [] : [`The server says: "${words.replace(/[."]+$/, '')}".`]),
      notSent,
    ].join(' '),
  };
};

const notSent = 'The request was not sent.';

/** One of our own reasons; `sentence` ends in a full stop. */
export const stopped = (code: string, sentence: string): Stopped => ({
  code,
  message: `${sentence} ${notSent}`,
});

/** The same reason where there was no request that waited for a token. */
export const withoutRequest = ({ code, message }: Stopped): Stopped => ({
  code,
  message: message.replace(notSent, '').trimEnd(),
});

export const cancelled: Stopped = { code: 'cancelled', message: `Cancelled. ${notSent}` };

/** Why a signal ended the wait: the person's wish, or the deadline of the request. */
export const aborted = (signal: AbortSignal): Stopped =>
  signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError'
    ? stopped('timeout', 'The time that the request may take ran out while it waited for a token.')
    : cancelled;

/** There was no answer from `whom`, "the token endpoint". */
export const unanswered = (failure: Failure, whom: string): Stopped =>
  failure.code === 'cancelled'
    ? cancelled
    : stopped('token-request-failed', `There was no answer from ${whom}: ${failure.message}`);

/** What oauth4webapi, the carrier or the signing of an assertion threw. Anything else is a fault of ours and stays an exception. */
export const thrown = (error: unknown, whom: string): Stopped => {
  if (error instanceof NoAnswer) return unanswered(error.failure, whom);
  if (error instanceof FlowStopped) return stopped(error.code, error.message);
  if (error instanceof ResponseBodyError) return refusal(error.error, error.error_description);
  if (
    error instanceof Error &&
    'code' in error &&
    typeof error.code === 'string' &&
    error.code.startsWith('OAUTH_')
  ) {
    return stopped(
      'token-answer-malformed',
      `The answer of ${whom} does not fit: ${shortened(error.message)}.`,
    );
  }
  throw error;
};
