import { anyOf } from '../any-of.ts';
import { durationInWords } from '../durations.ts';
import { statedWait } from '../facts/stated-wait.ts';
import type { Facts } from '../facts.ts';
import { responseFieldPlace, statusPlace, theServer } from '../facts.ts';
import { lockedOut } from '../facts/locked-out.ts';
import { spentLimit } from '../facts/spent-limit.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { inItsWords } from '../in-its-words.ts';

/** Limits of size, and the fields that tell a limit in every answer. */
const otherLimits = /x-ratelimit-|upload|file size|payload|storage/i;

/** An account that is locked for the attempts: it stays so, where no time is told. */
const lockedFor =
  /x-ratelimit-|\b(?:account|user)\b[^.;]{0,20}\b(?:has been|is|was) (?:locked|disabled|blocked|suspended)[^.;]{0,30}(?:too many|many failed|repeated)(?![^]*(?:try again|\d+ (?:min|sec|hour)|later))/i;

/** The limit for those who are not known, told to somebody whose credential cannot be read. */
const ofStrangers = ({ headerFaults, said }: Facts): boolean =>
  headerFaults.length > 0 &&
  /(?<!un)authenticated (?:requests|users|calls|clients)[^.;]{0,20}\b(?:higher|more)\b/i.test(said);

/** What was too much, as far as the answer tells. */
const counted = (facts: Facts): string =>
  /log-?in|sign-?in|password|attempts|anmeld/i.test(facts.said)
    ? 'failed logins'
    : facts.status === 429 || /request|call|quota|rate|limit/i.test(facts.said)
      ? 'requests'
      : 'requests or failed logins';

