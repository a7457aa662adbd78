import { isRecord, parseJson } from '../../shared/exchange/json.ts';
import { speaksFor } from '../../shared/oauth/resource-metadata.ts';
import { addressProblem, endpointOf, readMetadata } from './authorization-server.ts';
import { NoAnswer, transportFetch, type Carrier } from './transport-fetch.ts';

/** Settings of a profile as far as an API and its authorization server tell them. */
export type SelfConfiguration =
  | { readonly ok: true; readonly settings: Readonly<Record<string, string>> }
  /** One sentence: what is missing and what to do. */
  | { readonly ok: false; readonly message: string };

const no = (message: string): SelfConfiguration => ({ ok: false, message });

/**
 * From the pointer in a 401 to a profile: the metadata of the resource (RFC 9728), then those of the first authorization
 * server that they name (RFC 8414). Each look-up is an exchange. Never throws for what servers or networks do.
 */
export const selfConfiguration = async (
  { metadata, requestUrl, scope }: { metadata: string; requestUrl: string; scope: string },
  carrier: Carrier,
): Promise<SelfConfiguration> => {
  const problem = addressProblem('address of the resource’s metadata', metadata, false);
  if (problem !== undefined) return no(problem);
  const read = await resourceMetadata(metadata, carrier);
  if (typeof read === 'string') return no(read);
  const resource = read['resource'];
  if (typeof resource !== 'string' || !speaksFor(resource, requestUrl)) {
    return no(
      `The metadata are those of another resource${typeof resource === 'string' ? `, ${resource}` : ''}, so they are not used (RFC 9728 §3.3).`,
    );
  }
  const [issuer] = texts(read['authorization_servers']);
  if (issuer === undefined)
    return no('The metadata of the resource name no authorization server; fill in a profile by hand.');
  const server = await readMetadata(issuer, carrier, false);
  if (!server.ok) return no(server.message);
  const offered = texts(read['scopes_supported']);
  const found = {
    issuer: server.server.issuer,
    authorizationEndpoint: endpointOf(server.server, 'authorization_endpoint'),
    tokenEndpoint: endpointOf(server.server, 'token_endpoint'),
    deviceAuthorizationEndpoint: endpointOf(server.server, 'device_authorization_endpoint'),
    pushedAuthorizationEndpoint: endpointOf(server.server, 'pushed_authorization_request_endpoint'),
    scope: scope === '' ? offered.join(' ') : scope,
    resource,
  };
  const settings: Record<string, string> = {};
  for (const [name, value] of Object.entries(found)) if (value !== undefined) settings[name] = value;
  return { ok: true, settings };
};

/** The members of the document, or a sentence why there are none. */
const resourceMetadata = async (
  address: string,
  carrier: Carrier,
): Promise<Readonly<Record<string, unknown>> | string> => {
  try {
    const headers = { accept: 'application/json' };
    const response = await transportFetch(carrier, 'discovery')(address, { method: 'GET', headers });
    const body = parseJson(await response.text());
    if (response.status === 200 && isRecord(body)) return body;
    return response.status === 200
      ? 'The metadata of the resource are not a JSON object; fill in a profile by hand.'
      : `${new URL(address).host} answered ${response.status} instead of the metadata of the resource; fill in a profile by hand.`;
  } catch (error) {
    if (!(error instanceof NoAnswer)) throw error;
    return `There was no answer from ${new URL(address).host}: ${error.failure.message}`;
  }
};

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
