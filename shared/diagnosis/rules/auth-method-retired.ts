import { anyOf } from '../any-of.ts';
import { sendsPassword } from '../facts/login-form.ts';
import type { Facts } from '../facts.ts';
import { responseFieldPlace, statusPlace, theServer } from '../facts.ts';
import { announcedEnd, endedAt } from '../facts/sunset.ts';
import { inItsWords } from '../in-its-words.ts';
import type { Weighed } from '../rule.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** Where people logged in, or where tokens came from, there is nothing any more (RFC 9110 §15.5.11). */
const loginIsGone = (facts: Facts): Weighed | undefined =>
  facts.status === 410 && (facts.tokenRequest || sendsPassword(facts))
    ? weigh(TOLD, 'The address where the login goes is answered 410 Gone', statusPlace(facts))
    : undefined;

/** A refusal that names the day on which this was switched off. */
const hasEnded = (facts: Facts): Weighed | undefined => {
  const ended =
    facts.status === 401 || facts.status === 403 || facts.status === 410 ? endedAt(facts) : undefined;
  return ended === undefined
    ? undefined
    : weigh(
        ended.name === 'Sunset' ? TOLD : HINTED,
        `${ended.name} is ${ended.value}, which is past`,
        responseFieldPlace(facts, ended.name),
      );
};

/** The day that an earlier answer had named is past, and what was taken before it is refused. */
const hasEndedAsTold = (facts: Facts): Weighed | undefined => {
  const ended = facts.status === 401 || facts.status === 403 ? announcedEnd(facts) : undefined;
  return ended === undefined
    ? undefined
    : weigh(STATED, `An answer before named the end: ${ended.value}`, {
        in: 'field',
        exchange: ended.index,
        side: 'response',
        name: ended.name,
      });
};

/** What comes and goes is not retired. */
const passing = /expired|session|too many|attempts/i;

