import { anyOf } from '../any-of.ts';
import { hostIn } from '../../exchange/url.ts';
import { comesBack } from '../facts/callback.ts';
import { nothingSent, saysNothingSeen } from '../facts/absence.ts';
import type { Facts } from '../facts.ts';
import { absentField, requestFieldPlace, requestValue, theServer } from '../facts.ts';
import type { OtherClient } from '../facts/other-client.ts';
import { passedForAnotherClient } from '../facts/other-client.ts';
import type { Statement } from '../facts/statements.ts';
import { wantsUpgrade } from '../facts/wants-upgrade.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { inItsWords } from '../in-its-words.ts';
import { says } from '../reading/read.ts';
import { defineRule, shortened, support, weigh } from '../rule.ts';
import { AGAINST, FAINT, HINTED, PROVEN, SUGGESTED, STATED, TOLD } from '../weights.ts';

/** In such a time nothing happens to a credential. Seconds. */
const SOON = 600;

/** As this client it was refused before that call, too: nothing but the client made the difference. */
const refusedBefore = (facts: Facts, other: OtherClient): boolean =>
  facts.earlier.some((one) => one.refused && one.sameRequest && one.index < other.index);

/** Names that HTTP libraries give themselves; sites that serve everybody turn them away before all others. */
const stockNames =
  /^(?:(?:Python-urllib|Java|libwww-perl|lwp-trivial|Wget|PHP|okhttp|Apache-HttpClient|Jakarta Commons-HttpClient)\/[\w.]+(?: \([^)]*\))?|Ruby|Java|PHP|-)$/i;

/** Nothing was sent that could be refused, nothing is asked for, and the client bears a library's name. */
const stockName = (facts: Facts): string | undefined => {
  const name = requestValue(facts, 'User-Agent');
  return facts.status === 403 &&
    facts.exchange.request.method === 'GET' &&
    name !== undefined &&
    stockNames.test(name) &&
    nothingSent(facts) &&
    facts.challenges.length === 0 &&
    saysNothingSeen(facts) === undefined
    ? name
    : undefined;
};

/** The answer misses the User-Agent, in whichever language. */
const missesAgent = (facts: Facts): Statement | undefined =>
  requestValue(facts, 'User-Agent') === undefined
    ? facts.statements.find(
        ({ text }) => text.length < 200 && /user-?agent/i.test(text) && says('missing', text),
      )
    : undefined;

/** Origins and domains that are spoken of for another reason. */
const otherReasons =
  /csrf|redirect|too many|rate|token origin|origin (?:server|is unreachable|timeout|error)|certificate/i;

