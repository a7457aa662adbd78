import { processGenericTokenEndpointResponse, type AuthorizationServer, type Client } from 'oauth4webapi';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { refusal, stopped, thrown } from './oauth-errors.ts';
import type { Stopped } from './tokens-types.ts';

/** What a token endpoint granted. */
export interface Granted {
  readonly accessToken: string;
  /** Lower case. */
  readonly tokenType: string;
  /** Seconds, above zero. */
  readonly expiresIn: number | undefined;
  readonly refreshToken: string | undefined;
  readonly idToken: string | undefined;
  readonly scope: string | undefined;
}

export type TokenAnswer =
  { readonly ok: true; readonly granted: Granted } | { readonly ok: false; readonly stopped: Stopped };

const no = (reason: Stopped): TokenAnswer => ({ ok: false, stopped: reason });

const textAt = (body: Readonly<Record<string, unknown>>, name: string): string | undefined => {
  const value = body[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};

/** Servers write it as a number or as text; zero and less mean that they do not know. */
const secondsAt = (body: Readonly<Record<string, unknown>>): number | undefined => {
  const value = Number(body['expires_in'] ?? Number.NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
};

/**
 * Judges the answer of a token endpoint (RFC 6749 §5). An error is an error whatever its status: some servers send it
 * with 200, some with 401 and a challenge. A missing token_type is taken for Bearer, as everybody does. An ID token is
 * handed on unread: the login that it belongs to judges it.
 */
export const tokenAnswer = async (
  server: AuthorizationServer,
  client: Client,
  response: Response,
  { proved }: { readonly proved: boolean } = { proved: false },
): Promise<TokenAnswer> => {
  const body = parseJson(await response.text());
  const error = isRecord(body) && !('access_token' in body) ? textAt(body, 'error') : undefined;
  if (isRecord(body) && error !== undefined) return no(refusal(error, textAt(body, 'error_description')));
  if (response.status !== 200) {
    return no(
      stopped('token-request-refused', `The token endpoint answered ${response.status} without saying why.`),
    );
  }
  if (!isRecord(body)) {
    return no(
      stopped(
        'token-answer-malformed',
        'The answer of the token endpoint is not a JSON object; check its address.',
      ),
    );
  }
  const { id_token: idToken, expires_in: _expiresIn, refresh_token: refreshToken, ...rest } = body;
  const tokenType = textAt(body, 'token_type')?.toLowerCase() ?? 'bearer';
  if (tokenType === 'dpop' && !proved) {
    return no(
      stopped(
        'token-type-unsupported',
        'The server binds its tokens to a key (DPoP), and the profile asked for none; switch DPoP on.',
      ),
    );
  }
  const sound = Response.json({ ...rest, token_type: tokenType });
  try {
    const processed = await processGenericTokenEndpointResponse(server, client, sound, {
      recognizedTokenTypes: { [tokenType]: () => undefined },
    });
    if (!/^[\u0020-\u007e]+$/.test(processed.access_token)) {
      return no(
        stopped(
          'token-answer-malformed',
          'The access token holds characters that no header field can carry.',
        ),
      );
    }
    return {
      ok: true,
      granted: {
        accessToken: processed.access_token,
        tokenType,
        expiresIn: secondsAt(body),
        refreshToken: typeof refreshToken === 'string' && refreshToken !== '' ? refreshToken : undefined,
        idToken: typeof idToken === 'string' && idToken !== '' ? idToken : undefined,
        scope: processed.scope,
      },
    };
  } catch (error) {
    return no(thrown(error, 'the token endpoint'));
  }
};
