import { valueOf } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';

/** Refused logins in a row that a lock may follow. */
const SEVERAL = 2;
/** Locks are counted over some minutes. Seconds. */
const SOON = 900;

/** Nothing but the status, in words. */
const bare = /^(?:(?:403[ :.-]*)?(?:forbidden|blocked|access denied)\.?)?$/i;

const sendsLogin = ({ exchange: { request } }: EarlierExchange): boolean =>
  valueOf(request.fields, 'Authorization') !== undefined ||
  (request.method === 'POST' && /log-?in|sign-?in|auth|session|token/i.test(request.url));

/**
 * Logins were refused one by one with 401; since then the host answers 403 and no word to whatever is asked, a page that
 * needs no login among it. The last of the refused ones.
 */
export const lockedOut = (facts: Facts): EarlierExchange | undefined => {
  if (facts.status !== 403 || facts.challenges.length > 0 || !bare.test(facts.bodyText.trim()))
    return undefined;
  const refused = facts.earlier.filter(
    (one) => one.sameOrigin && one.status === 401 && one.before < SOON && sendsLogin(one),
  );
  const last = refused.at(-1);
  return last === undefined ||
    refused.length < SEVERAL ||
    (serverCredentials(facts).length > 0 && !last.sameCredential) ||
    facts.earlier.some((one) => one.sameOrigin && one.accepted && one.index > last.index)
    ? undefined
    : last;
};
