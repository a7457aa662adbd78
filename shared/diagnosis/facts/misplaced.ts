import { authParam } from '../../http-auth/auth.ts';
import { decodeJwt } from '../../token/jwt.ts';
import type { Place } from '../diagnosis.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import { hasAuthorization, serverCredentials } from '../facts.ts';
import { namesakeElsewhere } from './namesake.ts';
import { outsideField } from './outside-fields.ts';
import { fieldInBody } from './field-in-body.ts';
import { isKey, otherParameter, pairInQuery, parameterWritten } from './in-the-query.ts';
import { cookieMissed, missedField } from './missed-elsewhere.ts';
import { unreadBody } from './unread-body.ts';

export type MisplacedKind =
  | 'outside'
  | 'other-name'
  | 'userinfo'
  | 'not-behind-scheme'
  | 'missed'
  | 'cookie-missed'
  | 'get-body'
  | 'unread-body'
  | 'other-parameter'
  | 'parameter-written'
  | 'pair-in-query'
  | 'namesake'
  | 'for-proxy'
  | 'field-in-body';

/** A sign that a credential stands where this server does not read it. */
export interface Misplaced {
  readonly kind: MisplacedKind;
  /** The fact in one line. */
  readonly text: string;
  readonly place: Place;
  /** The place that is read, where one can tell: a field's name. */
  readonly wanted: string;
}

export const misplacedIn = (facts: Facts): readonly Misplaced[] =>
  [
    outside(facts),
    otherName(facts),
    userinfo(facts),
    notBehindScheme(facts),
    missedField(facts),
    cookieMissed(facts),
    otherParameter(facts),
    parameterWritten(facts),
    pairInQuery(facts),
    getBody(facts),
    namesake(facts),
    inUnreadBody(facts),
    forProxy(facts),
    fieldInBody(facts),
  ].filter((one) => one !== undefined);

const inUnreadBody = (facts: Facts): Misplaced | undefined => {
  const unread = unreadBody(facts);
  return unread === undefined
    ? undefined
    : {
        kind: 'unread-body',
        text: `${unread.names.join(' and ')} stand in the body as ${unread.form}, and the answer misses them`,
        place: unread.place,
        wanted: 'Content-Type',
      };
};

const outside = (facts: Facts): Misplaced | undefined => {
  const field = outsideField(facts);
  return field === undefined
    ? undefined
    : {
        kind: 'outside',
        text: `${field.name} stands in the ${field.where}, not among the header fields`,
        place: field.place,
        wanted: field.name,
      };
};

/** `X-API-Key: X-Acme-Key: 1a2b…`: the value tells under which name it should have gone. */
const otherName = (facts: Facts): Misplaced | undefined => {
  for (const { in: where, name, value, place } of serverCredentials(facts)) {
    const meant =
      where === 'field'
        ? /^\s*([A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)+)\s*:\s*\S{8,}/.exec(value)?.[1]
        : undefined;
    if (
      meant !== undefined &&
      meant.toLowerCase() !== name.toLowerCase() &&
      fieldNamed(facts.exchange.request.fields, meant) === undefined
    )
      return {
        kind: 'other-name',
        text: `The value of ${name} begins with the name ${meant}`,
        place,
        wanted: meant,
      };
  }
  return undefined;
};

/** Proxy-Authorization ends at the next proxy (RFC 9110 §11.7.2), which no server behind TLS is. */
const forProxy = (facts: Facts): Misplaced | undefined => {
  const sent = facts.credentials.find((one) => one.in === 'proxy');
  return sent === undefined ||
    serverCredentials(facts).length > 0 ||
    facts.url?.protocol !== 'https:' ||
    facts.proxyChallenges.length > 0
    ? undefined
    : {
        kind: 'for-proxy',
        text: `${sent.name} is read by proxies only, and nothing else proves who asks`,
        place: sent.place,
        wanted: 'Authorization',
      };
};

/** Some clients leave user and password in the address and send nothing. */
const userinfo = (facts: Facts): Misplaced | undefined => {
  const sent = facts.credentials.find((one) => one.in === 'userinfo');
  return sent === undefined || hasAuthorization(facts) || facts.status !== 401
    ? undefined
    : {
        kind: 'userinfo',
        text: 'User and password stand in the address and were not sent as Authorization',
        place: sent.place,
        wanted: 'Authorization',
      };
};

/** Only Bearer is asked for, as of a request without a token, and a token stands in a field or parameter of its own. */
const notBehindScheme = (facts: Facts): Misplaced | undefined => {
  if (hasAuthorization(facts) || facts.status !== 401 || facts.challenges.length === 0) return undefined;
  const bearer = facts.challenges.every(
    ({ challenge }) => challenge.scheme === 'bearer' && authParam(challenge, 'error') === undefined,
  );
  const sent = bearer
    ? (serverCredentials(facts).find(isKey) ??
      serverCredentials(facts).find(
        ({ in: where, value }) => where === 'cookie' && decodeJwt(value).kind === 'jwt',
      ))
    : undefined;
  return sent === undefined
    ? undefined
    : {
        kind: 'not-behind-scheme',
        text: `A token stands in ${sent.name}; the server asks for Bearer in Authorization`,
        place: sent.place,
        wanted: 'Authorization',
      };
};

/** What the answer misses in one place was sent under the same name in another. */
const namesake = (facts: Facts): Misplaced | undefined => {
  const found = namesakeElsewhere(facts);
  return found === undefined
    ? undefined
    : {
        kind: 'namesake',
        text: `${found.name} stands in the ${found.where}; the answer misses it in the ${found.wanted}`,
        place: found.place,
        wanted: found.name,
      };
};

/** Content of a GET has no meaning (RFC 9110 §9.3.1). */
const getBody = (facts: Facts): Misplaced | undefined =>
  facts.exchange.request.method === 'GET' &&
  facts.exchange.request.body.kind !== 'none' &&
  !hasAuthorization(facts) &&
  facts.form.some(({ name }) => /key$|token$|^password$/i.test(name))
    ? {
        kind: 'get-body',
        text: 'The credential stands in the content of a GET, which servers do not read',
        place: { in: 'body', exchange: facts.index, side: 'request' },
        wanted: 'Authorization',
      }
    : undefined;
