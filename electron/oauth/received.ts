import { AuthorizationResponseError, validateAuthResponse } from 'oauth4webapi';
import { clientOf, type GrantContext } from './grants/grant.ts';
import { idTokenProblem } from './id-token.ts';
import type { LoginAnswer } from './login-answer.ts';
import { aborted, refusal, stopped, thrown } from './oauth-errors.ts';
import { openedResponse } from './response-object.ts';
import { tokenAnswer, type TokenAnswer } from './token-answer.ts';
import type { Stopped } from './tokens-types.ts';

/** What a login was sent with, and how long it could take. */
export interface LoginAbout {
  readonly state: string;
  readonly nonce: string;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

/** A code to be exchanged, or the end: a token that came with the redirect, or a reason why there is none. */
export type Received =
  { readonly kind: 'code'; readonly code: string } | { readonly kind: 'over'; readonly answer: TokenAnswer };

const no = (reason: Stopped): Received => ({ kind: 'over', answer: { ok: false, stopped: reason } });

/** Judges the answer of a login (RFC 6749 §4.1.2, §4.2.2, RFC 9207, OpenID Connect Core §3.3.2.5, JARM). */
export const receivedFrom = async (
  context: GrantContext,
  answer: LoginAnswer,
  about: LoginAbout,
): Promise<Received> => {
  switch (answer.kind) {
    case 'cancelled':
      return no(aborted(about.signal));
    case 'timeout': {
      const minutes = Math.max(1, Math.round(about.timeoutMs / 60_000));
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
      try {
        return await judged(context, answer.parameters, about);
      } catch (error) {
        return no(thrown(error, 'the keys of the issuer'));
      }
    default:
      return answer satisfies never;
  }
};

const judged = async (
  context: GrantContext,
  given: URLSearchParams,
  { state, nonce }: LoginAbout,
): Promise<Received> => {
  const opened = await openedResponse(context, given, state);
  if (!(opened instanceof URLSearchParams)) return no(opened);
  const parameters = new URLSearchParams(opened);
  // Without an issuer in the profile there is nothing to compare `iss` with.
  if (!context.server.issuerKnown) parameters.delete('iss');
  const { grant } = context.settings;
  if (grant === 'implicit') {
    return unlessRefused(context, parameters, nonce, async () => ({
      kind: 'over',
      answer: await tokenIn(context, parameters),
    }));
  }
  if (grant === 'hybrid') {
    return unlessRefused(context, parameters, nonce, async () => {
      const code = parameters.get('code') ?? '';
      return code === '' ? no(stopped('no-code', 'The server sent no code back.')) : { kind: 'code', code };
    });
  }
  const { metadata } = context.server;
  try {
    const valid = validateAuthResponse(metadata, clientOf(context.settings), parameters, state);
    return { kind: 'code', code: valid.get('code') ?? '' };
  } catch (error) {
    if (error instanceof AuthorizationResponseError) return no(refusal(error.error, error.error_description));
    return no(thrown(error, 'the login'));
  }
};

/** Tokens in a redirect: oauth4webapi leaves them out, so error, `iss` and the ID token are looked at here. */
const unlessRefused = async (
  context: GrantContext,
  parameters: URLSearchParams,
  nonce: string,
  take: () => Promise<Received>,
): Promise<Received> => {
  const error = parameters.get('error');
  if (error !== null) return no(refusal(error, parameters.get('error_description') ?? undefined));
  const issuer = parameters.get('iss');
  if (issuer !== null && issuer !== context.server.metadata.issuer) {
    return no(stopped('issuer-mismatch', `The answer comes from another server, ${issuer.slice(0, 200)}.`));
  }
  const idToken = parameters.get('id_token');
  if (idToken !== null) {
    const problem = await idTokenProblem(context, idToken, {
      nonce,
      code: parameters.get('code') ?? undefined,
      accessToken: parameters.get('access_token') ?? undefined,
      by: 'browser',
    });
    if (problem !== undefined) return no(problem);
  }
  return take();
};

/** RFC 6749 §4.2.2: the parameters are those of a token endpoint's answer. */
const tokenIn = ({ server, settings }: GrantContext, parameters: URLSearchParams): Promise<TokenAnswer> => {
  const { refresh_token: _never, ...members } = Object.fromEntries(parameters);
  return tokenAnswer(server.metadata, clientOf(settings), Response.json(members));
};
