import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { hostnameIn, originIn, pathIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';

/** What a server publishes of itself, as an earlier exchange fetched it. */
export interface Metadata {
  readonly index: number;
  readonly members: Readonly<Record<string, unknown>>;
}

const metadataAt = (facts: Facts, address: RegExp, origin?: string): Metadata | undefined => {
  for (const { exchange, accepted, index } of facts.earlier.toReversed()) {
    const { url } = exchange.request;
    if (!accepted || !address.test(url)) continue;
    if (origin !== undefined && originIn(url) !== origin) continue;
    const response = responseOf(exchange);
    const members = response === undefined ? undefined : parseJson(textOfBody(response.body));
    if (isRecord(members)) return { index, members };
  }
  return undefined;
};

/** Of the authorization server (RFC 8414 §3, OpenID Connect Discovery 1.0 §4). */
export const issuerMetadata = (facts: Facts): Metadata | undefined =>
  metadataAt(facts, /\/\.well-known\/(?:openid-configuration|oauth-authorization-server)/);

/** An endpoint that the document of an https issuer gives as http at the very same host: it lies behind a proxy unawares. */
export const endpointInTheClear = (
  facts: Facts,
): { readonly index: number; readonly name: string } | undefined => {
  const found = issuerMetadata(facts);
  const issuer = found?.members['issuer'];
  if (found === undefined || typeof issuer !== 'string' || !issuer.startsWith('https://')) return undefined;
  const hostname = hostnameIn(issuer);
  if (hostname === undefined) return undefined;
  const name = ['jwks_uri', 'token_endpoint', 'introspection_endpoint'].find((member) => {
    const address = found.members[member];
    return typeof address === 'string' && address.startsWith('http://') && hostnameIn(address) === hostname;
  });
  return name === undefined ? undefined : { index: found.index, name };
};

/** Of the API (RFC 9728 §3), where it is the one that was called. */
export const resourceMetadata = (facts: Facts): Metadata | undefined => {
  const found = metadataAt(facts, /\/\.well-known\/oauth-protected-resource/);
  const resource = found?.members['resource'];
  return typeof resource === 'string' &&
    facts.url !== undefined &&
    originIn(resource) === originIn(facts.url.href)
    ? found
    : undefined;
};

/** Names under which applications tell their own pages which login server they trust. */
const authorityMember =
  /^(?:authority|issuer(?:_?ur[il])?|auth[-_]?server[-_]?url|(?:oidc|oauth2?|keycloak)[-_]?(?:authority|issuer|url))$/i;
const settings = /conf(?:ig)?|settings|environment|\bauth\b|keycloak|oidc/i;

const authorityIn = (members: Readonly<Record<string, unknown>>): string | undefined => {
  const { url, realm } = members;
  // Keycloak's adapters are told server and realm apart.
  if (typeof url === 'string' && typeof realm === 'string')
    return `${url.replace(/\/$/, '')}/realms/${realm}`;
  for (const [name, member] of Object.entries(members)) {
    if (typeof member === 'string' && authorityMember.test(name)) return member;
    const inside = isRecord(member) ? authorityIn(member) : undefined;
    if (inside !== undefined) return inside;
  }
  return undefined;
};

/** The login server of this path, as settings name it that the called application handed out before. */
export const trustedAuthority = (facts: Facts, path: string): string | undefined => {
  if (!facts.earlier.some(({ accepted, sameOrigin }) => accepted && sameOrigin)) return undefined;
  const members = metadataAt(facts, settings, facts.url?.origin)?.members;
  const authority = members === undefined ? undefined : authorityIn(members);
  return authority !== undefined && pathIn(authority)?.replace(/\/$/, '') === path.replace(/\/$/, '')
    ? authority
    : undefined;
};
