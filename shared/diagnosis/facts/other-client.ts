import { valueOf } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { hostIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { nothingSent } from './absence.ts';
import type { EarlierExchange } from './earlier.ts';
import { remembered } from './remembered.ts';
import { textOfBody } from './response-body.ts';

/** The same call passed a while before, and differed by who seemed to send it. */
export interface OtherClient {
  readonly index: number;
  /** The field that differs, as the request spells it: Origin before User-Agent before Referer. */
  readonly name: string;
  readonly was: string;
  /** It is not told at all any more. */
  readonly gone?: true;
  /** How long before, seconds. */
  readonly before: number;
}

const traits: readonly string[] = ['Origin', 'User-Agent', 'Referer'];

const isSameCall = (facts: Facts, { exchange, kept }: EarlierExchange): boolean =>
  exchange.request.method === facts.exchange.request.method &&
  kept.call === remembered(facts.attempt.exchanges)[facts.index]?.call;

/** The earlier call with the same credentials, or with none as this one, that was let through. */
const letThrough = (facts: Facts) =>
  facts.earlier.findLast(
    (one) =>
      one.accepted &&
      isSameCall(facts, one) &&
      (one.sameCredential ||
        (one.sameRequest && isSameBody(facts.exchange, one.exchange)) ||
        (nothingSent(facts) && !carriesAuthorization(one.exchange.request.fields))),
  );

/** Word for word, so that a login that comes with the same password is the same. */
const isSameBody = (present: Facts['exchange'], before: Facts['exchange']): boolean => {
  const text = textOfBody(present.request.body);
  return text !== '' && text === textOfBody(before.request.body);
};

const carriesAuthorization = (fields: Facts['exchange']['request']['fields']): boolean =>
  valueOf(fields, 'Authorization') !== undefined || valueOf(fields, 'Cookie') !== undefined;

/** What of a field tells one client from another: the host of a page, the product of a program. */
const traitOf = (name: string, value: string | undefined): string | undefined => {
  if (value === undefined) return undefined;
  if (name === 'User-Agent') return value.split(/[/ ]/)[0]?.toLowerCase();
  return hostIn(value) ?? value;
};

/** Another machine answered, and wrote itself otherwise: it was not the client alone that changed. */
const answeredElsewhere = ({ exchange, response }: Facts, before: Facts['exchange']): boolean => {
  const [now, then] = [exchange.connection?.remoteAddress, before.connection?.remoteAddress];
  const wrote = valueOf(responseOf(before)?.fields ?? [], 'Server');
  return (
    now !== undefined &&
    then !== undefined &&
    now !== then &&
    wrote !== valueOf(response?.fields ?? [], 'Server')
  );
};

export const passedForAnotherClient = (facts: Facts): OtherClient | undefined => {
  const before = letThrough(facts);
  if (before === undefined || answeredElsewhere(facts, before.exchange)) return undefined;
  for (const name of traits) {
    const was = valueOf(before.exchange.request.fields, name);
    const now = valueOf(facts.exchange.request.fields, name);
    if (was !== undefined && now !== undefined && traitOf(name, was) !== traitOf(name, now))
      return { index: before.index, name, was, before: before.before };
  }
  const page = valueOf(before.exchange.request.fields, 'Referer');
  return page !== undefined &&
    isFromBrowser(facts) &&
    valueOf(facts.exchange.request.fields, 'Referer') === undefined
    ? { index: before.index, name: 'Referer', was: page, before: before.before, gone: true }
    : undefined;
};

/** Browsers differ in whether they tell the page that a call comes from (Referrer Policy §3). */
const isFromBrowser = ({ exchange: { request } }: Facts): boolean =>
  (valueOf(request.fields, 'User-Agent') ?? '').startsWith('Mozilla/');

/** Nothing that proves who asks was sent then either. */
export const passedWithoutCredentials = (facts: Facts): number | undefined =>
  nothingSent(facts) ? letThrough(facts)?.index : undefined;
