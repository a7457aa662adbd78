import { anyOf } from '../any-of.ts';
import { percentDecoded } from '../../exchange/percent.ts';
import { numericClaim } from '../../token/jwt.ts';
import { responseOf } from '../../exchange/outcome.ts';
import { fieldsNamed } from '../../exchange/fields.ts';
import { durationInWords } from '../durations.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import type { EarlierExchange } from '../facts/earlier.ts';
import { cookieSentElsewhere, sessionBegan, sessionOfAcceptedLogin } from '../facts/handed-cookies.ts';
import { agedSession } from '../facts/session-age.ts';
import { begunAnew, clearedCookie, takesAway } from '../facts/replaced-cookies.ts';
import { sessionParameter } from '../facts/session-parameter.ts';
import { sentCredentials } from '../facts/sent-credentials.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { saysNothingSeen } from '../facts/absence.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** On the way to this page an earlier answer took the session's cookie away, or asked for a login though it was sent. */
const endedOnTheWay = (facts: Facts): EarlierExchange | undefined => {
  const from = facts.hops[0]?.note.from;
  return facts.earlier.findLast(
    ({ exchange, sameOrigin, index }) =>
      sameOrigin &&
      exchange.request.url === from &&
      sentCredentials(exchange.request, index).some(
        (sent) =>
          sent.in === 'cookie' &&
          fieldsNamed(responseOf(exchange)?.fields ?? [], 'Set-Cookie').some(({ value }) =>
            takesAway(value, sent.name),
          ),
      ),
  );
};

/** The request that was led to the login page carried a session cookie, which the hop no longer does. */
const ledToLogin = (facts: Facts): { readonly index: number; readonly name: string } | undefined => {
  const [first] = facts.hops;
  const from = facts.earlier.find((one) => one.exchange.request.url === first?.note.from);
  const login = /\/(?:[\w-]*log-?in|[\w-]*sign-?in|sso|session\/new|users\/sign_in)\b/i;
  if (from === undefined || !login.test(facts.url?.pathname ?? '') || login.test(from.exchange.request.url))
    return undefined;
  const sent = sentCredentials(from.exchange.request, from.index);
  const cookie = sent.find((credential) => credential.in === 'cookie');
  return cookie === undefined || sent.some((credential) => credential.in === 'authorization')
    ? undefined
    : { index: from.index, name: cookie.name };
};

/** The cookie is a token which by its own times is good. */
const inDate = ({ token, clocks }: Facts): boolean => {
  const ends = token?.jwt === undefined ? undefined : numericClaim(token.jwt, 'exp');
  return (
    ends !== undefined &&
    clocks.now !== undefined &&
    ends > clocks.now &&
    token?.carrier.startsWith('cookie ') === true
  );
};

/** Sessions that are left alone commonly end after half an hour. Seconds. */
const LONG = 1_500;

