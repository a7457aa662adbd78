import {
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
  type AuthorizationServer,
} from 'oauth4webapi';
import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { isRemoteHttp } from '../../shared/schemes/parts/loopback-host.ts';
import { NoAnswer, transportFetch, type Carrier } from './transport-fetch.ts';

export type Metadata =
  | { readonly ok: true; readonly server: AuthorizationServer }
  /** A sentence: why there are none and what to do. */
  | { readonly ok: false; readonly message: string; readonly cancelled: boolean };

const no = (message: string, cancelled = false): Metadata => ({ ok: false, message, cancelled });

/** Why an address of an authorization server may not be used, one sentence. */
export const addressProblem = (what: string, address: string, allowHttp: boolean): string | undefined => {
  if (!URL.canParse(address))
    return `The ${what} "${address}" is not an address; it must begin with https://.`;
  const { protocol } = new URL(address);
  if (protocol !== 'https:' && protocol !== 'http:')
    return `The ${what} must begin with https://, not ${protocol}//.`;
  if (isRemoteHttp(address) && !allowHttp) {
    return `The ${what} is plain HTTP to another machine, so secrets would cross the network unencrypted; use https:// or allow plain HTTP in the profile.`;
  }
  return undefined;
};

/** The issuer in what a person pasted: the address of the metadata themselves is welcome too. */
export const issuerOf = (typed: string): string => {
  const text = typed.trim().replace(/[?#].*$/s, '');
  const [, before = '', after = ''] =
    /^(.*)\/\.well-known\/(?:openid-configuration|oauth-authorization-server)(.*)$/s.exec(text) ?? [];
  return (before === '' ? text : `${before}${after}`).replace(/\/+$/, '');
};

/** OpenID Connect Discovery first, which nearly every server has, then RFC 8414. */
const ways = ['oidc', 'oauth2'] as const;

/** Reads the metadata of an issuer. Never throws for what a server or the network does. */
export const readMetadata = async (
  typed: string,
  carrier: Carrier,
  allowHttp: boolean,
): Promise<Metadata> => {
  const issuer = issuerOf(typed);
  const problem = addressProblem('issuer', issuer, allowHttp);
  if (problem !== undefined) return no(problem);
  const statuses: number[] = [];
  for (const algorithm of ways) {
    try {
      const response = await discoveryRequest(new URL(issuer), {
        algorithm,
        [customFetch]: transportFetch(carrier, 'discovery'),
        [allowInsecureRequests]: true,
      });
      statuses.push(response.status);
      if (response.status === 200) return await judged(issuer, await response.text());
    } catch (error) {
      if (!(error instanceof NoAnswer)) throw error;
      return no(
        `There was no answer from ${new URL(issuer).host}: ${error.failure.message}`,
        error.failure.code === 'cancelled',
      );
    }
  }
  return no(
    `${new URL(issuer).host} has no metadata for this issuer (it answered ${[...new Set(statuses)].join(' and ')}); check the issuer or type the endpoints.`,
  );
};

/** A trailing slash is no difference here; any other issuer is (RFC 8414 §3.3): the endpoints would be somebody else's. */
const judged = async (issuer: string, text: string): Promise<Metadata> => {
  const json = parseJson(text);
  if (!isRecord(json))
    return no('The metadata are not a JSON object; check the issuer or type the endpoints.');
  const named = json['issuer'];
  if (typeof named !== 'string' || !URL.canParse(named))
    return no('The metadata name no issuer; type the endpoints.');
  if (new URL(named.replace(/\/+$/, '')).href !== new URL(issuer).href) {
    return no(`The metadata are those of another issuer, ${named}; use that one if it is meant.`);
  }
  const response = new Response(text, { headers: { 'content-type': 'application/json' } });
  return { ok: true, server: await processDiscoveryResponse(new URL(named), response) };
};

/** The endpoints that are used here, as the metadata call them (RFC 8414 §2, RFC 8628 §4, RFC 9126 §5). */
export type EndpointName =
  | 'authorization_endpoint'
  | 'token_endpoint'
  | 'device_authorization_endpoint'
  | 'pushed_authorization_request_endpoint'
  | 'introspection_endpoint'
  | 'revocation_endpoint'
  | 'userinfo_endpoint';

/**
 * A text of the metadata; absent where it is none.
 * @param aliased the one where the server asks for a client certificate, if it names one of its own (RFC 8705 §5)
 */
export const endpointOf = (
  server: AuthorizationServer,
  name: EndpointName,
  aliased = false,
): string | undefined => {
  const aliases: unknown = server.mtls_endpoint_aliases;
  const alias = aliased && isRecord(aliases) ? aliases[name] : undefined;
  const value: unknown = alias ?? server[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
};
