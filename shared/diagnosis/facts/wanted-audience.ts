import type { Facts } from '../facts.ts';
import { hostnameIn } from '../../exchange/url.ts';
import { authParam } from '../../http-auth/auth.ts';
import { textClaim } from '../../token/jwt.ts';
import { hostOf } from '../facts.ts';
import { resourceMetadata } from './metadata.ts';
import { apiOfAudience, audienceAt, isIdentityProvider } from '../providers/audiences.ts';
import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** The audience that should have been, and how sure that is. */
export interface WantedAudience {
  readonly wanted: string;
  /** One of the token's own fits. */
  readonly matches: boolean;
  readonly weight: number;
}

/** What the request's address says the audience should have been; absent where nothing is known of it. */
export const wantedAudience = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  const cluster = ofCluster(facts, own) ?? ofRegistry(facts, own) ?? ofChallenge(facts, own);
  if (cluster !== undefined) return cluster;
  const resource = resourceMetadata(facts)?.members['resource'];
  if (typeof resource === 'string')
    return {
      wanted: resource,
      matches: own.some((aud) => aud.replace(/\/$/, '') === resource.replace(/\/$/, '')),
      weight: STATED,
    };
  const host = hostOf(facts);
  const known = audienceAt(host);
  if (known === undefined)
    return (
      ofUserInfo(facts, own) ??
      ofForeignApi(facts, own) ??
      ofNoApi(facts, own) ??
      ofIssuer(facts, own) ??
      ofItself(facts, own) ??
      ofSibling(facts, own)
    );
  if (known !== 'address')
    return { wanted: known.wanted, matches: own.some((aud) => known.own.test(aud)), weight: PROVEN };
  if (facts.url !== undefined && own.every((aud) => URL.canParse(aud))) {
    const wanted = `${facts.url.origin}${host.endsWith('cloudfunctions.net') ? facts.url.pathname.replace(/^(\/[^/]+).*$/, '$1') : ''}`;
    return {
      wanted,
      matches: own.some((aud) => aud.replace(/\/$/, '') === wanted.replace(/\/$/, '')),
      weight: STATED,
    };
  }
  return undefined;
};

/** A service account's token that was projected for another program, at the API server itself, which takes its own issuer's. */
const ofCluster = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  const claims = facts.token?.jwt?.claims;
  const iss = claims?.['iss'];
  if (typeof iss !== 'string') return undefined;
  if (claims?.['kubernetes.io'] === undefined && !iss.startsWith('https://kubernetes.default'))
    return undefined;
  if (!/"kind"\s*:\s*"Status"/.test(facts.bodyText)) return undefined;
  const matches = own.some((aud) => aud === iss || aud.startsWith('https://kubernetes.default'));
  return { wanted: iss, matches, weight: STATED };
};

/** The token is for the issuer's own endpoint alone: no API was named when it was asked for (OpenID Connect Core §5.3). */
const ofUserInfo = (facts: Facts, own: readonly string[]): WantedAudience | undefined =>
  facts.url !== undefined &&
  own.every((aud) => /\/userinfo\/?$/.test(aud) && URL.canParse(aud) && new URL(aud).host !== facts.url?.host)
    ? { wanted: facts.url.origin, matches: false, weight: STATED }
    : undefined;

/** A token for one of the large APIs that take no other audience, shown to somebody else's. */
const ofForeignApi = (facts: Facts, own: readonly string[]): WantedAudience | undefined =>
  facts.url !== undefined &&
  facts.status === 401 &&
  own.every((aud) => {
    const api = apiOfAudience(aud);
    return api !== undefined && api.hosts?.test(hostOf(facts)) !== true;
  })
    ? { wanted: facts.url.origin, matches: false, weight: STATED }
    : undefined;

