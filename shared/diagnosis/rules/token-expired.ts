import { numericClaim } from '../../token/jwt.ts';
import { byteStringOfBase64 } from '../../exchange/bytes.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { textOfBody } from '../facts/response-body.ts';
import { isRecord, parseJson } from '../../exchange/json.ts';
import type { Figure, Place } from '../diagnosis.ts';
import { durationInWords, instantInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import type { SentToken } from '../facts/sent-tokens.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';

interface Lifetime {
  readonly what: string;
  readonly issued: number | undefined;
  readonly ended: number;
  readonly place: Place;
  /** How the end is known: "The token's exp is". */
  readonly source: string;
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
      };

/** A token answer seen before, whose expires_in is over. */
const ofTokenAnswer = (facts: Facts): Lifetime | undefined => {
  const { token } = facts;
  if (token === undefined || token.text.length < 8) return undefined;
  for (const { exchange, index } of facts.earlier) {
    const response = responseOf(exchange);
    const text = response === undefined ? '' : textOfBody(response.body);
    if (!text.includes('expires_in') || !text.includes(token.text)) continue;
    const value = parseJson(text);
    const life = isRecord(value) ? Number(value['expires_in']) : Number.NaN;
    const issued = exchange.timings.startedAtMs / 1000;
    if (Number.isFinite(life) && issued > 0)
      return {
        what: 'Access token',
        issued,
        ended: issued + life,
        place: { in: 'body', exchange: index, side: 'response' },
        source: 'Its expires_in ended at',
      };
  }
  return undefined;
};

const lifetimeOf = (facts: Facts): Lifetime | undefined =>
  ofJwt(facts.token) ?? ofWrappedAddress(facts.token) ?? ofPresigned(facts) ?? ofTokenAnswer(facts);

/** The server says so in words, and not only by a code that stands for more than one thing. */
const wordOfIt = (facts: Facts): boolean => /expire|expiry|abgelaufen|caducad|过期|期限/i.test(facts.said);

const figureOf = (lifetime: Lifetime, sent: number): Figure => ({
  kind: 'lifetime',
  ended: lifetime.ended,
  sent,
  ...(lifetime.issued === undefined ? {} : { issued: lifetime.issued }),
});

/** What is over is then the session behind the cookie. */
const onlyCookies = (facts: Facts): boolean =>
  facts.credentials.length > 0 && facts.credentials.every((credential) => credential.in === 'cookie');

const remedies = [
  { id: 'refresh-token' },
  { id: 'fetch-token' },
  { id: 'authorize-again' },
  { id: 'fill-credentials' },
] as const;

const explanation =
  'A token carries its own end: from that second on every server must refuse it (RFC 7519 §4.1.4). Nothing is wrong with the account. Get a new one with the refresh token or by the grant that made it, and renew it shortly before its end from now on.';

/** Its lifetime is over. The instant of `exp` itself is already too late. */
export const tokenExpired = defineRule({
  cause: 'token-expired',
  references: ['RFC 7519 §4.1.4', 'RFC 6750 §3.1'],
  phrases: [
    {
      says: /Expired\w*Token(?:Exception)?\b|JWTExpired|jwt-expired|TokenExpired(?:Error)?\b|token[_-]expired|expired[_-](?:access[_-])?token|jwt[_ ]expired|ExpiredJwt|EXPIRED_TOKEN|IDX10223|Lifetime validation failed|AADSTS700082|InvalidAuthenticationTokenExpired|ExpiredAuthenticationToken|ACCESS_TOKEN_EXPIRED|auth\/id-token-expired|signature has expired/i,
      weight: STATED,
    },
    {
      says: /\b(?:token|jwt|credentials?|assertion|api[ _-]?key|pat|license key)\b['"”]?[^.;:]{0,50}\b(?:has|have|had|is|was|already|are)?\s*expired\b|\bexpired\s+(?:access |bearer |auth(?:entication|orization)? |security |id |oauth |personal access |api |json web |session )*(?:token|jwt|credential|key)/i,
      unless:
        /(?:not|n['’]t) (?:yet )?expired|make sure|ensure|expired,|expired or|or (?:has |is )?expired|and expired|expired and|expired\/|\/expired|code|nonce|session expired or/i,
      weight: STATED,
    },
    { says: /access token[^.;]{0,16}: ?session has expired/i, weight: STATED + HINTED },
    {
      says: /request has expired|presigned[^.]{0,30}expired|(?:link|url) (?:has )?expired|(?:exp|expiration)[^.]{0,20}claim[^.]{0,30}(?:fail|past|check)|"exp" claim timestamp check failed|token is no longer valid/i,
      weight: TOLD,
    },
    {
      says: /(?:invalid|revoked|malformed|bad)[^.;]{0,24}(?:or|and|,|\/)\s*(?:has |is )?expired|expired[^.;]{0,12}(?:or|,|\/)/i,
      unless: /code|session/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    const lifetime = lifetimeOf(facts);
    const { now, server } = facts.clocks;
    if (lifetime === undefined || now === undefined) {
      return support(
        onlyCookies(facts) ? heard.map((item) => ({ ...item, weight: item.weight / 3 })) : heard,
        { title: 'The server says that the token has expired', explanation, remedies },
      );
    }
    const left = lifetime.ended - now;
    if (left > 0) {
      const because = `The ${lifetime.what.toLowerCase()} is good for another ${durationInWords(left)}`;
      return heard.length === 0
        ? ruledOut(because)
        : support([...heard, weigh(wordOfIt(facts) ? 0 : AGAINST, because, lifetime.place)], {
            title: 'The server says that the token has expired',
            explanation: `${explanation} By its own exp it would still be good for ${durationInWords(left)}: either the clocks differ or it was withdrawn.`,
            remedies,
          });
    }
    return support(
      [
        ...heard,
        weigh(PROVEN + 1, `${lifetime.source} ${instantInWords(lifetime.ended, now)}`, lifetime.place),
        server === undefined
          ? undefined
          : weigh(HINTED, `The server’s Date is ${instantInWords(server, lifetime.ended)}`, {
              in: 'field',
              exchange: facts.index,
              side: 'response',
              name: 'Date',
            }),
      ],
      {
        title:
          left === 0
            ? `${lifetime.what} expired at the moment of the request`
            : `${lifetime.what} expired ${durationInWords(left)} before the request`,
        explanation,
        remedies,
        figure: figureOf(lifetime, now),
      },
    );
  },
  foresee(facts) {
    const lifetime = lifetimeOf(facts);
    const now = facts.clocks.client;
    if (lifetime === undefined || now === undefined || lifetime.ended > now) return [];
    return [
      {
        title: `Expired ${durationInWords(now - lifetime.ended)} ago: expect a 401`,
        explanation,
        evidence: [
          { text: `${lifetime.source} ${instantInWords(lifetime.ended, now)}`, place: lifetime.place },
        ],
        remedies,
        figure: figureOf(lifetime, now),
        confidence: 0.97,
      },
    ];
  },
});
