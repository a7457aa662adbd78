import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { issuedBefore } from './issued.ts';
import { textOfBody } from './response-body.ts';

/** What the answer that handed out the token says it is good for (RFC 6749 §5.1). */
export interface GrantedScope {
  readonly scope: string;
  readonly index: number;
}

export const grantedScope = (facts: Facts): GrantedScope | undefined => {
  const issued = issuedBefore(facts);
  const exchange = issued === undefined ? undefined : facts.attempt.exchanges[issued.index];
  const response = exchange === undefined ? undefined : responseOf(exchange);
  if (issued === undefined || response === undefined) return undefined;
  const value = parseJson(textOfBody(response.body));
  const scope = isRecord(value) ? value['scope'] : undefined;
  return typeof scope === 'string' ? { scope: scope.trim(), index: issued.index } : undefined;
};

/** Where a service tells who the user is. */
const whoAmI = /\/(?:userinfo|users?\/@?me|@me|me|profile|whoami|current_?user|verify_credentials)\/?$/i;

/** Scopes that open it, in the words of services. */
const ofIdentity =
  /openid|profile|identi|user|(?:^|[\s,:._-])me(?:$|[\s,:._-])|email|read|account|basic|\bapi\b|\ball\b|full|admin|default|public|write|\*/i;

/** The token was given out for something else than to tell who the user is, and that is what was asked. */
export const withoutIdentity = (facts: Facts): GrantedScope | undefined => {
  if (!whoAmI.test(facts.url?.pathname ?? '')) return undefined;
  const granted = grantedScope(facts);
  return granted === undefined || ofIdentity.test(granted.scope) ? undefined : granted;
};