/** Too many requests or failed attempts (RFC 6585 §4). */
export const rateLimited = defineRule({
  cause: 'rate-limited',
  references: ['RFC 6585 §4', 'RFC 9110 §10.2.3'],
  explains: ['account-unusable', 'ip-not-allowed', 'blocked-by-intermediary', 'credentials-missing'],
  phrases: [
    {
      says: anyOf({
        'Too Many Requests':
          /too many (?:failed |log-?in |authentication |invalid |password |unsuccessful )*(?:requests|attempts|log-?ins|tries|failures|calls|tokens|sessions|connections)/i,
        rate_limit: /rate[ _-]?limit(?:ed)?\b(?!-)/i,
        'Daily quota exceeded': /quota (?:has been )?exceeded/i,
        'Account Over Queries Per Second Limit':
          /(?:exceeded|over|reached)[^.]{0,30}(?:quota|rate|limit|queries per)/i,
        'login-throttled': /throttl(?:ed|ing)/i,
        'secondary rate limit': /secondary rate limit/i,
        'banned after too many failed': /(?:banned|blocked|locked)[^.;]{0,50}(?:too many|failed|repeated)/i,
        'abuse detection': /abuse detection/i,
        'try again in 5': /try again (?:in|after) \d+/i,
        SlowDown: /SlowDown/i,
        RequestLimitExceeded: /RequestLimitExceeded/i,
        'ip has been banned': /ip has been (?:banned|blocked)/i,
        TOOMANYREQUESTS: /toomanyrequests/i,
        AADSTS50196: /AADSTS50196/i,
        "You've reached the login attempt limit": /login attempt_?s? limit/i,
        over_query_limit: /over_query_limit/i,
        CAPTCHA_CHALLENGE: /CAPTCHA_CHALLENGE/i,
      }),
      unless: lockedFor,
      weight: STATED,
    },
    { says: lockedFor, unless: /x-ratelimit-/i, weight: SUGGESTED },
    {
      says: anyOf({
        'Rate limit reached':
          /(?:usage|request|daily|hourly|monthly|minute|api|call|quota|query|rate|session|connection)s?[ _-]?(?:query[ _-]?|request[ _-]?|rate[ _-]?)?(?:limit|quota)\b[^.;]{0,20}\b(?:reached|exceeded|exhausted|hit|used up)/i,
        'Developer Over Qps': /over (?:qps|rate|quota|(?:daily |your )?(?:query )?limit)\b/i,
        over_rate_limit: /over_(?:query_|rate_|quota_)?limit/i,
        'maximum of 5 concurrent sessions':
          /(?:max(?:imum)?|too many)[^.;]{0,30}\b(?:concurrent|simultaneous|active|open) (?:\w+ )?(?:sessions?|connections?|requests?|log-?ins?)\b/i,
        'Please wait 60 seconds before trying again':
          /(?:please )?wait (?:for )?(?:\d+|a few|some|several) (?:seconds?|minutes?|hours?|s|min)\b/i,
        'Slow down': /slow[_ ]down/i,
        'too frequent': /too frequent/i,
        'requests too fast': /(?:requests|calls) too (?:fast|quickly|often)/i,
        'maximum number of attempts': /maximum number of (?:log-?in |failed )*(?:attempts|tries|requests)/i,
        TOO_MANY_ATTEMPTS: /TOO_MANY_ATTEMPTS/i,
        usage_limit: /usage_limit/i,
        'out of credits': /out of (?:credits|requests|(?:\w+ ){0,2}quota)\b/i,
        'Quota will be replenished': /(?:quota|limit)s? will (?:be )?(?:replenish|renew|reset)\w*/i,
      }),
      unless: /x-ratelimit-|slow_down$|page|size|length|upload/i,
      weight: STATED,
    },
    {
      says: /(?:repeated|multiple|several|numerous|many) (?:log-?in |sign-?in |authentication )?(?:failures(?! (?:of|in|to|at|for)\b)|failed (?:log-?in|sign-?in|authentication|attempts)|wrong (?:passwords|log-?ins))|having trouble signing in/i,
      weight: STATED,
    },
    {
      says: /\bmax(?:imum)?[ _](?:\w+[ _])?(?:sessions?|log-?ins?|connections?)$/im,
      weight: STATED,
    },
    {
      says: /^(?:\w*(?:attempts?|tries|log-?ins)_?(?:allowed|left|remaining)|(?:remaining|left)_?(?:\w*_)?(?:attempts?|tries|log-?ins)): ["']?0["']?$/im,
      weight: STATED,
    },
    {
      says: /^(?:lock(?:ed|out)?_?(?:duration|time|out|until|seconds|minutes|left|period)|unlock_?\w*|retry_?after\w*|wait_?(?:time|seconds|minutes)|remain\w*_?(?:time|seconds)): ["']?[1-9]/im,
      weight: TOLD,
    },
    {
      says: /(?:log-?in|sign-?in|access|account log-?in)s? (?:is |are |has been |temporarily )*(?:disabled|blocked|locked|suspended|denied)[^.;]{0,12} for (?:the next )?\d+|(?:please )?wait (?:for |at least )?(?:\d+|a few|some|an?) (?:more )?(?:s|sec\w*|min\w*|hours?|moments?|while)\b|temporar(?:il)?y (?:blocked|banned|locked|disabled|suspended|denied)[^.;]{0,60}(?:\btry|later|again|minutes|hours|seconds|attempts)/i,
      weight: STATED,
    },
    {
      says: /(?:daily|hourly|monthly|weekly|request|call|api|usage|message|concurren\w+|qps|session|connection|device|log-?in)s?(?: (?:call|request|usage|session|connection|log-?in)s?)? (?:limit|quota|allowance|cap)s? (?:(?:per|for|of|in) (?:\w+ ){1,3})?(?:has been |was |is |have been )?(?:reached|exceeded|exhausted|hit|used up)/i,
      unless: otherLimits,
      weight: STATED,
    },
    {
      says: /(?:quota|limit|allowance) (?:has been |have been |is |are |was )?(?:reached|exhausted|used up|hit|depleted)|used (?:up )?all (?:of )?your|over (?:the |your )?(?:qps|qpm|rate|quota)\b|(?:request |message |call )?rate (?:is )?too (?:high|fast)|too (?:fast|frequent(?:ly)?)\b|\bslow down\b|flood(?:_?wait| control| detected)|enhance your calm/i,
      unless: otherLimits,
      weight: STATED,
    },
    {
      says: /\d+ ?(?:분|초|시간)(?:당|에) ?\d+ ?회|잠시 후 (?:다시|재)|稍后(?:再试|重试)|\d+ ?(?:分钟|分|秒|小时)后(?:再试|重试)|(?:每|1)(?:分钟|秒|小时)(?:最多|只能|限)|しばらく(?:して|経って|たって)から|時間をおいて|once (?:per|every|a) (?:minute|second|hour)\b|попробуйте (?:позже|через)|повторите (?:попытку|запрос) (?:позже|через)/i,
      unless: otherLimits,
      weight: TOLD,
    },
    {
      says: /maximum (?:number of )?(?:allowed |concurrent |active )?(?:sessions?|connections?|log-?ins?|devices?|attempts?)[^.;]{0,20}(?:reached|exceeded)|(?:reached|exceeded) (?:the )?maximum (?:number of )?(?:allowed |concurrent |active |failed )?(?:sessions?|connections?|log-?ins?|attempts?)/i,
      unless: otherLimits,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const wait = facts.retryAfter;
    const until = statedWait(facts);
    const spent = spentLimit(facts.response?.fields ?? []);
    const locked = lockedOut(facts);
    const failed = facts.earlier.filter((one) => one.sameRequest && !one.accepted).length;
    return support(
      [
        ...(ofStrangers(facts) ? heard.map((item) => ({ ...item, weight: item.weight / 2 })) : heard),
        (facts.status === 429 || facts.status === 420) &&
          weigh(
            TOLD,
            facts.status === 429
              ? 'The status is 429 Too Many Requests'
              : 'The status is 420, which stood for too many requests before 429',
            statusPlace(facts),
          ),
        wait !== undefined &&
          (facts.status === 429 || heard.length > 0 || facts.status === 403 || spent !== undefined) &&
          weigh(
            facts.status === 403 || facts.status === 401 ? SUGGESTED : HINTED,
            `Retry-After asks to wait ${durationInWords(wait)}`,
            responseFieldPlace(facts, 'Retry-After'),
          ),
        spent !== undefined &&
          weigh(
            facts.status === 401 ? HINTED : TOLD,
            `${spent.name} is ${spent.value}`,
            responseFieldPlace(facts, spent.name),
          ),
        locked !== undefined &&
          weigh(
            TOLD,
            'Logins were refused one after the other, and since then everything is, without a word',
            {
              in: 'status',
              exchange: locked.index,
            },
          ),
        failed >= 3 &&
          heard.length > 0 &&
          weigh(HINTED, `The same request failed ${failed} times before`, {
            in: 'timing',
            exchange: facts.index,
          }),
      ],
      {
        title:
          until === undefined
            ? inItsWords(`Too many ${counted(facts)} for ${theServer(facts)}`, heard, facts)
            : `Too many ${counted(facts)}: ${theServer(facts)} asks to wait ${durationInWords(until)}`,
        explanation:
          'The server counts requests, or failed logins, of this client, key or address and is over its limit. The credentials may be right; until the time is over even the right ones are refused, and each further try can lengthen it.',
        remedies: [
          {
            id: 'wait-and-retry',
            ...(until === undefined ? {} : { values: { seconds: String(Math.ceil(until)) } }),
          },
        ],
      },
    );
  },
});
