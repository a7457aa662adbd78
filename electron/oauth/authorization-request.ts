import {
  allowInsecureRequests,
  customFetch,
  processPushedAuthorizationResponse,
  pushedAuthorizationRequest,
} from 'oauth4webapi';
import { parseJson } from '../../shared/exchange/json.ts';
import { publicKeyOf } from '../../shared/oauth/dpop-proof.ts';
import { jwkThumbprint } from '../../shared/oauth/jwk-thumbprint.ts';
import { asksForOpenId, responseTypeOf, type OAuth2Settings } from '../../shared/schemes/oauth2/settings.ts';
import { FlowStopped } from '../../shared/schemes/scheme.ts';
import { addressProblem, endpointOf } from './authorization-server.ts';
import { clientAuthentication } from './client-authentication.ts';
import { clientOf, type GrantContext } from './grants/grant.ts';
import { furtherParameters, requestedTarget } from './parameters.ts';
import { assertionTimes, signedJwt } from './signed-jwt.ts';
import { transportFetch } from './transport-fetch.ts';

/** What makes a login this one and no other. */
export interface LoginMarks {
  readonly redirectUri: string;
  readonly state: string;
  /** Of RFC 7636, S256. */
  readonly challenge: string;
  /** Comes back in the ID token, where the login brings one. */
  readonly nonce: string;
}

/**
 * The address to log in at (RFC 6749 §4.1.1). Its parameters stand in it, in a signed object (RFC 9101), or were pushed
 * to the server before (RFC 9126), as the profile or the server wants it.
 * @throws FlowStopped, and what oauth4webapi and the carrier throw for a pushed request
 */
export const authorizationUrl = async (context: GrantContext, marks: LoginMarks): Promise<string> => {
  const { settings, server } = context;
  const asked = authorizationParameters(context, marks);
  const shown = settings.requestObject ? withRequestObject(context, asked) : asked;
  const pushes = settings.pushed || server.metadata.require_pushed_authorization_requests === true;
  const parameters = pushes ? await pushed(context, shown) : shown;
  const url = new URL(endpointOf(server.metadata, 'authorization_endpoint') ?? '');
  // A query that the endpoint has already stays (RFC 6749 §3.1).
  for (const name of new Set(parameters.keys())) url.searchParams.delete(name);
  for (const [name, value] of parameters) url.searchParams.append(name, value);
  return url.href;
};

/** All that an authorization request says, a profile's own parameters included. */
export const authorizationParameters = (
  { settings, prover }: Pick<GrantContext, 'settings' | 'prover'>,
  { redirectUri, state, challenge, nonce }: LoginMarks,
): URLSearchParams => {
  const type = responseTypeOf(settings);
  const thumbprint = prover === undefined ? undefined : jwkThumbprint(publicKeyOf(prover.key));
  const own = new URLSearchParams({
    response_type: type,
    client_id: settings.clientId,
    redirect_uri: redirectUri,
    state,
    ...(type.includes('code') ? { code_challenge: challenge, code_challenge_method: 'S256' } : {}),
    ...(bringsIdToken(settings) ? { nonce } : {}),
    ...(thumbprint === undefined ? {} : { dpop_jkt: thumbprint }),
  });
  const asked = requestedTarget(settings, { scope: true });
  for (const [name, value] of stepUp(settings)) asked.set(name, value);
  furtherParameters(settings.authorizationParameters, asked);
  for (const [name, value] of asked) own.append(name, value);
  return own;
};

/** Whether the login brings an ID token, by the browser or from the token endpoint. */
const bringsIdToken = (settings: OAuth2Settings): boolean =>
  responseTypeOf(settings).includes('id_token') || asksForOpenId(settings);

/** RFC 9470 §4, and the way in which the answer is to come. */
const stepUp = ({
  acrValues,
  maxAge,
  responseMode,
}: OAuth2Settings): readonly (readonly [string, string])[] =>
  [
    ['acr_values', acrValues.trim().replace(/\s+/g, ' ')] as const,
    ['max_age', maxAge.trim()] as const,
    ['response_mode', responseMode] as const,
  ].filter(([, value]) => value !== '');

/** Members that are JSON or numbers in an object, and text in a query (RFC 9101 §4, RFC 9396 §3). */
const structured: readonly string[] = ['authorization_details', 'claims', 'max_age'];

/** RFC 9101 §5: what is signed stands beside what OpenID Connect wants to see unsigned too. */
const withRequestObject = (
  { settings, server, nowMs }: GrantContext,
  parameters: URLSearchParams,
): URLSearchParams => {
  const members: Record<string, unknown> = {};
  for (const name of new Set(parameters.keys())) {
    const [first = '', ...more] = parameters.getAll(name);
    if (more.length > 0) members[name] = [first, ...more];
    else members[name] = structured.includes(name) ? (parseJson(first) ?? first) : first;
  }
  const claims = {
    ...members,
    iss: settings.clientId,
    aud: server.metadata.issuer,
    ...assertionTimes(nowMs()),
  };
  const request = signedJwt(settings, { typ: 'oauth-authz-req+jwt' }, claims);
  const open = ['client_id', 'response_type', 'scope'].flatMap((name) => {
    const value = parameters.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return new URLSearchParams(Object.fromEntries([...open, ['request', request]]));
};

/** RFC 9126 §2: the server keeps the request and gives a name for it. */
const pushed = async (context: GrantContext, parameters: URLSearchParams): Promise<URLSearchParams> => {
  const { settings, server, carrier, nowMs } = context;
  const endpoint = endpointOf(server.metadata, 'pushed_authorization_request_endpoint');
  const problem =
    endpoint === undefined
      ? 'The server names no endpoint for pushed authorization requests; type it, or switch them off.'
      : addressProblem('endpoint for pushed authorization requests', endpoint, settings.allowHttp);
  if (problem !== undefined) throw new FlowStopped('no-endpoint', problem);
  const client = clientOf(settings);
  const response = await pushedAuthorizationRequest(
    server.metadata,
    client,
    clientAuthentication(settings, nowMs),
    parameters,
    { [customFetch]: transportFetch(carrier, 'token'), [allowInsecureRequests]: true },
  );
  const { request_uri: uri } = await processPushedAuthorizationResponse(server.metadata, client, response);
  return new URLSearchParams({ client_id: settings.clientId, request_uri: uri });
};
