import type { Exchange } from '../../shared/exchange/exchange.ts';
import type { Discovered } from '../../shared/ipc/replies.ts';
import { endpointOf, readMetadata } from './authorization-server.ts';
import type { Carrier } from './transport-fetch.ts';

const texts = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

/** The metadata of an issuer, for a profile's form. */
export const discovered = async (
  issuer: string,
  carrierOf: (onExchange: (exchange: Exchange) => void) => Carrier,
  allowHttp: boolean,
): Promise<Discovered> => {
  const exchanges: Exchange[] = [];
  const read = await readMetadata(
    issuer,
    carrierOf((exchange) => exchanges.push(exchange)),
    allowHttp,
  );
  if (!read.ok) return { ok: false, message: read.message, exchanges };
  const { server } = read;
  return {
    ok: true,
    issuer: server.issuer,
    authorizationEndpoint: endpointOf(server, 'authorization_endpoint'),
    tokenEndpoint: endpointOf(server, 'token_endpoint'),
    deviceAuthorizationEndpoint: endpointOf(server, 'device_authorization_endpoint'),
    pushedAuthorizationEndpoint: endpointOf(server, 'pushed_authorization_request_endpoint'),
    scopes: texts(server.scopes_supported),
    // Without the list it is Basic (RFC 8414 §2).
    clientAuthentication:
      server.token_endpoint_auth_methods_supported === undefined
        ? ['client_secret_basic']
        : texts(server.token_endpoint_auth_methods_supported),
    exchanges,
  };
};
