import {
  AuthorizationResponseError,
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi';
import { endpointOf } from './authorization-server.ts';
import { authorizationCode } from './grants/authorization-code.ts';
import { clientOf, type GrantContext } from './grants/grant.ts';
import { listenForCallback, type LoginAnswer } from './loopback.ts';
import { aborted, refusal, stopped, thrown } from './oauth-errors.ts';
import { furtherParameters, requestedTarget } from './parameters.ts';
import type { TokenAnswer } from './token-answer.ts';
import type { Stopped, TokenHooks } from './tokens-types.ts';

export interface Browser {
  readonly open: (url: string) => Promise<boolean>;
  readonly timeoutMs: number;
}

/** The authorization code grant in the system browser, PKCE S256 and state always (RFC 6749 §4.1, 7636, 8252, 9207). */
export const login = async (
  context: GrantContext,
  browser: Browser,
  hooks: TokenHooks,
): Promise<TokenAnswer> => {
  const no = (reason: Stopped): TokenAnswer => ({ ok: false, stopped: reason });
  const listening = await listenForCallback(context.settings.redirectUri);
  if (!listening.ok) return no(stopped(listening.code, listening.message));
  const { listener } = listening;
  try {
    const state = generateRandomState();
    const verifier = generateRandomCodeVerifier();
    const challenge = await calculatePKCECodeChallenge(verifier);
    const url = authorizationUrl(context, { redirectUri: listener.redirectUri, state, challenge });
    const waited = listener.wait(state, { signal: hooks.signal, timeoutMs: browser.timeoutMs });
    const opened = await browser.open(url).catch(() => false);
    hooks.onLogin?.({ url, opened });
    const answer = await waited;
    hooks.onLoginDone?.();
    const received = judged(context, answer, { state, timeoutMs: browser.timeoutMs, signal: hooks.signal });
    if (!received.ok) return no(received.stopped);
    return await authorizationCode(context, {
      code: received.parameters.get('code') ?? '',
      redirectUri: listener.redirectUri,
      verifier,
    });
  } finally {
    listener.close();
  }
};

/** RFC 6749 §4.1.1. A query that the endpoint has already stays (§3.1). */
export const authorizationUrl = (
  { settings, server }: Pick<GrantContext, 'settings' | 'server'>,
  login: { readonly redirectUri: string; readonly state: string; readonly challenge: string },
): string => {
  const url = new URL(endpointOf(server.metadata, 'authorization_endpoint') ?? '');
  const asked = requestedTarget(settings, { scope: true });
  furtherParameters(settings.authorizationParameters, asked);
  const own = {
    response_type: 'code',
    client_id: settings.clientId,
    redirect_uri: login.redirectUri,
    state: login.state,
    code_challenge: login.challenge,
    code_challenge_method: 'S256',
  };
  for (const [name, value] of Object.entries(own)) url.searchParams.set(name, value);
  for (const name of new Set(asked.keys())) url.searchParams.delete(name);
  for (const [name, value] of asked) url.searchParams.append(name, value);
  return url.href;
};

type Received =
  | { readonly ok: true; readonly parameters: URLSearchParams }
  | { readonly ok: false; readonly stopped: Stopped };

const judged = (
  { server: { metadata, issuerKnown }, settings }: GrantContext,
  answer: LoginAnswer,
  {
    state,
    timeoutMs,
    signal,
  }: { readonly state: string; readonly timeoutMs: number; readonly signal: AbortSignal },
): Received => {
  const no = (reason: Stopped): Received => ({ ok: false, stopped: reason });
  switch (answer.kind) {
    case 'cancelled':
      return no(aborted(signal));
    case 'timeout': {
      const minutes = Math.max(1, Math.round(timeoutMs / 60_000));
      const others =
        answer.strangers === 0 ? '' : ' An answer came, but with another state than this login’s.';
      return no(stopped('login-timeout', `Nobody logged in within ${minutes} min.${others}`));
    }
    case 'stateless':
      return no(
        stopped(
          'state-missing',
          'The server sent no state back, so the answer may not belong to this login (RFC 6749 §10.12).',
        ),
      );
    case 'answered':
      break;
    default:
      return answer satisfies never;
  }
  const parameters = new URLSearchParams(answer.parameters);
  // Without an issuer in the profile there is nothing to compare `iss` with.
  if (!issuerKnown) parameters.delete('iss');
  try {
    return { ok: true, parameters: validateAuthResponse(metadata, clientOf(settings), parameters, state) };
  } catch (error) {
    if (error instanceof AuthorizationResponseError) return no(refusal(error.error, error.error_description));
    return no(thrown(error, 'the login'));
  }
};
