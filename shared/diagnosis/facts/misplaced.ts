import { authParam } from '../../http-auth/auth.ts';
import { decodeJwt } from '../../token/jwt.ts';
import type { Place } from '../diagnosis.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';
import { acceptedBefore } from './accepted-before.ts';
import { saysNothingSeen } from './absence.ts';
import { readsDoor } from './at-its-door.ts';
import { doorOf } from './door.ts';
import { saidOf } from '../heard.ts';
import { namesakeElsewhere } from './namesake.ts';
import { outsideField } from './outside-fields.ts';
import { fieldInBody } from './field-in-body.ts';
import { unreadBody } from './unread-body.ts';
import { unreadCookie, unreadField } from './unread-place.ts';
import type { SentCredential } from './sent-credentials.ts';

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

const hasAuthorization = ({ authorization }: Facts): boolean =>
  authorization !== undefined && authorization.value.trim() !== '';

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

const isKey = ({ in: where, value, name }: SentCredential): boolean =>
  (where === 'field' || where === 'query') && value.trim().length > 8 && !/^dpop$|sig/i.test(name);

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

const bodyToken = /^(?:api_?key|(?:access_?|auth_?)?token|key|jwt)$/i;

const misses =
  /missing authorization\b|\bauthorization\b[^.;]{0,24}\b(?:missing|required|not (?:found|provided|present|sent|set)|absent|empty)|(?:missing|no|without|provide|send|in|via)\b[^.;]{0,24}\bauthorization (?:header|field)/i;
const missesInHeader =
  /\b(?:api[ _-]?key|token|key|client[ _-]?id|credentials?)\b[^.;]{0,12}\b(?:missing|absent|not (?:found|present|provided|sent)|(?:is )?(?:required|expected))\b[^.;]{0,8}\bin (?:the )?(?:request |http )?headers?\b|(?:missing|no|provide|send|required?|specify|pass)\b[^.;]{0,24}\b(?:api[ _-]?key|token|key)\b[^.;]{0,16}\b(?:in|via|as)\b[^.;]{0,16}\bheaders?\b/i;
/** Said to every request without one, and to none with a wrong one less. */
const asksForValid =
  /(?:need|have|must|please|required|should) (?:to )?(?:provide|supply|send|include|pass) (?:an? )?valid (?:access |api |auth\w* )?(?:token|key|credentials?)/i;
/** Words of another fault, and the name that older servers give to the status. */
const misspelled =
  /malformed|invalid|(?<!in)format|scheme|\bor\b|^\w*: (?:(?:\d{3}|\w{2,12}) )?authori[sz]ation required/i;

/** The answer misses a field by its name, and something that could be its value stands elsewhere. */
const missedField = (facts: Facts): Misplaced | undefined => {
  const named = facts.missed.find(({ credential }) => credential);
  const authorization = hasAuthorization(facts)
    ? undefined
    : (saidOf(facts, misses, misspelled) ?? saidOf(facts, missesInHeader, misspelled));
  const saw =
    hasAuthorization(facts) || named !== undefined || authorization !== undefined
      ? undefined
      : (saysNothingSeen(facts) ?? (inBodyOnly(facts) ? saidOf(facts, asksForValid) : undefined));
  const wanted =
    named?.name ??
    (authorization === undefined && (saw === undefined || !inBodyOnly(facts)) ? undefined : 'Authorization');
  if (wanted === undefined || isFurther(facts, wanted)) return undefined;
  // The key is there and lacks what belongs to it.
  if (named === undefined && facts.missed.some(({ credential }) => !credential)) return undefined;
  const sent = serverCredentials(facts).find(
    (one) => one.value.trim().length > 8 && (one.in !== 'cookie' || one.value.startsWith('eyJ')),
  );
  const inBody = facts.form.find(({ name, value }) => bodyToken.test(name) && value.length > 8);
  const place =
    sent?.place ??
    (inBody === undefined ? undefined : ({ in: 'body', exchange: facts.index, side: 'request' } as const));
  return place === undefined
    ? undefined
    : {
        kind: 'missed',
        text: `The answer misses ${wanted}; ${sent?.name ?? inBody?.name ?? 'something else'} was sent`,
        place,
        wanted,
      };
};

/** Only user and password are asked for, which a key in a field of its own is not: both are wanted. */
const wantsPerson = ({ challenges, said, credentials }: Facts): boolean =>
  challenges.every(({ challenge }) => challenge.scheme === 'basic') &&
  (challenges.length > 0 || /\buser(?: ?name)?\b[^.;]{0,16}\bpassword\b/i.test(said)) &&
  credentials.some((one) => one.in === 'field' && /key$/i.test(one.name) && !one.value.includes(':'));

/** A token is all that the body holds of credentials, and it is no login. */
const inBodyOnly = (facts: Facts): boolean =>
  serverCredentials(facts).length === 0 &&
  !/\/(?:log-?in|sign-?in|auth|sessions?|tokens?)(?:\/|$)/i.test(facts.url?.pathname ?? '') &&
  facts.form.some(({ name, value }) => bodyToken.test(name) && value.length > 8) &&
  !facts.form.some(({ name }) => /pass|secret|grant_type/i.test(name));

