import type { Figure } from '../diagnosis.ts';
import { anyOf } from '../any-of.ts';
import { durationInWords, instantInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import { theServer } from '../facts.ts';
import type { Lifetime } from '../facts/lifetime.ts';
import { lifetimeOf } from '../facts/lifetime.ts';
import { logsIn } from '../facts/login-form.ts';
import { machineAsksForPerson } from '../facts/machine-token.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { AGAINST, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';

/** The server says so in words, and not only by a code that stands for more than one thing. */
const wordOfIt = (facts: Facts): boolean => /expire|expiry|abgelaufen|caducad|过期|期限/i.test(facts.said);

const figureOf = (lifetime: Lifetime, sent: number): Figure => ({
  kind: 'lifetime',
  ended: lifetime.ended,
  sent,
  ...(lifetime.issued === undefined ? {} : { issued: lifetime.issued }),
});

/** Refused, accepted, and refused again: what is over stays over. */
const cameBack = ({ earlier }: Facts): boolean => {
  const same = earlier.filter((one) => one.sameCredential && one.sameRequest);
  const refused = same.findIndex((one) => one.refused);
  return refused >= 0 && same.slice(refused).some((one) => one.accepted);
};

/** Beside a code that says expired a sentence says that the token was withdrawn, and speaks of no alternative. */
const saysRevoked = (facts: Facts): boolean =>
  facts.readings.some(
    ({ cause, statement: { text } }) =>
      cause === 'token-revoked' && /\brevoked\b/i.test(text) && /\s/.test(text) && !/\bexpired\b/i.test(text),
  );

/** What is over is then the session behind the cookie; at a token endpoint it is the grant. */
const onlyCookies = (facts: Facts): boolean =>
  facts.credentials.length > 0 &&
  facts.credentials.every(
    ({ in: place, name }) =>
      place === 'cookie' || /^(?:x-)?(?:\w+-)?(?:sid|session(?:[-_]?id)?)$/i.test(name),
  );

/** What is over is then the refresh token or the device's code: a grant (RFC 6749 §5.2). */
const offersGrant = (facts: Facts): boolean =>
  facts.token === undefined &&
  facts.form.some(({ name, value }) => /^(?:refresh_?token|device_code|code)$/i.test(name) && value !== '');

/** Without an end of its own the token is over because the server says so; when it was still good is known at times. */
const saysOver = (facts: Facts): string => {
  const still = facts.earlier.findLast((one) => one.accepted && one.sameCredential && one.before >= 1);
  const since = still === undefined ? '' : `; ${durationInWords(still.before)} before it was accepted`;
  return `${theServer(facts)} says that the token has expired${since}`;
};

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
  explains: [
    'sender-constraint-failed',
    'session-expired',
    'token-signature-invalid',
    'grant-invalid',
    'credentials-missing',
    'header-stripped',
    'token-issuer-mismatch',
    'token-audience-mismatch',
    'scheme-mismatch',
  ],
  phrases: [
    {
      says: anyOf({
        ExpiredToken: /Expired\w*Token(?:Exception)?\b/i,
        JWTExpired: /JWTExpired/i,
        'jwt-expired': /jwt-expired/i,
        JSONWebTokenExpired: /TokenExpired(?:Error)?\b/i,
        TOKEN_EXPIRED: /token[_-]expired/i,
        expired_token: /expired[_-](?:access[_-])?token/i,
        'jwt expired': /jwt[_ ]expired/i,
        ExpiredJwt: /ExpiredJwt/i,
        'error: expired_token': /EXPIRED_TOKEN/i,
        IDX10223: /IDX10223/i,
        'Lifetime validation failed': /Lifetime validation failed/i,
        AADSTS700082: /AADSTS700082/i,
        InvalidAuthenticationTokenExpired: /InvalidAuthenticationTokenExpired/i,
        ExpiredAuthenticationToken: /ExpiredAuthenticationToken/i,
        access_token_expired: /ACCESS_TOKEN_EXPIRED/i,
        'auth/id-token-expired': /auth\/id-token-expired/i,
        'Signature has expired': /signature has expired/i,
        ExpiredSignature: /ExpiredSignature(?:Error)?\b/i,
        '"exp" claim timestamp check failed':
          /["'`]?\bexp\b["'`]?[^.;]{0,12}claim[^.;]{0,30}(?:fail|past|check|invalid|not valid)/i,
      }),
      weight: STATED,
    },
    {
      says: /\b(?:token|jwt|credentials?|assertion|api[ _-]?key|pat|license key)\b['"”]?[^.;:]{0,50}\b(?:has|have|had|is|was|already|are)?\s*expired\b|\bexpired\s+(?:access |bearer |auth(?:entication|orization)? |security |id |oauth |personal access |api |json web |session )*(?:token|jwt|credential|key)/i,
      unless:
        /(?:not|n['’]t) (?:yet )?expired|make sure|ensure|expired, (?:revoked|invalid|malformed|missing|or)|expired or|or (?:has |is )?expired|and expired|expired and|expired\/|\/expired|code|nonce|session expired or/i,
      weight: STATED,
    },
    { says: /access token[^.;]{0,16}: ?session has expired/i, weight: STATED + HINTED },
    {
      says: /^(?:reason|error_?(?:code|type|reason)?|detail|sub_?code|cause): (?:has )?expired\.?$/i,
      weight: STATED,
    },
    {
      says: /request has expired|presigned[^.]{0,30}expired|(?:link|url) (?:has )?expired|expiration[^.]{0,20}claim[^.]{0,30}(?:fail|past|check)|token is no longer valid|(?:your |the )?(?:log-?in|authentication|authorization|access) (?:has |is |was )?(?:expired|timed out|lapsed)|(?:token|key)\b[^.;]{0,24}\bout of date/i,
      weight: TOLD,
    },
    {
      says: /(?:invalid|revoked|malformed|bad)[^.;]{0,24}(?:or|and|,|\/)\s*(?:has |is )?expired|expired[^.;]{0,12}(?:or|,|\/)/i,
      unless: /code|session/i,
      weight: HINTED,
    },
  ],
  examine(facts, all) {
    // A login shows no token that could be over.
    if (logsIn(facts) && facts.tokens.length === 0 && all.every((one) => one.explanation === undefined))
      return undefined;
    const lifetime = lifetimeOf(facts);
    const { now, server } = facts.clocks;
    // Whose own login a program has not, is told that it is over.
    const heard =
      saysRevoked(facts) || machineAsksForPerson(facts) !== undefined
        ? all.map((item) => ({ ...item, weight: item.weight / 3 }))
        : all;
    if (lifetime === undefined || now === undefined) {
      if (cameBack(facts)) return ruledOut('The same token was refused and accepted again');
      return support(
        onlyCookies(facts) || facts.tokenRequest || offersGrant(facts)
          ? heard.map((item) => ({ ...item, weight: item.weight / 3 }))
          : heard,
        { title: saysOver(facts), explanation, remedies },
      );
    }
    const left = lifetime.ended - now;
    // Where a cookie is all that was sent and a login comes back, it is a session that is over.
    const led = onlyCookies(facts) && (facts.status ?? 0) < 400;
    if (left > 0) {
      const because = `The ${lifetime.what.toLowerCase()} is good for another ${durationInWords(left)}`;
      return heard.length === 0
        ? ruledOut(because)
        : support([...heard, weigh(wordOfIt(facts) ? 0 : AGAINST, because, lifetime.place)], {
            title: saysOver(facts),
            explanation: `By its own exp the token would still be good for ${durationInWords(left)}: either the clocks differ or it was withdrawn. Compare the computer’s clock with the answer’s Date, and get a new token: with the refresh token, or by the grant that made it.`,
            remedies,
          });
    }
    return support(
      [
        ...heard,
        weigh(
          led ? TOLD : PROVEN + 1,
          `${lifetime.source} ${instantInWords(lifetime.ended, now)}`,
          lifetime.place,
        ),
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
