import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import type { Said } from '../heard.ts';
import { asksToSignIn } from './absence.ts';
import type { EarlierExchange } from './earlier.ts';
import { standsBetween } from './lost-field.ts';
import { namesGateway } from './software.ts';

export interface AskedAnew {
  readonly before: EarlierExchange;
  readonly said: Said;
}

/**
 * A key in a field of its own that one interface of this host took, and another asks for a login: that one does not read
 * keys. Nothing where something stands between that may drop the field.
 */
export const askedAnew = (facts: Facts): AskedAnew | undefined => {
  const key = facts.credentials.find((one) => one.in === 'field');
  if (key === undefined || facts.status !== 401 || facts.authorization !== undefined) return undefined;
  const before = facts.earlier.findLast(
    (one) => one.accepted && one.sameCredential && hostnameIn(one.exchange.request.url) === hostOf(facts),
  );
  const said = before === undefined ? undefined : asksToSignIn(facts);
  return before === undefined ||
    said === undefined ||
    standsBetween(facts) !== undefined ||
    namesGateway(facts) !== undefined
    ? undefined
    : { before, said };
};
