import {
  allowInsecureRequests,
  authorizationCodeGrantRequest,
  clientCredentialsGrantRequest,
  customFetch,
  refreshTokenGrantRequest,
  type Client,
} from 'oauth4webapi';
import type { OAuth2Settings } from '../../shared/schemes/oauth2.ts';
import { clientAuthentication } from './client-authentication.ts';
import { thrown } from './oauth-errors.ts';
import { requestedTarget, furtherParameters } from './parameters.ts';
import type { Server } from './server-of.ts';
import { tokenAnswer, type TokenAnswer } from './token-answer.ts';
import { transportFetch, type Carrier } from './transport-fetch.ts';

/** One request to a token endpoint. */
export interface GrantContext {
  readonly settings: OAuth2Settings;
  readonly server: Server;
  readonly carrier: Carrier;
}

export const clientOf = ({ clientId }: OAuth2Settings): Client => ({ client_id: clientId });

/** Addresses were checked when the server was found: plain http is let through only where the profile allows it. */
const options = ({ carrier }: GrantContext) => ({
  [customFetch]: transportFetch(carrier, 'token'),
  [allowInsecureRequests]: true,
});

const judged = async (context: GrantContext, request: () => Promise<Response>): Promise<TokenAnswer> => {
  try {
    const response = await request();
    return await tokenAnswer(context.server.metadata, clientOf(context.settings), response);
  } catch (error) {
    return { ok: false, stopped: thrown(error, 'the token endpoint') };
  }
};

/** RFC 6749 §4.4. */
export const clientCredentials = (context: GrantContext): Promise<TokenAnswer> => {
  const { settings, server } = context;
  const parameters = requestedTarget(settings, { scope: true });
  furtherParameters(settings.tokenParameters, parameters);
  return judged(context, () =>
    clientCredentialsGrantRequest(
      server.metadata,
      clientOf(settings),
      clientAuthentication(settings),
      parameters,
      options(context),
    ),
  );
};

/** RFC 6749 §6. */
export const refresh = (context: GrantContext, refreshToken: string): Promise<TokenAnswer> => {
  const { settings, server } = context;
  const additionalParameters = requestedTarget(settings, { scope: true });
  furtherParameters(settings.tokenParameters, additionalParameters);
  return judged(context, () =>
    refreshTokenGrantRequest(
      server.metadata,
      clientOf(settings),
      clientAuthentication(settings),
      refreshToken,
      { ...options(context), additionalParameters },
    ),
  );
};

/** RFC 6749 §4.1.3, with the verifier of RFC 7636. `callback` comes from `validateAuthResponse`. */
export const authorizationCode = (
  context: GrantContext,
  callback: { readonly parameters: URLSearchParams; readonly redirectUri: string; readonly verifier: string },
): Promise<TokenAnswer> => {
  const { settings, server } = context;
  const additionalParameters = requestedTarget(settings, { scope: false });
  furtherParameters(settings.tokenParameters, additionalParameters);
  return judged(context, () =>
    authorizationCodeGrantRequest(
      server.metadata,
      clientOf(settings),
      clientAuthentication(settings),
      callback.parameters,
      callback.redirectUri,
      callback.verifier,
      { ...options(context), additionalParameters },
    ),
  );
};
