import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { areTwoEnvironments } from './environments.ts';

/** The same credential was taken at another host, which is no other copy of this one. */
export const passedElsewhere = (facts: Facts): EarlierExchange | undefined =>
  facts.earlier.findLast(
    (one) =>
      one.accepted &&
      one.sameCredential &&
      !one.sameOrigin &&
      !areTwoEnvironments(hostnameIn(one.exchange.request.url) ?? '', hostOf(facts)),
  );

/** The address in digits, or of this machine, at which the same path took the credential that its public name refuses. */
export const behindName = (
  { exchange }: EarlierExchange,
  { url, exchange: present }: Facts,
): string | undefined => {
  const before = URL.parse(exchange.request.url) ?? undefined;
  return before !== undefined &&
    before.pathname === url?.pathname &&
    exchange.request.method === present.request.method &&
    /^(?:localhost|[\d.]+|\[[\da-f:]+\])$/i.test(before.hostname) &&
    before.protocol === 'http:' &&
    url.protocol === 'https:'
    ? before.host
    : undefined;
};
