import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { numericClaim } from '../../token/jwt.ts';
import type { Place } from '../diagnosis.ts';
import type { Facts } from '../facts.ts';
import { textOfBody } from './response-body.ts';
import type { SentToken } from './sent-tokens.ts';
import { claimPlace } from './sent-tokens.ts';

/** How long what was sent is good, as it or the answer that handed it out says. */
export interface Lifetime {
  readonly what: string;
  readonly issued: number | undefined;
  /** Epoch seconds. */
  readonly ended: number;
  readonly place: Place;
  /** How the end is known: "The token’s exp is". */
  readonly source: string;
  /** Present where the sender set the end himself, by his own clock. */
  readonly made?: 'here';
}

/** `exp` counts seconds; some clients write milliseconds, which another rule judges. */
const MILLISECONDS = 1e11;

const ofJwt = (token: SentToken | undefined): Lifetime | undefined => {
  const jwt = token?.jwt;
  const exp = jwt === undefined ? undefined : numericClaim(jwt, 'exp');
  if (token === undefined || jwt === undefined || exp === undefined || exp > MILLISECONDS) return undefined;
  return {
    what: 'Access token',
    issued: numericClaim(jwt, 'iat') ?? numericClaim(jwt, 'nbf'),
    ended: exp,
    place: claimPlace(token, 'exp'),
    source: 'The token’s exp is',
  };
};

/** EKS wraps a presigned address, good for fifteen minutes, into a bearer token. */
const ofWrappedAddress = (token: SentToken | undefined): Lifetime | undefined => {
  const wrapped = /^k8s-aws-v1\.([A-Za-z0-9_-]+)$/.exec(token?.text ?? '')?.[1];
  const url = wrapped === undefined ? undefined : byteStringOfBase64(wrapped);
  const date = /X-Amz-Date=(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z/.exec(url ?? '');
  if (token === undefined || date === null) return undefined;
  const [, y, mo, d, h, mi, s] = date;
  const issued = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}Z`) / 1000;
  return {
    what: 'Access token',
    issued,
    ended: issued + 900,
    place: token.place,
    source: 'The presigned request inside the token ended at',
  };
};

const ofPresigned = (facts: Facts): Lifetime | undefined =>
  facts.signing.presignedUntil === undefined
    ? undefined
    : {
        what: 'Presigned address',
        issued: undefined,
        ended: facts.signing.presignedUntil,
        place: { in: 'url', exchange: facts.index },
        source: 'The address was good until',
        made: 'here',
      };

/** `se` of an Azure shared access signature that goes as a field. */
const ofSharedAccess = ({ authorization }: Facts): Lifetime | undefined => {
  const end = /^SharedAccessSignature .*\bse=(\d{1,10})\b/.exec(authorization?.value ?? '')?.[1];
  return authorization === undefined || end === undefined
    ? undefined
    : {
        what: 'Shared access signature',
        issued: undefined,
        ended: Number(end),
        place: authorization.place,
        source: 'The signature’s se is',
        made: 'here',
      };
};

/** Members in which an answer says how long, or until when, what it hands out is good. */
const limit =
  /^(?:access_?token_?|token_?)?(?:expires?(?:_?(?:in|at|on|time|date|seconds))?|expir(?:y|ation)(?:_?(?:time|date|at))?|valid_?(?:until|to|till|for)|ttl|lifetime|lease_?(?:time|duration|seconds)?|max_?age|(?:idle_?)?time_?out|expiration_?micros)$/i;

/** What is less counts from the answer on, what is more since the epoch, in seconds, milliseconds or microseconds. */
const EPOCH = 1e9;
const MICROSECONDS = 1e14;

const endOf = (name: string, value: unknown, issued: number): number | undefined => {
  if (!limit.test(name)) return undefined;
  const number = typeof value === 'number' ? value : Number(typeof value === 'string' ? value : Number.NaN);
  if (Number.isFinite(number)) {
    if (number <= 0) return undefined;
    if (number < EPOCH) return issued + number;
    if (number > MICROSECONDS) return number / 1e6;
    return number > MILLISECONDS ? number / 1000 : number;
  }
  const date = typeof value === 'string' ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : date / 1000;
};

interface Limited {
  readonly name: string;
  readonly ended: number;
}

/** The limit that stands beside the token, in the object that holds it or in one around that. */
const limitIn = (value: unknown, token: string, issued: number, depth = 0): Limited | undefined | 'held' => {
  if (depth > 4) return undefined;
  if (Array.isArray(value))
    return value
      .slice(0, 20)
      .map((item: unknown) => limitIn(item, token, issued, depth + 1))
      .find((found) => found !== undefined);
  if (!isRecord(value)) return undefined;
  for (const member of Object.values(value)) {
    const inside = member === token ? 'held' : limitIn(member, token, issued, depth + 1);
    if (inside === undefined) continue;
    if (inside !== 'held') return inside;
    for (const [name, beside] of Object.entries(value)) {
      const ended = endOf(name, beside, issued);
      if (ended !== undefined) return { name, ended };
    }
    return 'held';
  }
  return undefined;
};

/** An opaque token that goes along in the address. */
const handedInAddress = ({ credentials }: Facts): string | undefined =>
  credentials.find(({ in: where, name }) => where === 'query' && /token|ticket/i.test(name))?.value;

/** A token answer seen before, which said how long. */
const ofTokenAnswer = (facts: Facts): Lifetime | undefined => {
  const text = facts.token?.text ?? handedInAddress(facts);
  if (text === undefined || text.length < 8) return undefined;
  for (const { exchange, index } of facts.earlier) {
    const response = responseOf(exchange);
    const body = response === undefined ? '' : textOfBody(response.body);
    const issued = exchange.timings.startedAtMs / 1000;
    if (issued <= 0 || !body.includes(text)) continue;
    const found = limitIn(parseJson(body), text, issued);
    if (found === undefined || found === 'held') continue;
    return {
      what: 'Access token',
      issued,
      ended: found.ended,
      place: { in: 'body', exchange: index, side: 'response' },
      source: `Its ${found.name} ended at`,
    };
  }
  return undefined;
};

/** A client asserts who it is by a token of its own making (RFC 7523 §3). */
const ofAssertion = ({ tokenRequest, tokens }: Facts): Lifetime | undefined => {
  const lifetime = tokenRequest ? ofJwt(tokens.find(({ role }) => role === 'assertion')) : undefined;
  return lifetime === undefined
    ? undefined
    : { ...lifetime, what: 'Assertion', source: 'The assertion’s exp is', made: 'here' };
};

export const lifetimeOf = (facts: Facts): Lifetime | undefined =>
  ofJwt(facts.token) ??
  ofAssertion(facts) ??
  ofWrappedAddress(facts.token) ??
  ofPresigned(facts) ??
  ofSharedAccess(facts) ??
  ofTokenAnswer(facts);