const missesCookie =
  /\bcookies?\b[^.;]{0,16}\b(?:is |was )?(?:missing|required|absent|not (?:found|present|provided|set))|(?:missing|no|without)\b[^.;]{0,24}\bcookies?\b/i;

/** A cookie is looked for, and Authorization is what was sent. */
const cookieMissed = (facts: Facts): Misplaced | undefined => {
  const { authorization } = facts;
  const said =
    authorization === undefined ||
    authorization.value.trim() === '' ||
    facts.credentials.some((one) => one.in === 'cookie')
      ? undefined
      : saidOf(facts, missesCookie, /csrf|xsrf/i);
  return said === undefined || authorization === undefined
    ? undefined
    : {
        kind: 'cookie-missed',
        text: 'The answer misses a cookie; Authorization was sent',
        place: authorization.place,
        wanted: 'Cookie',
      };
};

/** An answer that saw nothing of a key in the query, where nothing can get lost, reads another parameter or a field. */
const otherParameter = (facts: Facts): Misplaced | undefined => {
  if (hasAuthorization(facts)) return undefined;
  const sent = serverCredentials(facts).find(isKey);
  if (sent?.in === 'field') return unreadField(facts, sent);
  if (sent === undefined) return unreadCookie(facts);
  return sent.in !== 'query' ||
    saysNothingSeen(facts) === undefined ||
    acceptedBefore(facts) !== undefined ||
    readsDoor(facts, doorOf(sent))
    ? undefined
    : {
        kind: 'other-parameter',
        text: `A token stands in the parameter ${sent.name}, and the answer saw none`,
        place: sent.place,
        wanted: 'Authorization',
      };
};

const userName = /^(?:login_?|user_?|auth_?)?(?:user|usr|username|name|login|use|id)$/i;
const passWord = /^(?:login_?|user_?|auth_?)?(?:password|passwd|pass|pas|pwd|pw)$/i;

/** User and password stand in the address, and the challenge asks for them in Authorization. */
const pairInQuery = (facts: Facts): Misplaced | undefined => {
  const names = [...(facts.url?.searchParams ?? [])].map(([name]) => name);
  const user = names.find((name) => userName.test(name));
  const asked = facts.challenges.some(({ challenge }) => /^(?:basic|digest)$/.test(challenge.scheme));
  return user === undefined || !asked || hasAuthorization(facts) || !names.some((name) => passWord.test(name))
    ? undefined
    : {
        kind: 'pair-in-query',
        text: `User and password stand in the address as ${user} and its password; the challenge asks for Authorization`,
        place: { in: 'url', exchange: facts.index },
        wanted: 'Authorization',
      };
};

/** `need user=<name>&password=<word>`, `add ?apikey=…`: the answer writes out the query that it reads. */
const writtenOut =
  /(?:[?&]|\b)(user(?:name)?|login|pass(?:word|wd)?|api_?key|token|auth|key|access_token)=(?:[<{[(…*x]|\.\.|your|$)/i;

const parameterWritten = (facts: Facts): Misplaced | undefined => {
  const sent = serverCredentials(facts).find(
    ({ in: where }) => where === 'authorization' || where === 'field',
  );
  const said = sent === undefined ? undefined : saidOf(facts, writtenOut, /https?:\/\/[^\s]+[?&]\w+=\w/i);
  const [, name = ''] = said?.match ?? [];
  return sent === undefined || said === undefined || facts.url?.searchParams.has(name) === true
    ? undefined
    : {
        kind: 'parameter-written',
        text: `The answer asks for ${name} in the address; ${sent.name} was sent`,
        place: sent.place,
        wanted: name,
      };
};

/** Keys that name the application, beside the token of its user: `trakt-api-key`, `Ocp-Apim-Subscription-Key`. */
const ofApplication =
  /(?:^|-)(?:subscription|client|app|application|consumer|developer|partner)-?key$|^(?!x-)[a-z]{3,}-api-key$|^app(?:lication)?[-_]?token$/i;

/**
 * Wanted beside what was sent, not in place of it: a key is no signed token and no password, nor are user and password
 * the key that stands in a field of its own.
 */
export const isFurther = (facts: Facts, wanted: string): boolean =>
  (/^authorization$/i.test(wanted) && wantsPerson(facts)) ||
  (ofApplication.test(wanted) && namesPerson(facts)) ||
  (/secret$/i.test(wanted) && serverCredentials(facts).some((one) => one.in === 'authorization')) ||
  (/key$/i.test(wanted) &&
    ((facts.token?.jwt !== undefined && facts.authorization?.parsed?.scheme === 'bearer') ||
      facts.authorization?.parsed?.scheme === 'basic'));

/** Authorization holds a token, or what its own scheme calls a user's. */
const namesPerson = ({ authorization }: Facts): boolean =>
  authorization?.parsed !== undefined &&
  /^(?:bearer|basic|user[-_]?token)$/.test(authorization.parsed.scheme);

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
