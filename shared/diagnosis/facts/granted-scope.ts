import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { authParam } from '../../http-auth/auth.ts';
import type { Facts } from '../facts.ts';
import { formOf } from './form.ts';
import { issuedBefore } from './issued.ts';
import { textOfBody } from './response-body.ts';

/** What the answer that handed out the token says it is good for (RFC 6749 §5.1). */
export interface GrantedScope {
  readonly scope: string;
  readonly index: number;
}

const grantedScope = (facts: Facts): GrantedScope | undefined => {
  const issued = issuedBefore(facts);
  const exchange = issued === undefined ? undefined : facts.attempt.exchanges[issued.index];
  const response = exchange === undefined ? undefined : responseOf(exchange);
  if (issued === undefined || response === undefined) return undefined;
  const value = parseJson(textOfBody(response.body));
  const scope = isRecord(value) ? value['scope'] : undefined;
  return typeof scope === 'string' ? { scope: scope.trim(), index: issued.index } : undefined;
};

/** OpenID's endpoint that tells of a user (OpenID Connect Core §5.3). */
export const userInfo = /\/userinfo\/?$/i;

/** Where a service tells who the user is. */
export const whoAmI =
  /\/(?:userinfo|users?\/@?me|@me|me|profile|whoami|current_?user|verify_credentials)\/?$/i;

/** Scopes that open it, in the words of services. */
const ofIdentity =
  /openid|profile|identi|user|(?:^|[\s,:._-])me(?:$|[\s,:._-])|email|read|account|basic|\bapi\b|\ball\b|full|admin|default|public|write|\*/i;

/** The token was given out for something else than to tell who the user is, and that is what was asked. */
export const withoutIdentity = (facts: Facts): GrantedScope | undefined => {
  if (!whoAmI.test(facts.url?.pathname ?? '')) return undefined;
  const granted = grantedScope(facts);
  return granted === undefined || ofIdentity.test(granted.scope) ? undefined : granted;
};

/** The token was asked for without a word of what for, and the answer says that it is for nothing. */
export const grantedNothing = (facts: Facts): GrantedScope | undefined => {
  const granted = grantedScope(facts);
  const request = granted === undefined ? undefined : facts.attempt.exchanges[granted.index]?.request;
  return granted?.scope === '' &&
    request !== undefined &&
    formOf(request).every(({ name, value }) => name !== 'scope' || value.trim() === '') &&
    facts.said === ''
    ? granted
    : undefined;
};

/** `repository:team/app:pull,push` is a scope for two actions (distribution token scopes). */
const partsOf = (scope: string): readonly string[] =>
  scope
    .split(/\s+/)
    .filter((one) => one !== '')
    .flatMap((one) => {
      const [, resource, actions] = /^(.+:.+):([\w*]+(?:,[\w*]+)*)$/.exec(one) ?? [];
      return resource === undefined || actions === undefined
        ? [one]
        : actions.split(',').map((action) => `${resource}:${action}`);
    });

/** The scope that the request for the token named, where the challenge to the token asks for more. */
export const askedTooLittle = (facts: Facts): (GrantedScope & { readonly missing: string }) | undefined => {
  const issued = issuedBefore(facts) ?? tokenFetched(facts);
  const request = issued === undefined ? undefined : facts.attempt.exchanges[issued.index]?.request;
  if (issued === undefined || request === undefined || facts.token === undefined) return undefined;
  const query = URL.parse(request.url)?.searchParams.getAll('scope') ?? [];
  const form = formOf(request).filter(({ name }) => name === 'scope');
  const asked = [...query, ...form.map(({ value }) => value)].join(' ');
  const had = partsOf(asked);
  if (had.length === 0) return undefined;
  for (const { challenge } of facts.challenges) {
    const wanted = partsOf(authParam(challenge, 'scope') ?? '');
    const missing = wanted.find((one) => !had.includes(one));
    if (missing !== undefined && wanted.length > 0) return { scope: asked, index: issued.index, missing };
  }
  return undefined;
};

/** The request to the address that the challenge names as its realm, right before. */
const tokenFetched = (facts: Facts): { readonly index: number } | undefined =>
  facts.earlier.findLast(
    ({ accepted, exchange: { request } }) =>
      accepted &&
      facts.challenges.some(({ challenge }) => {
        const realm = authParam(challenge, 'realm') ?? '';
        return /^https?:/i.test(realm) && request.url.replace(/[?#].*$/, '') === realm;
      }),
  );

/** Scopes that the request for the token named and the answer did not grant. */
export const notGranted = (
  facts: Facts,
): (GrantedScope & { readonly missing: readonly string[] }) | undefined => {
  const granted = grantedScope(facts);
  const request = granted === undefined ? undefined : facts.attempt.exchanges[granted.index]?.request;
  if (granted === undefined || request === undefined) return undefined;
  const asked = formOf(request).find(({ name }) => name === 'scope')?.value ?? '';
  const had = granted.scope.split(/\s+/);
  const missing = asked
    .split(/\s+/)
    .filter(
      (scope) => scope !== '' && scope !== 'openid' && scope !== 'offline_access' && !had.includes(scope),
    );
  return missing.length === 0 ? undefined : { ...granted, missing };
};