/** Refused for User-Agent, origin, referrer or kind of client. */
export const clientNotAllowed = defineRule({
  cause: 'client-not-allowed',
  references: ['RFC 9110 §10.1.5'],
  explains: ['blocked-by-intermediary', 'csrf-token-missing'],
  phrases: [
    {
      says: anyOf({
        'Please provide a descriptive User-Agent':
          /(?:set|provide|specify|identify|include|send|supply)[^.;]{0,20}user[- ]?agent/i,
        'Undeclared Automated': /undeclared automated/i,
        'Automated Tool': /automated tool/i,
        'robot policy': /robot policy/i,
        'User-Agent is not':
          /user[- ]?agent[^.;]{0,60}(?:not|block|denied|invalid|forbidden|required|missing|unsupported|mismatch)/i,
        'Origin mismatch':
          /(?:referr?er|origin)\b[^.;]{0,60}(?:not (?:allowed|permitted|match|authori[sz]ed)|block|denied|invalid|forbidden|mismatch|restricted|empty)/i,
        'Requests from referer <empty> are blocked.':
          /(?:requests?|calls?) from (?:this )?(?:referr?er|origin|client|android|ios)[^.;]{0,60}(?:blocked|not allowed|denied)/i,
        API_KEY_ANDROID_APP_BLOCKED: /API_KEY_(?:HTTP_REFERRER|ANDROID_APP|IOS_APP|SERVICE)_BLOCKED/i,
        'this client version is too old':
          /(?:this|your) (?:client|browser|app(?:lication)?|device)(?: version)? (?:is )?(?:not (?:allowed|supported|permitted)|blocked|outdated|too old)/i,
        'Automated access': /automated (?:access|requests|queries)/i,
        'are you human': /are you (?:a )?(?:human|robot)/i,
        'bot detected': /bot (?:detected|traffic)/i,
        CAPTCHA: /captcha/i,
        'administrative rules': /administrative rules/i,
        'only authorized for use with': /only authorized for use with/i,
        'unsupported client': /unsupported (?:client|browser)/i,
        'Client version': /client version/i,
        'please make sure your request has a User-Agent': /please make sure your request has a User-Agent/i,
        'Requests from this Android': /requests from this (?:ios|android)/i,
        device_not_allowed: /device_not_allowed/i,
        'Error 403: disallowed_useragent': /disallowed_useragent/i,
        'verify you are human': /verify you are (?:a )?human/i,
        'Enable JavaScript and cookies': /enable javascript and cookies/i,
      }),
      unless: /csrf|redirect/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'This key is restricted to certain websites':
          /(?:token|key) (?:is )?(?:restricted|limited) to (?:other |certain |specific |different |its )?(?:urls?|domains?|sites?|websites?|origins?|referr?ers?)\b/i,
        'Please provide a descriptive User-Agent':
          /(?:custom|valid|unique|descriptive|proper|own|set (?:a|your)) [\w ]{0,20}user[- ]?agent/i,
        'User-Agent identifying': /user[- ]?agent (?:that |which )?identif/i,
        'make sure your User-Agent': /make sure your user[- ]?agent/i,
        'update your user agent': /update your user[- ]?agent/i,
        'Please update your client application.':
          /(?:update|upgrade) (?:to the latest version|your (?:app|client|browser|software))/i,
        'app is no longer supported':
          /(?:(?:app|browser|sdk|software)(?: version)?|client version) (?:is )?(?:no longer supported|out of date|outdated|not (?:allowed|permitted|white-?listed|recogni[sz]ed|registered))/i,
        'client not whitelisted': /client (?:is )?not (?:white-?listed|recogni[sz]ed)/i,
        'in a web browser only': /(?:with|in|by|through) a (?:web )?browser only/i,
        'can only be used from a browser':
          /only be (?:used|accessed)[^.;]{0,20}(?:with|in|by|from|through)[^.;]{0,12}browser/i,
        'API key is not valid for this site':
          /not (?:valid|authori[sz]ed|allowed|permitted|enabled) (?:for|on|from) (?:this|the|your) (?:domain|site|website|origin|referr?er)/i,
        'site is not authorised to use':
          /(?:site|domain|mobile application)\b[^.;]{0,20}\bnot authori[sz]ed to use/i,
        'Android client application <empty> are blocked':
          /(?:ios|android) (?:client )?(?:app(?:lication)?)[^.;]{0,60}blocked/i,
        'Third-party clients are not permitted':
          /third[- ]party (?:apps?|applications?|clients?)[^.;]{0,40}\b(?:not|block|denied|disallow|forbid)/i,
        'App Check': /app ?check/i,
        attestation: /attestation/i,
        'device not trusted':
          /device[_ ](?:is )?(?:not|un)[_ ]?(?:trusted|registered|recogni[sz]ed|approved)/i,
        'registered partner': /registered partner/i,
        'Bad user agent': /(?:bad|blocked|unknown|missing) user[- ]?agent/i,
        'Bots are not permitted':
          /\bbots? (?:are |is )?(?:not allowed|not permitted|forbidden|blocked|denied)/i,
        'scraping detected': /(?:scraping|crawler|bot|automation) (?:is |was )?(?:detected|not allowed)/i,
        client_version: /client_version/i,
        'Access from scripts is not allowed':
          /(?:curl|wget|scripts?|crawlers?|spiders?) (?:is |are )?not (?:allowed|permitted)/i,
        'version too low': /version[_ ]too[_ ](?:low|old)/i,
        'update the app': /(?:upgrade|update) the app\b/i,
        'domain app.example is not allowed':
          /\bdomain [\w.-]+ (?:is )?not (?:allowed|authori[sz]ed|permitted)(?! to\b)/i,
        'unknown client app': /unknown client app/i,
        'not allowed by cors': /not allowed by cors/i,
        'use a supported browser': /use a supported browser/i,
        'unsupported app version': /(?:unsupported|outdated) (?:app|client)(?:lication)?[_ ]version/i,
        'hotlinking is not allowed': /hot-?link\w*[^.;]{0,20}\b(?:not|denied|forbidden|disabled|detected)/i,
        'Invalid CORS request': /invalid cors/i,
        'update required': /update[_ ]required/i,
        'new version of the app': /new version of the app/i,
        'can only be used from the mobile app': /only be used (?:from|by|in|with) the [\w ]{0,16}app/i,
        'device integrity': /(?:device|app|client) integrity/i,
        'android package': /android package/i,
      }),
      unless: /csrf|redirect|\bip address\b|log-?in|code/i,
      weight: STATED,
    },
    {
      says: /\b(?:domain|website|hostname|host)s?\b[^.;]{0,40}\bnot (?:an? |one of (?:the )?|in (?:the )?(?:list of )?)?(?:trusted|allowed|permitted|white-?listed|allow-?listed|authori[sz]ed|approved|registered for)|\b(?:origin|referr?er)s?\b[^.;]{0,40}\b(?:not (?:an? |one of (?:the )?|in (?:the )?(?:list of )?)?(?:trusted|allowed|permitted|whitelisted|white-listed|allow-?listed|authori[sz]ed|registered|configured|known|accepted|approved|valid)|is (?:untrusted|unknown|unauthori[sz]ed|disallowed))/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /(?:untrusted|unknown|unauthori[sz]ed|disallowed|unregistered|unexpected|missing|bad|null) (?:or null )?(?:request )?(?:origin|referr?er|domain)\b|(?:origin|referr?er)[_ -](?:denied|mismatch|not[_ -]?allowed|rejected|required|check failed)|RefererNotAllowed|not allowed by cors|cors[^.;]{0,24}(?:denied|rejected|not allowed|forbidden)|http referr?er restriction|referr?er restrictions/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /cross-?site (?:post )?(?:form )?(?:submissions?|requests?)[^.;]{0,12}(?:forbidden|blocked|denied|not allowed)|(?:restricted|limited) to (?:use )?(?:in|by|from|on) (?:the |a )?(?:browser|web ?site|server|android|ios|mobile|app)/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /(?:can ?not|not|never) (?:be )?(?:allowed |used |called |permitted |accessed )?(?:for |in |from |by )+(?:the |a |any )?(?:web )?(?:browsers?|client[- ]side|scripts?|bots?|mobile apps?|third[- ]party)\b|(?:access |requests? |calls? |traffic )from (?:scripts?|bots?|browsers?|automated|third[- ]party|unofficial)[^.;]{0,30}\b(?:not|denied|blocked|forbidden|prohibited)/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /third[- ]party (?:clients?|apps?|applications?|software|tools?)[^.;]{0,24}(?:not|blocked|forbidden|prohibited|disallowed)|unofficial (?:client|app)|(?:official|genuine) (?:client|app)\b|(?:app|application|client|sdk|device|software|browser) (?:version|build)[^.;]{0,40}(?:outdated|too old|no longer|not supported|unsupported|obsolete|below|minimum|expired|deprecated)/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /(?:client|app|browser|device) (?:is )?too old|(?:outdated|obsolete|old|unsupported) (?:client|app|version of (?:the |this )?(?:app|client)|browser|sdk)|version of (?:the |this |your )?(?:app|client|software|browser|sdk)[^.;]{0,30}(?:no longer|not|outdated|too old|unsupported)|^[\w-]*:? ?(?:please )?(?:update|upgrade) (?:the |your |this )?(?:app|client|browser|device)\b/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: anyOf({
        'Unknown device':
          /(?:unknown|unauthori[sz]ed|unregistered|unrecogni[sz]ed|untrusted|unsupported) (?:device|client application|client type|platform)/i,
        'device not registered':
          /device (?:is )?(?:not (?:registered|authori[sz]ed|recogni[sz]ed|enrolled|compliant|managed)|unauthori[sz]ed)/i,
        'Bundle identifier mismatch': /bundle (?:id|identifier)[^.;]{0,40}(?:mismatch|not|invalid|unknown)/i,
        'package name does not match: mismatch': /package name[^.;]{0,60}(?:mismatch|not|invalid)/i,
        'App Check': /app ?check/i,
        'attestation failed': /attestation (?:failed|required|invalid)/i,
      }),
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /(?:invalid|unknown|missing|unapproved) app(?:lication)? registration\b|\bapp(?:lication)? (?:is |has )?not (?:been )?(?:approved|reviewed|vetted)\b|(?:unusual|suspicious|automated|bot-?like|non-human) (?:activity|traffic|behaviou?r|requests?)|access (?:denied|blocked)[^.;]{0,30}\b(?:bot|robot|crawler|scraper|script)/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /\bonly [^.;]{0,40}\b(?:clients?|browsers?|user-?agents?|apps)\b[^.;]{0,12}\b(?:may|can|are allowed|are permitted)\b|device[_ ]integrity|integrity[_ ](?:check|verdict|failed)|\bdevice (?:does not|doesn['’]t|fail(?:s|ed)? to) (?:meet|pass|satisfy)|\b(?:rooted|jailbroken)\b|violated the (?:[\w ]{0,20}usage|acceptable use|robots?) policy/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /\b(?:access|use|api|service)\b[^.;]{0,40}\b(?:restricted|blocked|disabled|denied|not (?:allowed|permitted|enabled)) (?:for|to) (?:this|your) (?:client |calling )?app(?:lication)?\b(?! user)/i,
      unless: otherReasons,
      weight: STATED,
    },
    {
      says: /user-?agent[^.;]{0,40}(?:required|missing|empty|must|not (?:set|provided|sent))|(?:missing|no|empty|invalid|bad) (?:http )?user-?agent/i,
      weight: PROVEN,
    },
  ],
  examine(facts, heard) {
    const referer = requestValue(facts, 'Referer');
    const origin = requestValue(facts, 'Origin');
    const bad = referer !== undefined && !/^https?:\/\//i.test(referer);
    const foreign = (value: string | undefined): boolean =>
      value !== undefined && hostIn(value) !== undefined && hostIn(value) !== facts.url?.host;
    const posts =
      facts.exchange.request.method === 'POST' && facts.form.some(({ name }) => /pass/i.test(name));
    const nameless =
      facts.status === 403 &&
      facts.exchange.request.unseen !== true &&
      facts.exchange.request.fields.length > 1 &&
      requestValue(facts, 'User-Agent') === undefined;
    const blank = facts.status === 403 && requestValue(facts, 'User-Agent')?.trim() === '';
    const agent = missesAgent(facts);
    const dated = wantsUpgrade(facts);
    const stock = stockName(facts);
    const asksPerson =
      facts.authorization?.parsed?.scheme === 'basic' && saidOf(facts, /captcha/i) !== undefined;
    const other = passedForAnotherClient(facts);
    return support(
      [
        ...heard,
        other !== undefined &&
          weigh(
            other.before > SOON ? SUGGESTED : refusedBefore(facts, other) ? PROVEN : TOLD,
            `The same call passed with ${other.name} ${other.was}`,
            { in: 'field', exchange: other.index, side: 'request', name: other.name },
          ),
        other !== undefined &&
          weigh(
            HINTED,
            other.gone === true
              ? `${other.name} was not sent`
              : `${other.name} is ${requestValue(facts, other.name)} now`,
            other.gone === true ? absentField(facts, other.name) : requestFieldPlace(facts, other.name),
          ),
        agent !== undefined && {
          weight: PROVEN,
          evidence: statementEvidence(facts, agent, agent.text),
        },
        asksPerson &&
          weigh(AGAINST, 'User and password were sent: the riddle is for the account', {
            in: 'status',
            exchange: facts.index,
          }),
        nameless &&
          weigh(
            nothingSent(facts) && facts.challenges.length === 0 && !comesBack(facts) ? SUGGESTED : FAINT,
            'The request names no User-Agent',
            absentField(facts, 'User-Agent'),
          ),
        blank && weigh(STATED, 'The User-Agent is empty', requestFieldPlace(facts, 'User-Agent')),
        dated !== undefined && {
          weight: STATED,
          evidence: statementEvidence(facts, dated.statement, dated.statement.text),
        },
        dated !== undefined &&
          weigh(
            HINTED,
            `The request tells its own version in ${dated.field}`,
            requestFieldPlace(facts, dated.field),
          ),
        stock !== undefined &&
          weigh(
            SUGGESTED,
            `The User-Agent is ${stock}, the name of a library that many sites turn away`,
            requestFieldPlace(facts, 'User-Agent'),
          ),
        nameless &&
          /block|bot|automated|browser/i.test(facts.said) &&
          weigh(TOLD, 'The server turns the client away, not its credential', {
            in: 'body',
            exchange: facts.index,
            side: 'response',
          }),
        bad &&
          posts &&
          weigh(
            TOLD,
            `Referer ${referer} is not an address of this server`,
            requestFieldPlace(facts, 'Referer'),
          ),
        !bad &&
          posts &&
          foreign(origin ?? referer) &&
          facts.challenges.length === 0 &&
          weigh(
            SUGGESTED / 2,
            'The login comes from a page of another host',
            requestFieldPlace(facts, origin === undefined ? 'Referer' : 'Origin'),
          ),
      ],
      {
        title:
          bad && heard.length === 0
            ? `The server refuses the Referer ${referer}`
            : inItsWords(
                other === undefined
                  ? `${theServer(facts)} refuses this kind of client, whatever its credentials`
                  : `${theServer(facts)} let the call pass with ${other.name} ${shortened(other.was, 32)}, and not with this one`,
                heard,
                facts,
              ),
        explanation:
          'Some servers look at who asks before they look at the credential: the User-Agent, the page or origin that the request comes from, signs of a robot, an app that a key is restricted to. A key restricted to a website does not work from a server. Send what the server expects if you may, or have the restriction changed.',
        remedies: [
          ...(bad
            ? [{ id: 'repair-header' as const, values: { name: 'Referer', value: facts.url?.origin ?? '' } }]
            : []),
          {
            id: 'add-field',
            values: { name: 'User-Agent', label: 'User-Agent that the server expects' },
          },
          { id: 'report' },
        ],
      },
    );
  },
});
