import { sessionOfAcceptedLogin } from '../facts/handed-cookies.ts';
import { sendsPassword } from '../facts/login-form.ts';
import { statusPlace, theServer } from '../facts.ts';
import { inItsWords, saidOf, statementEvidence } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, STATED, TOLD } from '../weights.ts';

/** The account or key exists and cannot be used: locked, disabled, unverified, not active yet, password to be changed. */
export const accountUnusable = defineRule({
  cause: 'account-unusable',
  references: [],
  explains: [
    'grant-invalid',
    'client-authentication-failed',
    'rate-limited',
    'digest-response-mismatch',
    'nonce-stale',
  ],
  phrases: [
    {
      says: /(?:e-?mail|phone|account|user)[ _-](?:address[ _-])?(?:is[ _-])?(?:not|un)[ _-]?(?:yet[ _-])?(?:been[ _-])?(?:verified|confirmed)|(?:trial|free period|evaluation)(?: period| version)? (?:has |is )?(?:ended|over|expired)|(?:insufficient|no|not enough|out of|negative|zero) (?:account )?(?:balance|credits?)\b|(?:accept|agree to)[^.;]{0,16}\b(?:terms|conditions|agreement|eula|tos)\b|(?:account|application|profile|merchant|developer)\b[^.;]{0,24}\b(?:under review|awaiting approval|on hold|not yet approved|being reviewed)|konto[^.;]{0,30}(?:gesperrt|deaktiviert)|unpaid (?:invoice|bill)/i,
      unless: /scope|access token|api access|not enabled for/i,
      weight: STATED,
    },
    {
      says: /\b(?:account|user|login)\b(?: is| has been| was| does)? not (?:yet )?(?:been )?enabled? (?:to use|for|on|for the use of)\b[^.;]{0,30}\b(?:web ?services?|(?:rest |web |soap )?apis?\b)/i,
      weight: STATED,
    },
    {
      says: /^(?:status|state|account_?status): (?:(?:account|user)_)?(?:locked(?:_out)?|suspended|disabled|deactivated|blocked|banned|unverified|unconfirmed)$/im,
      weight: STATED,
    },
    {
      says: /(?:account|user|profile|login|organi[sz]ation|workspace|customer|project|tenant|subscription|member|consumer)\b[^.;]{0,50}\b(?:is |was |has been |have been |been |temporarily |currently )+(?:lock(?:ed)?|disabled|suspend(?:ed)?|deactivated|inactive|blocked|banned|frozen|terminated|deleted|closed|expired|restricted|not (?:active|activated|verified|confirmed|enabled|approved)|unverified|archived)|(?:locked|disabled|suspended|deactivated|inactive|blocked|unverified|unconfirmed|banned)[ _](?:account|user|login|key|organi[sz]ation)|account[_ ](?:deactivated|suspended|locked|disabled|inactive|not[_ ](?:verified|active|confirmed|found))|user[_ ](?:suspended|disabled|locked|deactivated|inactive|not[_ ](?:confirmed|verified|active))|(?:account|user|identity|principal|login|credential|apikey|key)[.:_-](?:is[._-])?(?:disabled|inactive|locked|suspended|deactivated|blocked|banned|frozen|expired|not[._-](?:active|enabled|confirmed|verified))|lockstatus: lock\b|account_?lock|lockout|locked out/i,
      unless:
        /log-?in (?:has |is )?expired|log-?in (?:is |has been |was )?temporarily|not enabled (?:for|on)|too[ _]many[^.;]{0,40}(?:try[ _](?:again|later)|\d+ (?:min|sec|hour))|(?:try|wait|for) (?:again )?(?:in |after |for )?\d+ (?:min|sec|hour)|resource|file is locked|or (?:the )?user (?:is )?locked|user-?agent|(?:password|basic|key|token)[ -](?:based )?(?:log-?in|auth\w*)|not (?:been )?(?:enabled|approved) (?:for|on|in|to|by)\b/i,
      weight: STATED,
    },
    {
      says: /password (?:has |is |was )?(?:expired|must be changed|needs to be (?:changed|reset))|(?:must|required to|have to|needs? to) (?:change|reset) (?:your |the |their |its )?password|password[_ ](?:expired|reset|change)[_ ]?(?:required)?|(?:e-?mail|phone)[^.;]{0,24}\b(?:not|un)[ -]?(?:been )?(?:verified|confirmed)|(?:verify|confirm|activate) your (?:e-?mail|account)|missing a confirmed e-?mail|(?:api )?key (?:is |has been )?(?:disabled|inactive|deactivated|suspended|not (?:yet )?active)|billing (?:is )?(?:not |hard|disabled|has)|Access to your account has been suspended|insufficient_quota|PasswordResetRequired|UserNotConfirmed|AADSTS5005[357]|AADSTS50055|AADSTS50144|not (?:yet )?(?:been )?activated|pending (?:approval|activation|verification)|account is not (?:yet )?(?:active|ready)|Account not found|trial (?:has )?expired|payment required|deactivated_workspace|account_inactive|Sorry\. Your account/i,
      weight: TOLD,
    },
    {
      says: /\b(?:site|store|shop|tenant|workspace|organi[sz]ation|merchant|company) (?:has been|is|was|is currently) (?:deactivated|suspended|frozen|locked|closed|blocked|terminated)|\byou (?:are|have been|were) (?:permanently |temporarily |currently )?(?:banned|suspended|locked out|deactivated)|(?:awaiting|waiting for|under|pending) (?:[\w ]{0,20})?(?:approval|review|activation|confirmation|moderation)|\bdata (?:532|533|701|773|775)\b|user credentials (?:have|has) expired|trial (?:period )?(?:is |has )?(?:over|ended|expired)|(?:account|user|profile) must (?:first )?be (?:approved|verified|activated|confirmed)|unpaid (?:invoice|bill|balance)|outstanding (?:invoice|balance)|(?:api )?access (?:is |has been |was )?suspended|force_?password_?change|(?:password|initial password)[^.;]{0,12}\bmust be changed|complete (?:your )?(?:account |profile )?(?:set-?up|registration)|(?:phone|identity|e-?mail)[^.;]{0,8} verification (?:is )?(?:required|pending)|\b(?:access|account)\b[^.;]{0,16}\bterminated|change_?password_?required|(?:account|profile|identity|kyc)[^.;]{0,30}\b(?:has |is |have )?(?:not (?:yet )?(?:been )?|in)complet\w*|(?:accept|acknowledge|agree to|consent to|review)[^.;]{0,30}\b(?:terms|conditions|agreement|tos|privacy policy)\b|(?:terms|privacy_?policy|eula|tos)[ _](?:(?:of (?:use|service) )?(?:must be|need to be|have not been|not(?: yet)?)[ _])?accept(?:ed|ance)|(?:account|subscription|invoice|payment)[^.;]{0,20}\b(?:past due|overdue|in arrears)|subscription (?:has |is )?(?:expired|ended|lapsed|cancel)|(?:account|user)[^.;]{0,60}\bhas been deleted/i,
      unless: /too many|\bip\b|address|user-?agent|(?:app|application|client)\b/i,
      weight: STATED,
    },
  ],
  examine: (facts, heard) => {
    const riddle = facts.authorization?.parsed?.scheme === 'basic' ? saidOf(facts, /captcha/i) : undefined;
    return support(
      [
        ...heard,
        riddle !== undefined && {
          weight: TOLD,
          evidence: statementEvidence(facts, riddle.statement, riddle.match[0]),
        },
        sessionOfAcceptedLogin(facts) !== undefined &&
          weigh(AGAINST, 'The login was accepted a moment before', statusPlace(facts)),
        facts.status === 423 &&
          sendsPassword(facts) &&
          weigh(STATED, 'The login is answered 423 Locked', statusPlace(facts)),
      ],
      {
        title: `${theServer(facts)} knows the account or key, and it cannot be used${inItsWords(heard)}`,
        explanation:
          'The credential is recognised; what stands behind it is locked, disabled, not confirmed yet, or its password is over. The same credential will be refused until somebody changes that: by unlocking, verifying, paying, or waiting for the lock to end. Trying again only prolongs a lock.',
        remedies: [{ id: 'report' }, { id: 'fill-credentials' }],
      },
    );
  },
});
