import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';

/** The same credential in the same place passed at the same server with the same method: its form is right. */
export const acceptedBefore = (facts: Facts): EarlierExchange | undefined =>
  facts.earlier.findLast(
    (one) =>
      one.accepted &&
      one.sameOrigin &&
      one.sameCredential &&
      one.exchange.request.method === facts.exchange.request.method,
  );

/** Likewise at whichever server: what is read in one place has no fault of form. */
export const acceptedAnywhere = (facts: Facts): EarlierExchange | undefined =>
  facts.earlier.findLast(
    (one) =>
      one.accepted && one.sameCredential && one.exchange.request.method === facts.exchange.request.method,
  );
