import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import { responseValue } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import type { MissedField } from './missed-fields.ts';

/** Fields that a gateway or sign-on in front sets for what stands behind it. No client has a value for them. */
const ofGateways =
  /^(?:x-consumer-(?:id|username|custom-id|metadata|groups)|x-credential-identifier|x-anonymous-consumer|x-userinfo|x-(?:amzn-)?oidc-\w+|x-forwarded-(?:user|email|groups|access-token|preferred-username)|x-auth-request-\w+|(?:x-)?remote-user|x-authenticated-\w+|x-ms-client-principal\S*|x-goog-(?:iap|authenticated)-\S+|x-jwt-assertion|x-(?:pomerium|authentik|authelia)-\S+|x-apigateway-\S+)$/i;

/** Such a field that the answer misses: the gateway was gone round, or does not do its part. */
export const missedOfGateway = (facts: Facts): MissedField | undefined =>
  facts.missed.find(({ name }) => ofGateways.test(name));

/** Fields by which each of several servers behind one name tells itself. */
const ofInstance =
  /^(?:x-(?:served-by|pod(?:-name)?|instance(?:-id)?|backend(?:-server)?|server(?:-id|-name)?|node(?:-id)?|host(?:name)?|worker|upstream|container(?:-id)?|replica)|server-id)$/i;

/** Nothing happens to a credential in such a time. Seconds. */
const SOON = 60;

export interface OtherInstance {
  readonly before: EarlierExchange;
  readonly field: string;
  readonly was: string;
}

/** The same call was let through a moment before, by another of the servers behind this name. */
export const passedAtOtherInstance = (facts: Facts): OtherInstance | undefined => {
  const before = facts.earlier.findLast(
    (one) => one.accepted && one.sameRequest && one.sameCredential && one.before <= SOON,
  );
  if (before === undefined) return undefined;
  for (const { name, value } of responseOf(before.exchange)?.fields ?? []) {
    const now = ofInstance.test(name) ? responseValue(facts, name) : undefined;
    if (now !== undefined && now !== value) return { before, field: name, was: value };
  }
  return undefined;
};
