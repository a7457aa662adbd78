import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';

/** What a server publishes of itself, as an earlier exchange fetched it. */
export interface Metadata {
  readonly index: number;
  readonly members: Readonly<Record<string, unknown>>;
}

const metadataAt = (facts: Facts, address: RegExp): Metadata | undefined => {
  for (const { exchange, accepted, index } of facts.earlier.toReversed()) {
    if (!accepted || !address.test(exchange.request.url)) continue;
    const response = responseOf(exchange);
    const members = response === undefined ? undefined : parseJson(textOfBody(response.body));
    if (isRecord(members)) return { index, members };
  }
  return undefined;
};

/** Of the authorization server (RFC 8414 §3, OpenID Connect Discovery 1.0 §4). */
export const issuerMetadata = (facts: Facts): Metadata | undefined =>
  metadataAt(facts, /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/);

/** Of the API (RFC 9728 §3), where it is the one that was called. */
export const resourceMetadata = (facts: Facts): Metadata | undefined => {
  const found = metadataAt(facts, /\/\.well-known\/oauth-protected-resource/);
  const resource = found?.members['resource'];
  return typeof resource === 'string' &&
    URL.canParse(resource) &&
    new URL(resource).origin === facts.url?.origin
    ? found
    : undefined;
};
