import { anyOf } from '../any-of.ts';
import { staleCookieToken } from '../facts/stale-cookie-token.ts';
import { cookieOfNeighbour, damagedCookie, sessionOverLogin } from '../facts/handed-cookies.ts';
import { sentTwice } from '../facts/sent-twice.ts';
import { requestFieldPlace, theServer } from '../facts.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, TOLD } from '../weights.ts';

/** In such a time nothing happens to a credential. Seconds. */
const SOON = 600;

const ofTwo =
  'Two cookies of one name come from two domains or paths, say the site and its parent. Their order is not defined and the server may take the stale one. Delete the cookies of both, or give the newer one another name; and for an API call send no cookies at all.';

const ofOne =
  'A browser or a cookie jar adds what an earlier answer set, whether it is still good or not. Many servers look at the cookie first and refuse an old or damaged one, however good the other credential is. Forget the cookie, or send API calls without cookies at all.';

/** Stale, duplicate or corrupted cookies defeat a good credential (RFC 6265 §4.2.2, §5.4). */
export const cookieConflict = defineRule({
  cause: 'cookie-conflict',
  references: ['RFC 6265 §4.2.2', 'RFC 6265 §5.4'],
  explains: [
    'token-signature-invalid',
    'session-expired',
    'token-expired',
    'csrf-token-missing',
    'credentials-missing',
    'blocked-by-intermediary',
  ],
  phrases: [
    {
      says: anyOf({
        'cookie-conflict':
          /cookie[^.;]{0,40}(?:corrupt|duplicate|conflict|malformed|multiple|too large|invalid value|tamper)/i,
        'Duplicate session cookies':
          /(?:multiple|duplicate|conflicting|corrupt(?:ed)?|malformed) [^.;]{0,20}cookies?/i,
        '400 Request Header Or Cookie Too Large': /Request Header Or Cookie Too Large/i,
        'Request Header Fields Too Large': /Request Header Fields? Too Large/i,
        'Request Too Long': /Request Too Long/i,
        'size of the request headers is too long': /size of the request headers is too long/i,
        'securecookie: the value is not valid': /securecookie: /i,
        'Could not decrypt cookie': /(?:decrypt|decod|unseal|unsign)\w*[^.;]{0,40}\bcookie/i,
        'cookie could not be decrypted': /\bcookie\b[^.;]{0,24}(?:decrypt|decod|unseal|unsign)/i,
        'corrupt cookie': /(?:corrupt|undecipherable|undecodable) [^.;]{0,12}cookie/i,
        'could not decrypt cookie':
          /(?:could not|can ?not|unable to|failed to|error) (?:decrypt|decod\w+|deseriali[sz]\w+|parse|unsign|verify)[^.;]{0,20}\bcookies?\b/i,
        'cookie has an invalid signature':
          /cookies?\b[^.;]{0,24}(?:could not be (?:decrypted|decoded|read|verified)|can ?not be (?:decrypted|decoded)|decrypt\w*|(?:bad|invalid|wrong) signature|signature (?:is )?(?:invalid|wrong))/i,
        'two cookies': /(?:two|several|conflicting) (?:session )?cookies/i,
      }),
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const cookies =
      facts.attempt.exchanges.length > 1 && facts.hops.length > 0 ? [...facts.cookies] : facts.cookies;
    const firstHop =
      facts.hops[0] === undefined
        ? undefined
        : facts.earlier.find((one) => one.exchange.request.url === facts.hops[0]?.note.from);
    const before =
      firstHop?.exchange.request.fields
        .filter(({ name }) => /^cookie$/i.test(name))
        .flatMap(({ value }) => value.split(';').map((pair) => pair.slice(0, pair.indexOf('=')).trim())) ??
      [];
    const doubledBefore = before.find((name, at) => name !== '' && before.indexOf(name) < at);
    const doubled = sentTwice(cookies);
    const name = doubled?.name ?? doubledBefore;
    const login =
      facts.status !== undefined &&
      facts.status >= 400 &&
      facts.form.some(({ name }) => /^(?:password|passwd|pwd|pass)$/i.test(name)) &&
      /session|cookie/i.test(facts.said) &&
      !/csrf|xsrf/i.test(facts.said)
        ? facts.credentials.find((credential) => credential.in === 'cookie')
        : undefined;
    const without =
      facts.status === 401 || facts.status === 403
        ? facts.earlier.findLast(
            (one) =>
              one.accepted &&
              one.sameRequest &&
              !one.exchange.request.fields.some(
                ({ name, value }) =>
                  /^cookie$/i.test(name) ||
                  (/^authorization$/i.test(name) && value !== facts.authorization?.value),
              ),
          )
        : undefined;
    const alone =
      without === undefined && facts.authorization !== undefined && facts.status === 401
        ? facts.earlier.findLast(
            (one) =>
              one.accepted &&
              one.sameOrigin &&
              one.sameCredential &&
              one.before < SOON &&
              one.exchange.request.method === facts.exchange.request.method &&
              !one.exchange.request.fields.some(({ name }) => /^cookie$/i.test(name)),
          )
        : undefined;
    const stale = staleCookieToken(facts);
    const damaged = facts.status === 401 || facts.status === 403 ? damagedCookie(facts) : undefined;
    const neighbour = cookieOfNeighbour(facts);
    const over = sessionOverLogin(facts);
    const sent = facts.credentials.find((credential) => credential.in === 'cookie');
    const inTheWay = without !== undefined || alone !== undefined ? sent?.name : undefined;
    const header =
      facts.authorization !== undefined && facts.credentials.find((credential) => credential.in === 'cookie');
    return support(
      [
        ...heard,
        name !== undefined &&
          weigh(
            /sess|sid|auth|token|[cx]srf|id|login/i.test(name) ? PROVEN : STATED,
            `The cookie ${name} was sent twice`,
            doubled === undefined
              ? { in: 'field', exchange: firstHop?.index ?? facts.index, side: 'request', name: 'Cookie' }
              : {
                  ...requestFieldPlace(facts, 'Cookie'),
                  ...(doubled === undefined ? {} : { span: doubled.span }),
                },
          ),
        without !== undefined &&
          sent !== undefined &&
          weigh(STATED, `Without the cookie ${sent.name} the same request was accepted`, {
            in: 'status',
            exchange: without.index,
          }),
        alone !== undefined &&
          sent !== undefined &&
          weigh(
            TOLD,
            `The same ${facts.authorization?.parsed?.spelled ?? 'Authorization'} was accepted without the cookie ${sent.name}`,
            { in: 'status', exchange: alone.index },
          ),
        (facts.status === 431 || facts.status === 494) &&
          facts.cookies.length > 0 &&
          weigh(
            TOLD,
            `The status is ${facts.status}: the fields are too large, and cookies are what grows`,
            requestFieldPlace(facts, 'Cookie'),
          ),
        stale !== undefined &&
          weigh(
            PROVEN,
            `The token in the ${stale.carrier} is over, and another way to prove who asks was sent beside it`,
            stale.place,
          ),
        damaged !== undefined &&
          weigh(STATED + HINTED, `The answer that set ${damaged.name} gave it another, longer value`, {
            in: 'field',
            exchange: damaged.index,
            side: 'response',
            name: 'Set-Cookie',
          }),
        neighbour !== undefined &&
          weigh(
            STATED + HINTED,
            `A server on another port of this host set ${neighbour.name} over the one that was set here`,
            { in: 'field', exchange: neighbour.index, side: 'response', name: 'Set-Cookie' },
          ),
        over !== undefined &&
          weigh(
            STATED + HINTED,
            `An answer to a request without cookies set ${over.name} over the one that the login had handed out`,
            { in: 'field', exchange: over.index, side: 'response', name: 'Set-Cookie' },
          ),
        login !== undefined &&
          weigh(STATED, `The login itself carried the old session cookie ${login.name}`, login.place),
        header !== false &&
          header !== undefined &&
          facts.status === 401 &&
          facts.challenges.length === 0 &&
          weigh(FAINT, `The session cookie ${header.name} was sent beside Authorization`, header.place),
      ],
      {
        title:
          login !== undefined && name === undefined
            ? `The login was sent with the cookie of an old session, ${login.name}`
            : damaged !== undefined && name === undefined
              ? `The cookie ${damaged.name} was cut or decoded on its way back`
              : neighbour !== undefined && name === undefined
                ? `The cookie ${neighbour.name} is that of another server on this host`
                : over !== undefined && name === undefined
                  ? `The cookie ${over.name} is no longer the one that the login handed out`
                  : name === undefined
                    ? inTheWay === undefined
                      ? `The cookies sent to ${theServer(facts)} stand in the way`
                      : `The cookie ${inTheWay} stands in the way: without it the call passed`
                    : `The cookie ${name} was sent twice, and the server reads one of them`,
        explanation: name === undefined ? ofOne : ofTwo,
        remedies: [
          ...(name === undefined && inTheWay === undefined
            ? []
            : [{ id: 'drop-cookie' as const, values: { name: name ?? inTheWay ?? '' } }]),
          { id: 'send-without-cookies' },
          { id: 'report' },
        ],
      },
    );
  },
});
