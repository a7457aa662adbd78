import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import type { Facts } from '../facts.ts';
import type { EarlierExchange } from './earlier.ts';
import { formOf } from './form.ts';
import { tokenText } from './issued.ts';
import { textOfBody } from './response-body.ts';

/** Something that happened before and after which a token is commonly good no more. */
export interface Withdrawal {
  readonly kind: 'revoked' | 'logged-out' | 'replaced' | 'password-changed';
  readonly index: number;
}

/** Shorter values stand in requests by chance. */
const TELLING = 16;

const pathOf = ({ exchange }: EarlierExchange): string => exchange.request.url.replace(/[?#].*$/, '');

const bodyOf = ({ exchange }: EarlierExchange): string => textOfBody(exchange.request.body);

/** RFC 7009, and vendors' own addresses for it. */
const revokes =
  /\/(?:revoke|revocation|invalidate|deauthori[sz]e)(?:[-_/]?(?:token|access|self))?\/?$|\/(?:tokens?|token)\/revoke/i;
const renews =
  /\/(?:re-?generate|rotate|roll|renew|reset)[-_]?(?:(?:api|access)?[-_]?(?:key|token|secret)s?)?\/?$/i;
const leaves = /\/(?:log[-_]?out|sign[-_]?out|log[-_]?off|sign[-_]?off)(?:\/|\.json|$)/i;
const enters =
  /\/(?:log-?in|sign-?in|logon|sessions?|tokens?|auth(?:enticate)?|refresh|users?)(?:[/-][\w-]+)?\/?$/i;
const changesPassword =
  /\/(?:change|update|reset|set)?-?_?(?:pass(?:word|wd)?)(?:[/-]?(?:change|update|reset))?\/?$/i;

/** Some interfaces hand out tokens to a GET whose query holds the client's secret. */
const grantsInQuery = /[?&](?:grant_type|(?:app|corp|client)_?secret)=/i;

/** Members under which answers hand out a token. */
const handsOut = /^(?:access_?token|token|auth_?token|jwt|id_?token|api_?key|session_?token)$/i;

const handedOut = (value: unknown, depth = 0): string | undefined => {
  if (!isRecord(value) || depth > 3) return undefined;
  for (const [name, member] of Object.entries(value)) {
    if (handsOut.test(name) && typeof member === 'string' && member.length >= TELLING) return member;
    const inside = handedOut(member, depth + 1);
    if (inside !== undefined) return inside;
  }
  return undefined;
};

/** Who asks for a new token by a refresh token had one before. */
const refreshes = ({ kept }: EarlierExchange): boolean =>
  kept.form.some(({ name, value }) => name === 'grant_type' && value === 'refresh_token');

const wasGood = (one: EarlierExchange, text: string): boolean => {
  const response = responseOf(one.exchange);
  return (
    one.accepted &&
    (one.sameCredential ||
      one.sameSecretElsewhere ||
      one.exchange.request.url.includes(text) ||
      (response !== undefined && textOfBody(response.body).includes(text)))
  );
};

const handsOutAnother = (one: EarlierExchange, text: string): boolean => {
  const response = responseOf(one.exchange);
  const next = response === undefined ? undefined : handedOut(parseJson(textOfBody(response.body)));
  return next !== undefined && next !== text;
};

const withdrawalBy = (
  one: EarlierExchange,
  text: string,
  goodBefore: boolean,
): Withdrawal['kind'] | undefined => {
  const { method } = one.exchange.request;
  const path = pathOf(one);
  const itself = one.sameCredential || bodyOf(one).includes(text) || one.exchange.request.url.includes(text);
  if (method !== 'GET' && itself && revokes.test(path)) return 'revoked';
  if (itself && leaves.test(path)) return 'logged-out';
  if (
    method === 'DELETE' &&
    itself &&
    /\/(?:tokens?|sessions?|auth|keys?)(?:\/|$)|\/(?:access|authori[sz]ation|grants?|connection|deauthori[sz]e)\/?$/i.test(
      path,
    )
  )
    return 'revoked';
  // A token endpoint often has a host of its own.
  if (refreshes(one) && handsOutAnother(one, text)) return 'replaced';
  if (!one.sameOrigin || (method === 'GET' && !grantsInQuery.test(one.exchange.request.url)))
    return undefined;
  if (one.sameCredential && renews.test(path) && handsOutAnother(one, text)) return 'replaced';
  if (one.sameCredential && changesPassword.test(path)) return 'password-changed';
  if (!goodBefore) return undefined;
  if (
    method !== 'GET' &&
    !enters.test(path) &&
    !formOf(one.exchange.request).some(({ name }) => name === 'grant_type')
  )
    return undefined;
  return handsOutAnother(one, text) ? 'replaced' : undefined;
};

/** The last thing that ended the token that is now refused; absent where nothing did. */
export const withdrawalOf = (facts: Facts): Withdrawal | undefined => {
  const text = tokenText(facts);
  if (text.length < TELLING) return undefined;
  let goodBefore = false;
  let found: Withdrawal | undefined;
  for (const one of facts.earlier) {
    if (!one.accepted) continue;
    const kind = withdrawalBy(one, text, goodBefore);
    if (kind !== undefined) found = { kind, index: one.index };
    else if (wasGood(one, text)) {
      goodBefore = true;
      // What is accepted again was not withdrawn.
      if (one.sameCredential) found = undefined;
    }
  }
  return found;
};
