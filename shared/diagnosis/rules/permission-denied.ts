import { anyOf } from '../any-of.ts';
import { authParam } from '../../http-auth/auth.ts';
import { comesBack } from '../facts/callback.ts';
import { nothingSent, saysNothingSeen } from '../facts/absence.ts';
import { logsIn } from '../facts/login-form.ts';
import { isPageOfSame } from '../facts/same-listing.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { callInWords } from '../facts/call-in-words.ts';

/** A login that is asked for once more was not accepted, whatever the page says of the resource. */
const asksBasicAgain = ({ authorization, challenges }: Facts): boolean =>
  authorization?.parsed?.scheme === 'basic' &&
  challenges.some(({ challenge }) => challenge.scheme.toLowerCase() === 'basic');

/** What IIS and the login of App Service write to everybody whose login did not pass, whatever they may do. */
const pageOfLogin = /^you do not have permission to view this directory or page\b[^.]*\.?$/i;

/** A login that is answered with 401 was not accepted either. */
const refusesLogin = (facts: Facts): boolean =>
  asksBasicAgain(facts) ||
  (logsIn(facts) && facts.authorization === undefined) ||
  (facts.challenges.length > 0 && pageOfLogin.test(facts.bodyText.trim()));

/** Identity accepted; role, plan or access to this resource is missing (RFC 9110 §15.5.4). */
export const permissionDenied = defineRule({
  cause: 'permission-denied',
  references: ['RFC 9110 §15.5.4'],
  phrases: [
    {
      says: /\b(?:key|token|account|project|app(?:lication)?|organi[sz]ation|workspace)\b[^.;]{0,12}\b(?:is |was )?not (?:enabled|activated|subscribed|entitled|provisioned) (?:for|to (?:use|call|access)) (?:the |this |that )?[\w -]{0,24}\b(?:api|endpoint|service|product|feature|module)\b/i,
      unless: /\bip\b|region|country|expired/i,
      weight: TOLD,
    },
    {
      says: /(?:access|service|feature|api|product|endpoint|module) (?:is |was )?not (?:enabled|activated|available|included|provisioned) (?:for|on|in|with) (?:this|your|the)\b/i,
      unless: /\bip\b|region|country|expired/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'is not authorized to perform': /is not authorized to perform/i,
        'This user is not in your organization':
          /\b(?:is|are) not in (?:your|this|the) (?:team|workspace|organi[sz]ation|project|group)/i,
        'Team not authorized':
          /\b(?:team|workspace|organi[sz]ation|project|member) (?:is )?not authori[sz]ed/i,
        'User does not have access to this project':
          /(?:do(?:es)?n['’]?t|does not|do not|don't) have (?:the )?(?:required |sufficient |necessary |enough |appropriate |correct )?(?:permissions?|access|rights?|privileges?|authority|roles?)/i,
        NO_PERMISSION:
          /(?:insufficient|missing|required|necessary|lacks?|without|no)[_ ](?:required |user |sufficient )?(?:permissions?|privileges?|rights?|roles?)\b/i,
        AccessDenied: /(?:permission|access)[_ ]?den(?:y\b|ied)/i,
        accessDenied: /AccessDenied(?:Exception)?/i,
        'Missing required role: admin':
          /(?:requires?|needs?|must (?:be|have))[^.;]{0,30}\b(?:admin(?:istrator)?|owner|role|permission|privilege)/i,
        PERMISSION_DENIED: /PERMISSION_DENIED/i,
        'Not registered to plan': /not (?:a )?(?:registered|member|collaborator|owner)/i,
        'You are not allowed to view this report':
          /not allowed to (?:access|perform|view|use|do|create|delete|update|read|call)/i,
        'Only admins can perform this action.': /only (?:admins?|administrators|owners|members)/i,
        "You're not authorized to use (/form-id)": /not (?:have access|entitled|permitted|authori[sz]ed) to/i,
        security_exception: /security_exception/i,
        AuthorizationFailed: /AuthorizationFailed/i,
        'Your plan does not include API access':
          /(?:plan|subscription|tier|licen[cs]e)[^.;]{0,40}(?:does not|not include|upgrade|required|access)/i,
        "consumer isn't authorized": /consumer isn['’]t authorized/i,
        'not registered in': /not registered in/i,
        'User cannot access': /User cannot access/i,
        'Sorry, you cannot list resources.': /cannot (?:list|get|create|delete|update|patch|watch) resource/i,
        'forbidden.insufficient_permissions': /insufficient_permissions/i,
        'Access to requested resource is denied.':
          /access to[^.]{0,50}(?:is )?(?:denied|forbidden|disabled|restricted)/i,
        'has not been used': /has not (?:been )?(?:enabled|used)/i,
        AADSTS50105: /AADSTS50105/i,
        AADSTS50158: /AADSTS50158/i,
      }),
      unless: /\bip\b|scope|token does not have|PUBLIC_KEY|invalid pve|csrf|proxy|cache[ _]access[ _]denied/i,
      weight: TOLD,
    },
    {
      says: anyOf({
        'not available on your current plan':
          /not available (?:under|in|on|with|for) your (?:current )?[\w ]{0,20}(?:subscription|plan|tier|licen[cs]e|account|package)/i,
        'only available on the enterprise plan':
          /(?:only )?available (?:on|in|with|to|for) (?:the |our )?[\w ]{0,20}(?:plan|tier|edition|subscribers|customers|members)\b/i,
        'service not enabled for this key':
          /(?:access|api|feature|service|module|product|endpoint|function)\b[^.;]{0,20}\b(?:is |has |was )?not (?:been )?(?:yet )?(?:enabled|activated|available|included|purchased|licensed)[^.;]{0,12}\b(?:for|on|in|to|by) (?:this|your|the)\b/i,
        'not been granted access to this': /not been granted access to (?:this|the)/i,
        'requires a separate subscription':
          /(?:requires?|needs?)[^.;]{0,20}\b(?:separate|paid|premium|active|valid|higher|enterprise|pro) [\w ]{0,12}(?:subscription|plan|licen[cs]e|tier)/i,
        'no active licence': /no (?:active |valid )?licen[cs]e\b/i,
        'role is not sufficient':
          /(?:role|right|privilege|clearance|access level)s?\b[^.;]{0,16}\b(?:is |are )?(?:not (?:sufficient|enough|high enough)|too low|insufficient)/i,
        'explicit deny': /explicit deny/i,
        'belongs to another user':
          /(?:belongs? to|owned by) (?:an)?other (?:user|account|team|organi[sz]ation|tenant|customer)/i,
        'Character not in corporation':
          /not in (?:the )?(?:required |right |allowed )?(?:group|role|corporation|team|guild|channel)\b/i,
        'RBAC: access denied': /RBAC: access denied/i,
        'no authorization for this': /no authori[sz]ation (?:to|for) /i,
        'not part of your subscription':
          /not (?:part of|included in|covered by) your (?:current )?(?:subscription|plan|licen[cs]e|package)/i,
        'upgrade to pro':
          /upgrade to (?:the |a |our )?[\w ]{0,12}(?:pro|premium|plus|business|enterprise|paid|plan|tier)\b/i,
        'Blocked by application access policy':
          /(?:blocked|denied|restricted) by (?:\w+ )?(?:organi[sz]ation|company|tenant|admin\w*|workspace)?[\w' ]{0,8}polic(?:y|ies)/i,
        'private beta': /private beta/i,
        'not shared with you': /not (?:been )?shared with you/i,
        'not assigned to this app': /not assigned to (?:this|the) (?:app\w*|role|project)/i,
        'account is not authorized to use this application':
          /(?:account|user|you) (?:is|are) not (?:authori[sz]ed|allowed|permitted|entitled) to (?:use|access|sign in to|log in to) (?:this|the) (?:app\w*|site|service)/i,
        'Sorry, you cannot list resources.':
          /\b(?:role|user|you|account) (?:\w+ )?(?:may|can|could|must) ?not (?:access|view|read|write|use|do|perform|create|change|update|delete|modify|list|manage)/i,
        'read-only user': /read-?only user/i,
        'user is read-only': /user is read-?only/i,
      }),
      unless: /\bip\b|scope|token|key\b|csrf|proxy|list of|white-?list/i,
      weight: STATED,
    },
    {
      says: /\bforbidden\b|not authori[sz]ed|not permitted|unauthori[sz]ed (?:access|resource)|operation not allowed|no access/i,
      weight: HINTED,
    },
  ],
  examine(facts, heard) {
    // Who is not seen is not known either.
    const nothing = (nothingSent(facts) && !comesBack(facts)) || saysNothingSeen(facts) !== undefined;
    // Nor is who is just logging in.
    const stranger = facts.status === 403 && logsIn(facts) && facts.authorization === undefined;
    const before = facts.earlier.findLast(
      (one) =>
        one.accepted &&
        one.sameOrigin &&
        one.sameCredential &&
        one.exchange.request.url !== facts.exchange.request.url &&
        !isPageOfSame(one.exchange.request.url, facts.exchange.request.url),
    );
    const silent =
      !/credential|token|key|password|csrf|nonce|login|expired|sign(?:ature)?\b|session|otp|one-time/i.test(
        facts.said,
      ) && facts.challenges.every(({ challenge }) => challenge.params.every(({ name }) => name !== 'error'));
    const ticket = facts.challenges.find(
      ({ challenge }) => challenge.scheme === 'uma' && authParam(challenge, 'ticket') !== undefined,
    );
    const stated = heard.some(({ weight }) => weight >= TOLD);
    if (facts.tokenRequest && heard.length === 0) return undefined;
    return support(
      [
        ...heard.map((item) =>
          nothing ||
          (stranger && item.weight <= HINTED) ||
          (facts.status === 401 && item.weight <= (refusesLogin(facts) ? TOLD : HINTED))
            ? { ...item, weight: item.weight / (logsIn(facts) ? 3 : 2) }
            : item,
        ),
        ticket !== undefined &&
          !nothing &&
          weigh(
            STATED,
            'The challenge hands out a ticket with which to ask for the permission (UMA 2.0 Grant §3.2)',
            ticket.place,
          ),
        facts.status === 403 &&
          weigh(
            nothing || stranger || (!silent && !stated) ? FAINT : SUGGESTED,
            'The status is 403: the identity is known and not allowed',
            statusPlace(facts),
          ),
        facts.status === 403 &&
          !nothing &&
          !stranger &&
          heard.length > 0 &&
          weigh(HINTED, 'A credential was sent', facts.credentials[0]?.place ?? statusPlace(facts)),
        before !== undefined &&
          silent &&
          facts.challenges.length === 0 &&
          (facts.status === 401 || facts.status === 403) &&
          weigh(SUGGESTED + HINTED, 'The same credential was accepted for another address of this host', {
            in: 'status',
            exchange: before.index,
          }),
      ],
      {
        title:
          facts.status === 403 && heard.length === 0
            ? `${theServer(facts)} knows who asks and does not allow ${callInWords(facts)}`
            : inItsWords(`${theServer(facts)} knows who asks; the right is missing`, heard, facts),
        explanation:
          'The server does not dispute who you are. The account, role or plan behind the credential may not do this, or not with this resource. Another token for the same account changes nothing; somebody with more rights has to grant it, or the request is meant for another resource.',
        remedies: [{ id: 'report' }, { id: 'fill-credentials' }],
      },
    );
  },
});
