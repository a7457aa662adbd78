import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { hostOf, serverCredentials } from '../facts.ts';
import { HINTED, SUGGESTED } from '../weights.ts';
import { areKin } from './environments.ts';
import type { IssuerDifference } from './issuer-difference.ts';
import { passedAtAnotherHost, passedInAnotherRegion } from './right-address.ts';

/** What was read and found wanting for a reason of its own. */
const ownReason = /expired|scope|permission|signature|revoked|audience|limit|plan\b|log-?in|sign-?in/i;

/** Where the tokens of all its services come from. */
const issues = /\/\/(?:console|accounts?|auth|login|id|identity|sso|oauth)\.|\/(?:oauth2?|connect|token)\b/i;

/** A key or opaque token that another service of the same house took, and of which this one, by its answer, knows nothing. */
export const ofKinService = (facts: Facts): IssuerDifference | undefined => {
  const host = hostOf(facts);
  const credential = serverCredentials(facts).find(
    (one) => one.in === 'field' || one.parsed?.scheme === 'bearer',
  );
  if (
    credential === undefined ||
    facts.status !== 401 ||
    facts.token?.jwt !== undefined ||
    facts.hops.length > 0 ||
    ownReason.test(facts.said) ||
    passedAtAnotherHost(facts) !== undefined ||
    passedInAnotherRegion(facts) !== undefined
  )
    return undefined;
  const accepted = facts.earlier.filter(
    (one) => one.accepted && one.sameCredential && !issues.test(one.exchange.request.url),
  );
  const hosts = accepted.map(({ exchange }) => hostnameIn(exchange.request.url) ?? '');
  const other = accepted.findLast((_, at) => areKin(hosts[at] ?? '', host));
  const name = other === undefined ? undefined : hostnameIn(other.exchange.request.url);
  return other === undefined || name === undefined || hosts.includes(host)
    ? undefined
    : {
        got: name,
        wanted: host,
        fact: `The same credential was accepted by ${name}, another service of this house`,
        weight: SUGGESTED + HINTED,
        place: { in: 'status', exchange: other.index },
      };
};
