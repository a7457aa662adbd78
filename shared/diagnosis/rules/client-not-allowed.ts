import { hostIn } from '../../exchange/url.ts';
import { comesBack } from '../facts/callback.ts';
import { nothingSent, saysNothingSeen } from '../facts/absence.ts';
import type { Facts } from '../facts.ts';
import { absentField, requestFieldPlace, requestValue, theServer } from '../facts.ts';
import type { OtherClient } from '../facts/other-client.ts';
import { passedForAnotherClient } from '../facts/other-client.ts';
import type { Statement } from '../facts/statements.ts';
import { inItsWords, saidOf, statementEvidence } from '../heard.ts';
import { says } from '../reading/read.ts';
import { defineRule, support, weigh } from '../rule.ts';
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
      says: /(?:set|provide|specify|identify|include|send|supply)[^.;]{0,20}user[- ]?agent|undeclared automated|automated tool|robot policy|user[- ]?agent[^.;]{0,60}(?:not|block|denied|invalid|forbidden|required|missing|unsupported)|(?:referr?er|origin)\b[^.;]{0,60}(?:not (?:allowed|permitted|match|authori[sz]ed)|block|denied|invalid|forbidden|mismatch|restricted|empty)|(?:requests?|calls?) from (?:this )?(?:referr?er|origin|client|android|ios)[^.;]{0,60}(?:blocked|not allowed|denied)|API_KEY_(?:HTTP_REFERRER|ANDROID_APP|IOS_APP|SERVICE)_BLOCKED|(?:this|your) (?:client|browser|app(?:lication)?|device)(?: version)? (?:is )?(?:not (?:allowed|supported|permitted)|blocked|outdated|too old)|automated (?:access|requests|queries)|are you (?:a )?(?:human|robot)|bot (?:detected|traffic)|captcha|administrative rules|only authorized for use with|unsupported (?:client|browser)|client version|please make sure your request has a User-Agent|requests from this (?:ios|android)|device_not_allowed|disallowed_useragent|verify you are (?:a )?human|enable javascript and cookies/i,
      unless: /csrf|redirect/i,
      weight: STATED,
    },
    {
      says: /(?:token|key) (?:is )?(?:restricted|limited) to (?:other |certain |specific |different |its )?(?:urls?|domains?|sites?|websites?|origins?|referr?ers?)\b|(?:custom|valid|unique|descriptive|proper|own|set (?:a|your)) [\w ]{0,20}user[- ]?agent|user[- ]?agent (?:that |which )?identif|make sure your user[- ]?agent|update your user[- ]?agent|(?:update|upgrade) (?:to the latest version|your (?:app|client|browser|software))|(?:(?:app|browser|sdk|software)(?: version)?|client version) (?:is )?(?:no longer supported|out of date|outdated|not (?:allowed|permitted|white-?listed|recogni[sz]ed|registered))|client (?:is )?not (?:white-?listed|recogni[sz]ed)|(?:with|in|by|through) a (?:web )?browser only|only be (?:used|accessed)[^.;]{0,20}(?:with|in|by|from|through)[^.;]{0,12}browser|not (?:valid|authori[sz]ed|allowed|permitted|enabled) (?:for|on|from) (?:this|the|your) (?:domain|site|website|origin|referr?er)|(?:site|domain|mobile application)\b[^.;]{0,20}\bnot authori[sz]ed to use|(?:ios|android) (?:client )?(?:app(?:lication)?)[^.;]{0,60}blocked|third[- ]party (?:apps?|applications?|clients?)[^.;]{0,40}\b(?:not|block|denied|disallow|forbid)|app ?check|attestation|device[_ ](?:is )?(?:not|un)[_ ]?(?:trusted|registered|recogni[sz]ed|approved)|registered partner|(?:bad|blocked|unknown|missing) user[- ]?agent|\bbots? (?:are |is )?(?:not allowed|not permitted|forbidden|blocked|denied)|(?:scraping|crawler|bot|automation) (?:is |was )?(?:detected|not allowed)|client_version|(?:curl|wget|scripts?|crawlers?|spiders?) (?:is |are )?not (?:allowed|permitted)|version[_ ]too[_ ](?:low|old)|(?:upgrade|update) the app\b|\bdomain [\w.-]+ (?:is )?not (?:allowed|authori[sz]ed|permitted)(?! to\b)|unknown client app|not allowed by cors|use a supported browser|(?:unsupported|outdated) (?:app|client)(?:lication)?[_ ]version|hot-?link\w*[^.;]{0,20}\b(?:not|denied|forbidden|disabled|detected)|invalid cors|update[_ ]required|new version of the app|only be used (?:from|by|in|with) the [\w ]{0,16}app|(?:device|app|client) integrity|android package/i,
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
      says: /(?:unknown|unauthori[sz]ed|unregistered|unrecogni[sz]ed|untrusted|unsupported) (?:device|client application|client type|platform)|device (?:is )?(?:not (?:registered|authori[sz]ed|recogni[sz]ed|enrolled|compliant|managed)|unauthori[sz]ed)|bundle (?:id|identifier)[^.;]{0,40}(?:mismatch|not|invalid|unknown)|package name[^.;]{0,60}(?:mismatch|not|invalid)|app ?check|attestation (?:failed|required|invalid)/i,
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
    const agent = missesAgent(facts);
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
            : `${theServer(facts)} refuses this kind of client, whatever its credentials${inItsWords(heard)}`,
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
