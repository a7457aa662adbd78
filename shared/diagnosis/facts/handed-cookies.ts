import { percentDecoded } from '../../exchange/percent.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { factsOf } from '../facts.ts';
import { logsIn } from './login-form.ts';
import type { EarlierExchange } from './earlier.ts';
import type { SentCredential } from './sent-credentials.ts';
import { allCookies } from './sent-credentials.ts';

/** A cookie that an earlier answer of the same origin set. */
export interface HandedCookie {
  readonly name: string;
  readonly value: string;
  readonly index: number;
  /** How long before, seconds; 0 where the file does not say. */
  readonly before: number;
}

/** Shorter values are alike by chance. */
const TELLING = 8;

const setIn = (exchanges: readonly EarlierExchange[]): readonly HandedCookie[] =>
  exchanges.flatMap(({ exchange, index, before }) =>
    fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie').flatMap(({ value }) => {
      const pair = /^\s*([^=;\s]+)=([^;]*)/.exec(value);
      return pair?.[1] === undefined || pair[2] === undefined || pair[2].length < TELLING
        ? []
        : [{ name: pair[1], value: pair[2].trim(), index, before }];
    }),
  );

const handedCookies = (facts: Facts): readonly HandedCookie[] =>
  setIn(facts.earlier.filter(({ sameOrigin }) => sameOrigin));

/** When the session whose cookie was sent began, as far as the exchanges show. */
export const sessionBegan = (facts: Facts): HandedCookie | undefined =>
  handedCookies(facts).find(({ name, value }) =>
    facts.cookies.some((sent) => sent.name === name && sent.value === value),
  );

/** A session this young has not ended by itself. Seconds. */
const YOUNG = 120;

/** The session whose cookie was sent was handed out a moment before, by the login that was accepted. */
export const sessionOfAcceptedLogin = (facts: Facts): HandedCookie | undefined => {
  const began = sessionBegan(facts);
  if (began === undefined || began.before > YOUNG) return undefined;
  const login = factsOf(facts.attempt, began.index);
  return login !== undefined && logsIn(login) && (login.status ?? 0) < 300 ? began : undefined;
};

/**
 * A session that an answer began for a request without cookies, kept in place of the one of the same name that the login
 * had handed out.
 */
export const sessionOverLogin = (facts: Facts): HandedCookie | undefined => {
  const own = handedCookies(facts);
  if (own.length < 2) return undefined;
  const sent = own.filter((one) =>
    facts.cookies.some(({ name, value }) => name === one.name && value === one.value),
  );
  return sent.find(({ name, value, index }) => {
    const asked = facts.attempt.exchanges[index]?.request;
    const first = own.find((one) => one.name === name && one.value !== value && one.index < index);
    const login = first === undefined ? undefined : factsOf(facts.attempt, first.index);
    return (
      asked !== undefined &&
      !allCookies(asked).some((one) => one.name === name) &&
      login !== undefined &&
      logsIn(login) &&
      (login.status ?? 0) < 400 &&
      factsOf(facts.attempt, index)?.form.length === 0
    );
  });
};

/**
 * A cookie that a server on another port of this host set, over one of the same name that this server had set: cookies
 * do not tell ports apart (RFC 6265 §8.5).
 */
export const cookieOfNeighbour = (facts: Facts): HandedCookie | undefined => {
  const host = facts.url?.hostname;
  if (host === undefined || facts.cookies.length === 0) return undefined;
  const neighbours = facts.earlier.filter(
    ({ exchange: { request }, sameOrigin }) => !sameOrigin && hostnameIn(request.url) === host,
  );
  if (neighbours.length === 0) return undefined;
  const own = handedCookies(facts);
  return setIn(neighbours).find(
    (one) =>
      facts.cookies.some(({ name, value }) => name === one.name && value === one.value) &&
      own.some(({ name, value, index }) => name === one.name && value !== one.value && index < one.index),
  );
};

/** A session that was handed out as a cookie and is sent in a field or parameter instead. */
export const cookieSentElsewhere = (
  facts: Facts,
): { readonly cookie: HandedCookie; readonly sent: SentCredential } | undefined => {
  const sent = facts.credentials.filter((one) => one.in === 'field' || one.in === 'query');
  if (sent.length === 0) return undefined;
  for (const cookie of handedCookies(facts)) {
    if (facts.cookies.some(({ name }) => name === cookie.name)) continue;
    const found = sent.find(({ value }) => value === cookie.value);
    if (found !== undefined) return { cookie, sent: found };
  }
  return undefined;
};

/** A cookie whose value is a piece of what was handed out, or that without its escapes: it was damaged on the client's side. */
export const damagedCookie = (facts: Facts): HandedCookie | undefined => {
  const handed = handedCookies(facts);
  return facts.cookies
    .filter(({ name, value }) => !handed.some((one) => one.name === name && one.value === value))
    .flatMap(({ name, value }) =>
      handed.filter(
        (one) =>
          one.name === name &&
          value !== '' &&
          (one.value.startsWith(value) || one.value.endsWith(value) || percentDecoded(one.value) === value),
      ),
    )
    .at(-1);
};