/** The session behind a cookie has ended. */
export const sessionExpired = defineRule({
  cause: 'session-expired',
  references: ['RFC 6265 §3.1'],
  explains: [
    'credentials-missing',
    'csrf-token-missing',
    'header-stripped',
    'blocked-by-intermediary',
    'url-wrong',
  ],
  phrases: [
    {
      says: anyOf({
        'Session Expired':
          /session[^.;]{0,30}\b(?:has |have |is |was |been |already )*(?:expired|ended|timed ?out|invalid|not (?:found|valid|exist)|no longer|unknown|lost|does not exist|closed)/i,
        'session-expired': /session[_-]?(?:expired|timeout|invalid|not[_ ]found)/i,
        'Invalid session': /(?:invalid|expired|unknown|no|bad|stale)[_ ](?:active )?session/i,
        'permission denied - invalid PVE ticket': /invalid (?:pve )?ticket/i,
        'Cookie nonce is invalid': /(?:ticket|cookie)[^.;]{0,20}\b(?:has |is )?(?:expired|invalid)/i,
        'Please log in again': /(?:log(?:ged)?|sign)[ -]?(?:in|on) again/i,
        'Session terminated, re-login, please.': /re-?log-?in/i,
        'User has logged out': /(?:logged|signed) out\b/i,
        'Session terminated':
          /session (?:has been |was |is )?(?:terminated|revoked|destroyed|deleted|killed|closed)/i,
        'Idle timeout': /(?:idle|inactivity)[ _]time-?out/i,
        'SID not found': /\bsid not found/i,
        INVALID_SESSION_ID: /INVALID_SESSION_ID/i,
        'login timeout': /login timeout/i,
        'You have been logged out due to inactivity': /due to inactivity/i,
      }),
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const [session] = facts.credentials.filter((credential) => credential.in === 'cookie');
    // A field that repeats the cookie proves no more than the cookie does.
    const other = facts.credentials.some(
      ({ in: place, name, value }) =>
        place === 'authorization' ||
        (place === 'field' && !/sess|sid$/i.test(name) && percentDecoded(session?.value ?? '') !== value),
    );
    const gone = clearedCookie(facts);
    const anew = facts.status === 401 || facts.status === 403 ? begunAnew(facts) : undefined;
    const page =
      facts.status !== undefined &&
      facts.status < 400 &&
      facts.statements.every(({ carrier }) => carrier !== 'redirect');
    const told = saysNothingSeen(facts);
    const over =
      session !== undefined && !other
        ? saidOf(facts, /expired|time[sd]?[ _-]?out|no longer valid/i)
        : undefined;
    const before = facts.earlier.findLast((one) => one.accepted && one.sameOrigin && one.sameCredential);
    const began = session === undefined ? undefined : sessionBegan(facts);
    const led = session === undefined ? ledToLogin(facts) : undefined;
    const aged = agedSession(facts);
    const cookie = session?.name ?? led?.name;
    const still = before !== undefined && before.before >= 60 ? before.before : undefined;
    const ended = endedOnTheWay(facts);
    const parameter = session === undefined && !other ? sessionParameter(facts) : undefined;
    if (
      heard.length === 0 &&
      session === undefined &&
      led === undefined &&
      ended === undefined &&
      parameter === undefined
    )
      return undefined;
    return support(
      [
        ...heard.map((item) =>
          item.weight < PROVEN && session === undefined && (other || cookieSentElsewhere(facts) !== undefined)
            ? { ...item, weight: item.weight / 2 }
            : item,
        ),
        parameter?.accepted !== undefined &&
          weigh(STATED, `The same ${parameter.name} was accepted before`, {
            in: 'url',
            exchange: parameter.accepted.index,
          }),
        parameter !== undefined &&
          weigh(SUGGESTED, `The parameter ${parameter.name} of the address is all that proves who asks`, {
            in: 'url',
            exchange: facts.index,
          }),
        ended !== undefined &&
          weigh(STATED, 'The answer before took the session’s cookie away and led to this page', {
            in: 'field',
            exchange: ended.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        session !== undefined &&
          facts.status === 440 &&
          weigh(STATED, 'The status is 440, IIS’s for an ended session', statusPlace(facts)),
        led !== undefined &&
          weigh(STATED, `The request with the cookie ${led.name} was led to the login page`, {
            in: 'field',
            exchange: led.index,
            side: 'response',
            name: 'Location',
          }),
        session !== undefined &&
          !other &&
          page &&
          weigh(TOLD, 'A login page comes back though a session cookie was sent', session.place),
        session !== undefined &&
          gone !== undefined &&
          weigh(TOLD, `The answer takes the cookie ${gone} away`, {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        anew !== undefined &&
          !other &&
          weigh(TOLD, `The answer begins a new session under the name ${anew}`, {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        session !== undefined &&
          !other &&
          told !== undefined && {
            weight: SUGGESTED,
            evidence: statementEvidence(facts, told.statement, told.match[0]),
          },
        over !== undefined &&
          heard.length === 0 && {
            weight: TOLD,
            evidence: statementEvidence(facts, over.statement, over.match[0]),
          },
        session !== undefined &&
          !other &&
          facts.status === 401 &&
          weigh(
            inDate(facts) ? FAINT : SUGGESTED,
            `The cookie ${session.name} is all that proves who asks`,
            session.place,
          ),
        session !== undefined &&
          !other &&
          facts.status === 403 &&
          weigh(FAINT, `The cookie ${session.name} was sent`, session.place),
        before?.sameRequest === true &&
          session !== undefined &&
          !other &&
          facts.status === 403 &&
          weigh(TOLD, 'The same request with the same cookie was accepted before', {
            in: 'status',
            exchange: before.index,
          }),
        began !== undefined &&
          sessionOfAcceptedLogin(facts) !== undefined &&
          weigh(AGAINST, 'The login that was accepted handed it out a moment before', {
            in: 'field',
            exchange: began.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        began !== undefined &&
          began.before > LONG &&
          !other &&
          weigh(SUGGESTED, `The session began ${durationInWords(began.before)} before`, {
            in: 'field',
            exchange: began.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        before !== undefined &&
          session !== undefined &&
          before.before > 300 &&
          weigh(
            other ? HINTED : SUGGESTED,
            `The same cookie was accepted ${durationInWords(before.before)} before`,
            {
              in: 'status',
              exchange: before.index,
            },
          ),
        aged !== undefined &&
          session !== undefined &&
          weigh(
            STATED,
            `The session began ${durationInWords(aged.age)} ago and is good for ${durationInWords(aged.good)}`,
            session.place,
          ),
      ],
      {
        title:
          aged !== undefined
            ? `The session began ${durationInWords(aged.age)} ago and is good for ${durationInWords(aged.good)}`
            : cookie === undefined
              ? inItsWords(`The session at ${theServer(facts)} has ended`, heard, facts)
              : `The session behind the cookie ${cookie} has ended${still === undefined ? '' : `; ${durationInWords(still)} before it was accepted`}`,
        explanation:
          'The id of a session, mostly in a cookie, only points at something that the server remembers. After a time without use, a logout elsewhere or a restart of the server it points at nothing, and the server asks for a new login. For programs a token is the better way.',
        remedies: [
          { id: 'log-in-by-form' },
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
      },
    );
  },
});
