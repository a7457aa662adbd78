import { anyOf } from '../any-of.ts';
import { durationInWords, instantInWords } from '../durations.ts';
import {
  HOUR,
  beginsBetween,
  beginsWithinSeconds,
  endedForBoth,
  endsBetween,
  hoursAhead,
  issuerAhead,
  refusedCode,
  saidTooEarly,
  tooEarly,
} from '../facts/between-clocks.ts';
import { claimPlace } from '../facts/sent-tokens.ts';
import { AHEAD_TOLERANCE, inMilliseconds, skewOf } from '../facts/written-skew.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { defineRule, ruledOut, support, weigh } from '../rule.ts';
import { FAINT, HINTED, PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';
import { theServer } from '../facts.ts';

const seconds = (offset: number): string =>
  `${durationInWords(offset)} ${offset > 0 ? 'behind' : 'ahead of'}`;

/** RFC 6238 §5.2: a code counts for half a minute, and servers take the one before and the one after. Seconds. */
const CODE_TOLERANCE = 75;

/** The client's clock, or the unit in which it writes time, is too far from the server's. */
export const clockSkew = defineRule({
  cause: 'clock-skew',
  references: ['RFC 9110 §6.6.1', 'AWS Signature Version 4', 'RFC 5849 §3.3'],
  explains: [
    'token-expired',
    'token-not-yet-valid',
    'signature-mismatch',
    'grant-invalid',
    'nonce-stale',
    'client-authentication-failed',
    'token-malformed',
    'required-header-missing',
    'mfa-required',
  ],
  phrases: [
    {
      says: /\b(?:time ?stamp|request|date|clock|signature)\b[^.;]{0,16}\b(?:is|are|was)\b[^.;]{0,10}\b\d+(?:\.\d+)? ?(?:ms|s|sec\w*|min\w*|h|hours?) (?:off|behind|ahead|late|early|old|slow|fast|in the (?:past|future))\b/i,
      weight: STATED,
    },
    {
      says: /\b(?:request|time ?stamp|date|time|signature)\b[^.;]{0,20}\b(?:outside|out) of (?:the |our )?(?:allowed |permitted |acceptable |accepted |valid )?[\w -]{0,16}window\b/i,
      unless: /maintenance|booking|delivery/i,
      weight: STATED,
    },
    {
      says: /message (?:expired|rejected), was issued (?:too long ago|in the future)|\b(?:IssueInstant|NotBefore|NotOnOrAfter)\b[^.;]{0,60}\b(?:in the future|too (?:old|early|late)|not yet|passed|expired|skew|outside)|\b(?:saml|assertion|authn ?statement|response)\b[^.;]{0,40}\b(?:not yet valid|in the future|too old|issued too long ago)/i,
      unless: /nonce/i,
      weight: STATED,
    },
    {
      says: /\byou(?:r clock)? (?:are|is) (?:about )?\d+(?:\.\d+)? ?(?:ms|s|sec\w*|min\w*|h|hours?) (?:off|behind|ahead|late|early|slow|fast)\b/i,
      weight: PROVEN,
    },
    {
      says: /(?:server|client|clock|request|system|stamp)[^.;]{0,20}\btime (?:difference|offset|gap|deviation)[^.;]{0,30}(?:too|exceed|larg|big|great|beyond|more than)|time (?:skew|drift)[^.;]{0,30}(?:too|exceed|larg|big|great|beyond|more than)|(?:local|client|device|computer['’]?s?|your) (?:clock|time)[^.;]{0,20}(?:is set correctly|wrong|off|incorrect|differ|sync|ahead|behind)/i,
      weight: STATED,
    },
    {
      says: anyOf({
        RequestTimeTooSkewed: /RequestTimeTooSkewed/i,
        RequestExpired: /Request[-_ ]?(?:signature[-_ ]?)?Expired\b/i,
        'request-timestamp must differ': /request[- ]time[^.]{0,30}(?:too|differ|skew)/i,
        'clock-skew': /clock[ _-]?skew/i,
        'Timestamp out of bounds.':
          /time ?(?:stamp)?[^.;]{0,40}\b(?:too (?:old|far|new|early|late)|out of (?:bounds|range|sync)|outside (?:of )?(?:the )?(?:recv_?Window|allowed|window)|is (?:not valid|invalid|stale)|not within|ahead of|skew|drift|in the future)/i,
        'Signature expired: 20260101T000000Z is now earlier': /Signature expired: .* is now earlier/i,
        'Signature not yet current': /Signature not yet current/i,
        recvWindow: /recv_?Window/i,
        'Timestamp for this request': /Timestamp for this request/i,
        "'Issued at' claim": /issued at' claim/i,
        'date header too old': /date[^.;]{0,30}(?:outside|too (?:old|far)|not within)/i,
        'acceptable time window': /acceptable time window/i,
        'time window': /time window/i,
        'system time': /system (?:clock|time)/i,
        'local time': /local time/i,
        'Request has expired': /(?<!in the )request (?:is |was |has )?(?:too old|stale|not fresh|expired)/i,
        请求过期: /请求(?:已)?(?:过期|超时)/i,
        'timestamp must be in milliseconds':
          /(?:time ?stamp|request time)[^.;]{0,24}(?:must|should|has to)[^.;]{0,20}(?:milli)?seconds/i,
        'clock is out of sync': /clocks? (?:is|are) (?:out of sync|wrong|off|not synchroni[sz]ed)/i,
        'short-lived token (60 minutes) and in a reasonable timeframe':
          /short-lived token[^.]{0,60}reasonable timeframe/i,
        "'Expiration time' claim ('exp') is too far": /Expiration time' claim \('exp'\) is too far/i,
        KRB_AP_ERR_SKEW: /KRB_AP_ERR_SKEW/i,
        AADSTS700024: /AADSTS700024/i,
        'synchronise your clock': /synchroni[sz]e your/i,
        'Invalid timeStamp': /Invalid timestamp/i,
        '"exp" claim timestamp check failed': /(?:time|timestamp) check (?:has )?failed/i,
        'ns1:MessageExpired': /MessageExpired/i,
        timestamp_refused: /timestamp_refused/i,
        'not within the allowed': /not within (?:the )?(?:\d+|allowed)/i,
        'Check your iat and exp': /check your iat and exp/i,
      }),
      unless: /nonce|\bips?\b|["'`]?\b(?:exp|nbf)\b["'`]? claim/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    if (endedForBoth(facts)) return ruledOut('Both clocks are past the assertion’s exp');
    const counted = inMilliseconds(facts);
    if (counted !== undefined)
      return support(
        [
          weigh(
            PROVEN + HINTED,
            'The assertion’s iat is written in milliseconds',
            claimPlace(counted, 'iat'),
          ),
        ],
        verdict(undefined, undefined, undefined, 'The assertion’s iat is written in milliseconds'),
      );
    const skew = skewOf(facts);
    const { offset, uncertainty, client, server } = facts.clocks;
    const apart = offset !== undefined && Math.abs(offset) > Math.max(120, uncertainty * 2);
    if (apart && endsBetween(facts))
      return support(
        [
          ...heard,
          weigh(
            STATED,
            'The end that the request names lies ahead of this computer’s clock and behind the server’s',
            { in: 'timing', exchange: facts.index },
          ),
          weigh(TOLD, `The clocks differ by ${durationInWords(offset ?? 0)}`, {
            in: 'timing',
            exchange: facts.index,
          }),
        ],
        verdict(offset, client, server),
      );
    // That a begin lies between the clocks is no chance, however little they differ.
    const early =
      apart || (offset !== undefined && offset < -AHEAD_TOLERANCE && facts.status === 401)
        ? beginsBetween(facts)
        : undefined;
    if (early !== undefined)
      return support(
        [
          ...heard,
          weigh(STATED, `The token’s ${early} lies behind this computer’s clock and ahead of the server’s`, {
            in: 'timing',
            exchange: facts.index,
          }),
          weigh(SUGGESTED, `The clocks differ by ${durationInWords(offset ?? 0)}`, {
            in: 'timing',
            exchange: facts.index,
          }),
        ],
        verdict(offset, client, server),
      );
    const slow = saidTooEarly(facts);
    if (slow !== undefined)
      return support(
        [
          ...heard,
          { weight: STATED, evidence: statementEvidence(facts, slow.statement, slow.match[0]) },
          weigh(TOLD, `The server’s clock is ${durationInWords(offset ?? 0)} behind this computer’s`, {
            in: 'timing',
            exchange: facts.index,
          }),
        ],
        verdict(offset, client, server),
      );
    const lag = issuerAhead(facts);
    if (lag !== undefined)
      return support(
        [
          ...heard,
          weigh(
            STATED,
            `The clock of the token’s issuer is ${durationInWords(lag)} ahead of this computer’s`,
            {
              in: 'timing',
              exchange: facts.index,
            },
          ),
          weigh(TOLD, 'By the server’s Date the token has not begun', {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Date',
          }),
        ],
        verdict(lag, client, client === undefined ? undefined : client + lag),
      );
    const soon = saidOf(facts, tooEarly);
    const narrow = heard.length === 0 ? beginsWithinSeconds(facts, soon !== undefined) : undefined;
    if (narrow !== undefined)
      return support(
        [
          soon !== undefined && {
            weight: STATED,
            evidence: statementEvidence(facts, soon.statement, soon.match[0]),
          },
          weigh(TOLD, `By the server’s Date the token’s ${narrow} is still to come, if only by seconds`, {
            in: 'field',
            exchange: facts.index,
            side: 'response',
            name: 'Date',
          }),
        ],
        verdict(offset, client, server),
      );
    const zone = hoursAhead(facts);
    if (zone !== undefined && heard.length === 0)
      return support(
        [
          weigh(
            STATED,
            `The token’s iat lies ${zone === 1 ? 'one hour' : `${zone} hours`} ahead to the minute, as local time written for UTC does`,
            { in: 'timing', exchange: facts.index },
          ),
          weigh(TOLD, 'Client and server agree on the time', { in: 'timing', exchange: facts.index }),
        ],
        verdict(-zone * HOUR, server === undefined ? undefined : server + zone * HOUR, server),
      );
    const late = offset !== undefined && Math.abs(offset) > Math.max(CODE_TOLERANCE, uncertainty * 2);
    const code = late && heard.length === 0 ? refusedCode(facts) : undefined;
    if (code !== undefined)
      return support(
        [
          { weight: TOLD, evidence: statementEvidence(facts, code.statement, code.match[0]) },
          weigh(
            STATED,
            `The clocks differ by ${durationInWords(offset ?? 0)}, and such a code lives half a minute`,
            {
              in: 'timing',
              exchange: facts.index,
            },
          ),
        ],
        verdict(offset, client, server),
      );
    if (skew === undefined && heard.length === 0) {
      if (offset === undefined) return undefined;
      if (Math.abs(offset) <= uncertainty + 2)
        return ruledOut(
          `This computer and the server agree within ${durationInWords(Math.max(0.1, Math.abs(offset)))}`,
        );
      const timed = facts.token?.jwt !== undefined;
      return apart && timed
        ? support(
            [
              weigh(SUGGESTED, `The clocks differ by ${durationInWords(offset)}`, {
                in: 'timing',
                exchange: facts.index,
              }),
            ],
            verdict(offset, client, server),
          )
        : undefined;
    }
    const signed =
      facts.signing.kind !== undefined || (skew !== undefined && /iat|Created$/.test(skew.written.what));
    return support(
      [
        ...heard,
        skew !== undefined &&
          weigh(
            signed ? STATED : heard.length > 0 ? TOLD : FAINT,
            `${skew.written.what} is ${instantInWords(skew.written.seconds, skew.server)}`,
            skew.written.place,
          ),
        skew !== undefined &&
          weigh(
            signed ? TOLD : FAINT,
            `The server’s Date is ${instantInWords(skew.server, skew.written.seconds)}`,
            { in: 'field', exchange: facts.index, side: 'response', name: 'Date' },
          ),
        apart &&
          weigh(
            HINTED,
            `This computer began the request ${durationInWords(offset)} ${offset > 0 ? 'before' : 'after'} the server’s Date`,
            { in: 'timing', exchange: facts.index },
          ),
        skew !== undefined &&
          signed &&
          apart &&
          weigh(PROVEN, 'Both the written time and this computer’s clock differ from the server’s', {
            in: 'timing',
            exchange: facts.index,
          }),
      ],
      verdict(
        skew?.offset ?? offset,
        skew?.written.seconds ?? client,
        skew?.server ?? server,
        inItsWords(`${theServer(facts)} says that the request’s time is off`, heard, facts),
      ),
    );
  },
});

const verdict = (
  offset: number | undefined,
  client: number | undefined,
  server: number | undefined,
  unclear = 'The time that the request carries is off',
) => ({
  title:
    offset === undefined || Math.abs(offset) < 2
      ? unclear
      : `The client’s clock is ${seconds(offset)} the server’s`,
  explanation:
    'Signed requests and self-made tokens carry the time at which they were made. A server refuses what is too old or from the future, so that nobody can replay it. Where the clock of the computer or container is wrong, every such request fails. Set it over the network (NTP), and look at the unit: seconds or milliseconds.',
  remedies: [
    ...(offset === undefined
      ? []
      : [{ id: 'use-server-clock' as const, values: { offset: String(Math.round(offset * 10) / 10) } }]),
    { id: 'report' as const },
    { id: 'retry' as const },
  ],
  ...(client === undefined || server === undefined
    ? {}
    : { figure: { kind: 'clocks' as const, client, server } }),
});