/** IdentityServer's audience for those tokens for which no API was named. */
const ofNoApi = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  const iss = facts.token?.jwt === undefined ? undefined : textClaim(facts.token.jwt, 'iss');
  return facts.url !== undefined &&
    facts.status === 401 &&
    iss !== undefined &&
    !isAtIssuer(facts.url, iss) &&
    own.every((aud) => aud === `${iss.replace(/\/$/, '')}/resources`)
    ? { wanted: facts.url.origin, matches: false, weight: STATED }
    : undefined;
};

/** The issuer's own endpoints take what it gave out for no API, whether or not its name has a lock. */
const isAtIssuer = (url: URL, iss: string): boolean =>
  URL.canParse(iss) && new URL(iss).host === url.host && url.pathname.startsWith(new URL(iss).pathname);

/** Every audience is a provider of logins, which is not at this host: the token is for its own endpoints. */
const ofIssuer = (facts: Facts, own: readonly string[]): WantedAudience | undefined =>
  facts.url !== undefined && own.every((aud) => isForIssuer(aud, hostOf(facts)))
    ? { wanted: facts.url.origin, matches: false, weight: STATED }
    : undefined;

const isForIssuer = (aud: string, host: string): boolean => {
  const issuer = hostnameIn(aud) ?? '';
  return issuer.includes('.') && issuer !== host && isIdentityProvider(issuer);
};

/** The token names as the one who is to read it the one of whom it tells. Some servers do so with every client's id. */
const ofItself = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  const subject = facts.token?.jwt === undefined ? undefined : textClaim(facts.token.jwt, 'sub');
  return facts.url !== undefined &&
    facts.status === 401 &&
    own.every((aud) => aud === subject && aud.includes('://'))
    ? { wanted: facts.url.origin, matches: false, weight: TOLD }
    : undefined;
};

/** Names of hosts that stand in front of several services. */
const general =
  /^(?:api|apis|www|app|apps|gateway|gw|backend|server|services?|auth|id|login|sso|identity|\d.*)$/i;

/** Every audience is the address of a neighbour: another service of the same house, by its own name. */
const ofSibling = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  const [service = '', ...house] = hostOf(facts).split('.');
  const others = own.map((aud) => hostnameIn(aud)?.split('.') ?? []);
  const neighbours = others.every(
    ([name = '', ...rest]) =>
      rest.length >= 2 && rest.join('.') === house.join('.') && name !== service && !general.test(name),
  );
  return neighbours && !general.test(service) && facts.url !== undefined
    ? { wanted: facts.url.origin, matches: false, weight: SUGGESTED }
    : undefined;
};

/** A registry's challenge names the service for which the token must be (Distribution, token authentication). */
const ofRegistry = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  for (const { challenge } of facts.challenges) {
    const service = challenge.scheme === 'bearer' ? authParam(challenge, 'service') : undefined;
    if (service !== undefined && service !== '' && authParam(challenge, 'realm') !== undefined)
      return { wanted: service, matches: own.includes(service), weight: STATED };
  }
  return undefined;
};

/** Azure's services name in the challenge the resource that the token must be for. */
const ofChallenge = (facts: Facts, own: readonly string[]): WantedAudience | undefined => {
  for (const { challenge } of facts.challenges) {
    const wanted = authParam(challenge, 'resource_id') ?? authParam(challenge, 'resource');
    // A number stands for an address that nobody here can tell: that the two differ proves nothing.
    if (
      challenge.scheme === 'bearer' &&
      wanted !== undefined &&
      /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i.test(wanted) &&
      own.every((aud) => URL.canParse(aud) && hostnameIn(aud) === facts.url?.hostname)
    )
      return { wanted, matches: false, weight: SUGGESTED };
    if (
      challenge.scheme === 'bearer' &&
      wanted !== undefined &&
      [wanted, ...own].every((one) => /^\w+:\/\//.test(one))
    )
      return {
        wanted,
        matches: own.some((aud) => aud.replace(/\/+$/, '') === wanted.replace(/\/+$/, '')),
        weight: PROVEN,
      };
  }
  return undefined;
};
