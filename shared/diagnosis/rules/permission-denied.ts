import { authParam } from '../../http-auth/auth.ts';
import { comesBack } from '../facts/callback.ts';
import { nothingSent, saysNothingSeen } from '../facts/absence.ts';
import { logsIn } from '../facts/login-form.ts';
import { isPageOfSame } from '../facts/same-listing.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import { inItsWords } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { FAINT, HINTED, STATED, SUGGESTED, TOLD } from '../weights.ts';

/** A login that is asked for once more was not accepted, whatever the page says of the resource. */
const asksBasicAgain = ({ authorization, challenges }: Facts): boolean =>
  authorization?.parsed?.scheme === 'basic' &&
  challenges.some(({ challenge }) => challenge.scheme.toLowerCase() === 'basic');

/** A login that is answered with 401 was not accepted either. */
const refusesLogin = (facts: Facts): boolean =>
  asksBasicAgain(facts) || (logsIn(facts) && facts.authorization === undefined);

/** Identity accepted; role, plan or access to this resource is missing (RFC 9110 §15.5.4). */
export const permissionDenied = defineRule({
  cause: 'permission-denied',
  references: ['RFC 9110 §15.5.4'],
  phrases: [
    {
      says: /(?:access|service|feature|api|product|endpoint|module) (?:is |was )?not (?:enabled|activated|available|included|provisioned) (?:for|on|in|with) (?:this|your|the)\b/i,
      unless: /\bip\b|region|country|expired/i,
      weight: STATED,
    },
    {
      says: /is not authorized to perform|\b(?:is|are) not in (?:your|this|the) (?:team|workspace|organi[sz]ation|project|group)|\b(?:team|workspace|organi[sz]ation|project|member) (?:is )?not authori[sz]ed|(?:do(?:es)?n['’]?t|does not|do not|don't) have (?:the )?(?:required |sufficient |necessary |enough |appropriate |correct )?(?:permissions?|access|rights?|privileges?|authority|roles?)|(?:insufficient|missing|required|necessary|lacks?|without|no)[_ ](?:required |user |sufficient )?(?:permissions?|privileges?|rights?|roles?)\b|(?:permission|access)[_ ]?den(?:y\b|ied)|AccessDenied(?:Exception)?|(?:requires?|needs?|must (?:be|have))[^.;]{0,30}\b(?:admin(?:istrator)?|owner|role|permission|privilege)|PERMISSION_DENIED|not (?:a )?(?:registered|member|collaborator|owner)|not allowed to (?:access|perform|view|use|do|create|delete|update|read|call)|only (?:admins?|administrators|owners|members)|not (?:have access|entitled|permitted|authori[sz]ed) to|security_exception|AuthorizationFailed|(?:plan|subscription|tier|licen[cs]e)[^.;]{0,40}(?:does not|not include|upgrade|required|access)|consumer isn['’]t authorized|not registered in|User cannot access|cannot (?:list|get|create|delete|update|patch|watch) resource|insufficient_permissions|access to[^.]{0,50}(?:is )?(?:denied|forbidden|disabled|restricted)|has not (?:been )?(?:enabled|used)|AADSTS50105|AADSTS50158/i,
      unless: /\bip\b|scope|token does not have|PUBLIC_KEY|invalid pve|csrf|proxy|cache[ _]access[ _]denied/i,
      weight: TOLD,
    },
    {
      says: /not available (?:under|in|on|with|for) your (?:current )?[\w ]{0,20}(?:subscription|plan|tier|licen[cs]e|account|package)|(?:only )?available (?:on|in|with|to|for) (?:the |our )?[\w ]{0,20}(?:plan|tier|edition|subscribers|customers|members)\b|(?:access|api|feature|service|module|product|endpoint|function)\b[^.;]{0,20}\b(?:is |has |was )?not (?:been )?(?:yet )?(?:enabled|activated|available|included|purchased|licensed)[^.;]{0,12}\b(?:for|on|in|to|by) (?:this|your|the)\b|not been granted access to (?:this|the)|(?:requires?|needs?)[^.;]{0,20}\b(?:separate|paid|premium|active|valid|higher|enterprise|pro) [\w ]{0,12}(?:subscription|plan|licen[cs]e|tier)|no (?:active |valid )?licen[cs]e\b|(?:role|right|privilege|clearance|access level)s?\b[^.;]{0,16}\b(?:is |are )?(?:not (?:sufficient|enough|high enough)|too low|insufficient)|explicit deny|(?:belongs? to|owned by) (?:an)?other (?:user|account|team|organi[sz]ation|tenant|customer)|not in (?:the )?(?:required |right |allowed )?(?:group|role|corporation|team|guild|channel)\b|RBAC: access denied|no authori[sz]ation (?:to|for) |not (?:part of|included in|covered by) your (?:current )?(?:subscription|plan|licen[cs]e|package)|upgrade to (?:the |a |our )?[\w ]{0,12}(?:pro|premium|plus|business|enterprise|paid|plan|tier)\b|(?:blocked|denied|restricted) by (?:\w+ )?(?:organi[sz]ation|company|tenant|admin\w*|workspace)?[\w' ]{0,8}polic(?:y|ies)|private beta|not (?:been )?shared with you|not assigned to (?:this|the) (?:app\w*|role|project)|(?:account|user|you) (?:is|are) not (?:authori[sz]ed|allowed|permitted|entitled) to (?:use|access|sign in to|log in to) (?:this|the) (?:app\w*|site|service)|\b(?:role|user|you|account) (?:\w+ )?(?:may|can|could|must) ?not (?:access|view|read|write|use|do|perform|create|change|update|delete|modify|list|manage)|read-?only user|user is read-?only/i,
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
            ? 'The server knows who asks and does not allow it'
            : `${theServer(facts)} accepts who asks; the right is missing${inItsWords(heard)}`,
        explanation:
          'The server does not dispute who you are. The account, role or plan behind the credential may not do this, or not with this resource. Another token for the same account changes nothing; somebody with more rights has to grant it, or the request is meant for another resource.',
        remedies: [{ id: 'fill-credentials' }, { id: 'report' }],
      },
    );
  },
});
