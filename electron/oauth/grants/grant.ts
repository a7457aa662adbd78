import {
  allowInsecureRequests,
  customFetch,
  genericTokenEndpointRequest,
  type AuthorizationServer,
  type Client,
} from 'oauth4webapi';
import type { OAuth2Settings } from '../../../shared/schemes/oauth2/settings.ts';
import { clientAuthentication } from '../client-authentication.ts';
import type { DpopProver } from '../dpop-prover.ts';
import { thrown } from '../oauth-errors.ts';
import { furtherParameters, requestedTarget } from '../parameters.ts';
import type { Server } from '../server-of.ts';
import { tokenAnswer, type TokenAnswer } from '../token-answer.ts';
import { transportFetch, type Carrier } from '../transport-fetch.ts';

/** What a grant works with: the profile, its authorization server and the way there. */
export interface GrantContext {
  readonly settings: OAuth2Settings;
  readonly server: Server;
  readonly carrier: Carrier;
  /** Epoch milliseconds. */
  readonly nowMs: () => number;
  /** Where the token is to be bound to a key. */
  readonly prover?: DpopProver;
}

/** The field that proves the key of the profile, where its token is to be bound to one. */
const proofFor = (
  { prover }: Pick<GrantContext, 'prover'>,
  url: string,
): { readonly headers?: Record<string, string> } =>
  prover === undefined ? {} : { headers: { dpop: prover.proof('POST', url) } };

/** The library wants an id even where the grant needs none; what is sent is decided by `clientAuthentication`. */
export const clientOf = ({ clientId }: OAuth2Settings): Client => ({
  client_id: clientId === '' ? 'unnamed' : clientId,
});

/** Addresses were checked when the server was found: plain http is let through only where the profile allows it. */
export const requestOptions = ({ carrier }: Pick<GrantContext, 'carrier'>) => ({
  [customFetch]: transportFetch(carrier, 'token'),
  [allowInsecureRequests]: true,
});

/** The form of a token request: what the token is for, what the grant adds, what the profile adds. */
export const tokenParameters = (
  settings: OAuth2Settings,
  own: Readonly<Record<string, string>>,
  { scope }: { readonly scope: boolean } = { scope: true },
): URLSearchParams => {
  const parameters = requestedTarget(settings, { scope });
  furtherParameters(settings.tokenParameters, parameters);
  for (const [name, value] of Object.entries(own)) parameters.set(name, value);
  return parameters;
};

/**
 * One request to the token endpoint (RFC 6749 §3.2), a second one where it wants another nonce (RFC 9449 §8), and the
 * answer judged. Never throws for what a server does.
 */
export const requestGrant = async (
  context: GrantContext,
  grantType: string,
  parameters: URLSearchParams,
): Promise<TokenAnswer> => {
  const metadata: AuthorizationServer = context.server.metadata;
  const client = clientOf(context.settings);
  const { prover } = context;
  const ask = (): Promise<Response> =>
    genericTokenEndpointRequest(
      metadata,
      client,
      clientAuthentication(context.settings, context.nowMs),
      grantType,
      parameters,
      { ...requestOptions(context), ...proofFor(context, metadata.token_endpoint ?? '') },
    );
  const about = { proved: prover !== undefined };
  try {
    const response = await ask();
    const isNew = prover?.remember(response) === true;
    const answer = await tokenAnswer(metadata, client, response, about);
    if (answer.ok || answer.stopped.code !== 'use_dpop_nonce' || !isNew) return answer;
    const second = await ask();
    prover?.remember(second);
    return await tokenAnswer(metadata, client, second, about);
  } catch (error) {
    return { ok: false, stopped: thrown(error, 'the token endpoint') };
  }
};