/** The service no longer takes this kind of credential. */
export const authMethodRetired = defineRule({
  cause: 'auth-method-retired',
  references: ['RFC 9745', 'RFC 8594'],
  explains: [
    'account-unusable',
    'scheme-mismatch',
    'credentials-missing',
    'grant-invalid',
    'credentials-in-wrong-place',
  ],
  phrases: [
    {
      says: /\b(?:basic|password|api[ -]?keys?|legacy|session|cookie|digest|oauth ?1\S*)(?: auth\w*| access| tokens?| keys?| log-?ins?)?\b[^.;]{0,8}\b(?:is|are|was|were|has been|have been) (?:now )?(?:gone|history|discontinued|retired|sunset|removed|switched off|phased out|no more)\b|\b(?:keys?|tokens?|passwords?|credentials?) (?:of|in|with) this (?:kind|type|form|format|version)\b[^.;]{0,16}\bno longer\b/i,
      unless:
        /your (?:account|user|access)|session (?:is|was|has been)|cookie (?:is|was|has been) (?:removed|gone)/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'auth-method-retired':
          /(?:auth(?:entication)?|password|basic|token|api key|key|query|login|jwt app|method|credentials?|support|access)[^.;]{0,80}\b(?:was |were |is |are |has been |have been |been )?(?:removed|deprecated|retired|discontinued|sunset|no longer (?:supported|accepted|allowed|available|valid)|shut ?down|disabled for security|phased out|end of life|switched off|turned off)/i,
        'deprecated, please use private app tokens':
          /(?:no longer (?:supports?|accepts?|allows?)|deprecat(?:ed|ion)[^.;]{0,30}|stopped (?:supporting|accepting))[^.;]{0,60}(?:auth|password|basic|key|token|query)/i,
        'account passwords are no longer accepted': /account passwords?[^.;]{0,40}(?:not|no longer)/i,
        'Basic authentication is disabled': /Basic authentication (?:has been|is) (?:disabled|deprecated)/i,
        'legacy API key': /legacy (?:api key|personal)/i,
        'Please use a personal access token':
          /Please use (?:a |an )?(?:personal access token|app password|api token)/i,
        'must migrate to': /(?:must|please) (?:migrate|upgrade|switch) to/i,
        AADSTS1000502: /AADSTS1000502/i,
      }),
      unless:
        /active|session (?:is )?no longer|token (?:is )?no longer (?:valid|active)|credentials? (?:is|are) no longer|version [\d.]+ of the api|account (?:is|has)|certificate|authori[sz]ation of the (?:psu|user|customer)|(?:in|as|via) (?:the |a |an )?(?:query|url)\b|query (?:string )?(?:param\w*|string)/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'no longer accepting requests': /no longer accept(?:s|ing) (?:requests|log-?ins|connections)/i,
        'Please migrate': /(?:please|must|have to|need to) migrate\b/i,
        'must be replaced with': /must be replaced (?:with|by)/i,
        'auth-method-retired':
          /(?:auth\w*|log-?in|oauth[ _]?1(?:\.0a?)?|password|key|token|md5)\b[^.;]{0,40}\b(?:is |are |was |being |been )*(?:obsolete|decommissioned|retired|deprecated|sunset|removed|discontinued|no longer (?:supported|available|accepted))/i,
        method_deprecated: /method_deprecated/i,
        'Basic authentication is disabled':
          /(?:password|basic|key|token)[ -](?:based )?(?:log-?in|auth\w*)\b[^.;]{0,30}\b(?:is |has been |was )(?:disabled|turned off|switched off)/i,
        'cannot be used anymore': /cannot be used any ?(?:more|longer)/i,
        'API keys have been replaced by':
          /(?:keys?|tokens?|passwords?|log-?in|auth\w*)\b[^.;]{0,20}\b(?:have|has|were|are|was)(?: been)? replaced (?:by|with)/i,
        'been taken offline': /been taken offline/i,
        'key stopped working': /(?:keys?|tokens?|passwords?)\b[^.;]{0,12}\bstopped working/i,
        'key can no longer be used': /(?:keys?|tokens?|passwords?)\b[^.;]{0,40}\bcan no longer be used/i,
        'password login ended': /(?:password|basic|key) (?:access|log-?in|auth\w*) (?:ended|ends|ceased)/i,
        'not available for accounts created after':
          /not available for (?:accounts|users|customers) created (?:after|since)/i,
        'reached end of life': /reached (?:its |the )?end of life/i,
        'flow has been blocked': /\bflow (?:has been |is |was )(?:blocked|removed|retired|shut down)/i,
        'migrate your app to':
          /migrate (?:your |the )?(?:app(?:lication)?|client|integration|code|users?)\b[^.;]{0,20}\bto\b/i,
        'Migration Guide': /\bmigration guide\b/i,
      }),
      unless:
        /active|session (?:is )?no longer|token (?:is )?no longer (?:valid|active)|version [\d.]+ of the api|certificate|user-?agent|\bapp(?:lication)? version/i,
      weight: STATED,
    },
    {
      says: /support (?:for|of) [^.;]{0,60}\b(?:ended|has ended|was dropped|ends)\b|(?:user ?name(?: and |\/| & | or |\+)password|passwords?|basic|api[ -]?keys?|oauth ?1(?:\.0a?)?|app passwords?|legacy keys?)\b[^.;]{0,30}\b(?:obsolete|no longer|discontinued|not (?:supported|allowed|available|accepted)(?: any ?more| any longer| for (?:the |this )?(?:api|rest)))/i,
      unless: passing,
      weight: STATED,
    },
    {
      says: /classic (?:personal )?(?:access )?tokens?\b[^.;]{0,30}\b(?:revoked|removed|disabled|deprecated|not supported)|(?:is |are |been )(?:disabled|not supported|not allowed|unavailable)[.;,:]? ?(?:please )?(?:use|create|generate) (?:an? )?(?:personal |api |oauth ?2? )*(?:access |api )?token/i,
      unless: passing,
      weight: STATED,
    },
    {
      says: /use (?:an? )?(?:personal |api |oauth ?2?(?:\.0)? |app(?:lication)?[- ](?:specific )?)*(?:access |api )?(?:token|password)s? instead of (?:an? |the |your )?(?:account )?(?:password|user ?name|basic|api key)|(?:outdated|obsolete) (?:token|key|api key|credential|auth\w*)\b|(?:token|key) (?:format|version|type)[^.;]{0,16}(?:outdated|obsolete|deprecated|no longer)/i,
      unless: passing,
      weight: STATED,
    },
    {
      says: /(?:log-?in|credentials?|passwords?|basic|keys?|auth\w*)\b[^.;]{0,40}\b(?:is|are) not (?:supported|accepted|allowed|available) (?:in|from|with|as of|since) (?:\w+ ){0,2}(?:version |release |v)?\d[\w.]*(?: (?:and|or) (?:later|above|newer|higher))?/i,
      unless: passing,
      weight: STATED,
    },
    {
      says: /legacy (?:auth|token|grant)|\/legacy\/grant-type\/|not supported (?:any ?more|since)|since version|Support for password/i,
      weight: SUGGESTED,
    },
  ],
  examine: (facts, heard) =>
    support([...heard, loginIsGone(facts), hasEnded(facts), hasEndedAsTold(facts)], {
      title: inItsWords(
        `${theServer(facts)} no longer takes ${facts.authorization?.parsed?.scheme === 'basic' ? 'user and password (Basic)' : 'this kind of credential'}`,
        heard,
        facts,
      ),
      explanation:
        'The way in which the request proves who it is was right once and has been switched off. The value may be correct; a new one of the same kind will not help. The service’s notes name the successor, usually an access token with scopes or OAuth.',
      remedies: [
        ...(facts.authorization?.parsed?.scheme === 'bearer'
          ? []
          : [{ id: 'switch-scheme' as const, values: { scheme: 'bearer' } }]),
        { id: 'fill-credentials' },
        { id: 'authorize-again' },
      ],
    }),
});
