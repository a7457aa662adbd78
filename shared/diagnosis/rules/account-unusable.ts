import { anyOf } from '../any-of.ts';
import { sessionOfAcceptedLogin } from '../facts/handed-cookies.ts';
import { sendsPassword } from '../facts/login-form.ts';
import type { Facts } from '../facts.ts';
import { statusPlace, theServer } from '../facts.ts';
import { saidOf, statementEvidence } from '../heard.ts';
import { inItsWords } from '../in-its-words.ts';
import type { Weighed } from '../rule.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { AGAINST, STATED, TOLD } from '../weights.ts';

/** What servers say of an account or key that they know, and what it then is. */
const states: readonly (readonly [says: RegExp, state: string])[] = [
  [
    /password[^.;]{0,40}(?:expire|change|reset|over|must)|(?:change|reset)[^.;]{0,20}password/i,
    'needs a new password',
  ],
  [
    /quota|credits?\b|balance|billing|payment|funds|past[ _-]due|arrears|usage limit/i,
    'has nothing left to spend',
  ],
  [
    /not[ _-]?(?:yet[ _-])?(?:active|activated)(?: yet)?\b.{0,60}(?:yet|hour|minute|soon)|pending|not yet/i,
    'is not active yet',
  ],
  [
    /(?:un|not[ _-]?(?:yet[ _-])?(?:been[ _-])?)(?:verified|confirmed)|(?:verify|confirm) your/i,
    'is not confirmed yet',
  ],
  [/lock(?:ed|out)|gesperrt/i, 'is locked'],
  [/approv|pending/i, 'awaits approval'],
  [/trial|evaluation|free period/i, 'has outlived its trial'],
  [/suspend|banned|frozen/i, 'is suspended'],
  [/disabled|deactivated|inactive|blocked|closed|terminated|not active/i, 'is switched off'],
];

const titleOf = (facts: Facts, heard: readonly Weighed[]): string => {
  const words = heard.map(({ evidence }) => evidence.text).join('\n');
  const known = `${theServer(facts)} knows the ${/\bkey\b/i.test(words) ? 'key' : 'account'}, which`;
  const verdict = `${known} cannot be used`;
  const worded = inItsWords(verdict, heard, facts);
  const state = worded === verdict ? states.find(([says]) => says.test(words))?.[1] : undefined;
  return state === undefined ? worded : `${known} ${state}`;
};

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
      says: anyOf({
        EMAIL_NOT_VERIFIED:
          /(?:e-?mail|phone|account|user)[ _-](?:address[ _-])?(?:is[ _-])?(?:not|un)[ _-]?(?:yet[ _-])?(?:been[ _-])?(?:verified|confirmed)/i,
        'Trial ended':
          /(?:trial|free period|evaluation)(?: period| version)? (?:has |is )?(?:ended|over|expired)/i,
        'Insufficient balance':
          /(?:insufficient|no|not enough|out of|negative|zero) (?:account )?(?:balance|credits?)\b/i,
        'User must accept the terms':
          /(?:accept|agree to)[^.;]{0,16}\b(?:terms|conditions|agreement|eula|tos)\b/i,
        'Your developer account is under review':
          /(?:account|application|profile|merchant|developer)\b[^.;]{0,24}\b(?:under review|awaiting approval|on hold|not yet approved|being reviewed)/i,
        'konto gesperrt': /konto[^.;]{0,30}(?:gesperrt|deaktiviert)/i,
        'Account suspended due to unpaid invoices': /unpaid (?:invoice|bill)/i,
      }),
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
      says: anyOf({
        'user is blocked':
          /(?:account|user|profile|login|organi[sz]ation|workspace|customer|project|tenant|subscription|member|consumer)\b[^.;]{0,50}\b(?:is |was |has been |have been |been |temporarily |currently )+(?:lock(?:ed)?|disabled|suspend(?:ed)?|deactivated|inactive|blocked|banned|frozen|terminated|deleted|closed|expired|restricted|not (?:active|activated|verified|confirmed|enabled|approved)|unverified|archived)/i,
        banned_users:
          /(?:locked|disabled|suspended|deactivated|inactive|blocked|unverified|unconfirmed|banned)[ _](?:account|user|login|key|organi[sz]ation)/i,
        'Account disabled':
          /account[_ ](?:deactivated|suspended|locked|disabled|inactive|not[_ ](?:verified|active|confirmed|found))/i,
        user_inactive:
          /user[_ ](?:suspended|disabled|locked|deactivated|inactive|not[_ ](?:confirmed|verified|active))/i,
        login_blocked:
          /(?:account|user|identity|principal|login|credential|apikey|key)[.:_-](?:is[._-])?(?:disabled|inactive|locked|suspended|deactivated|blocked|banned|frozen|expired|not[._-](?:active|enabled|confirmed|verified))/i,
        'lockstatus: lock': /lockstatus: lock\b/i,
        account_lock: /account_?lock/i,
        lockout: /lockout/i,
        'Account locked out': /locked out/i,
      }),
      unless: anyOf({
        'login has expired': /log-?in (?:has |is )?expired/i,
        'login temporarily': /log-?in (?:is |has been |was )?temporarily/i,
        'service not enabled for this key': /not enabled (?:for|on)/i,
        'Too many requests, please try again later.':
          /too[ _]many[^.;]{0,40}(?:try[ _](?:again|later)|\d+ (?:min|sec|hour))/i,
        'Please wait 60 seconds before trying again':
          /(?:try|wait|for) (?:again )?(?:in |after |for )?\d+ (?:min|sec|hour)/i,
        resource_missing: /resource/i,
        'file is locked': /file is locked/i,
        'or user locked': /or (?:the )?user (?:is )?locked/i,
        'User-Agent header zorunludur': /user-?agent/i,
        'CORS requires basic auth': /(?:password|basic|key|token)[ -](?:based )?(?:log-?in|auth\w*)/i,
        'API access is not enabled for your account':
          /not (?:been )?(?:enabled|approved) (?:for|on|in|to|by)\b/i,
      }),
      weight: STATED,
    },
    {
      says: anyOf({
        'Password expired':
          /password (?:has |is |was )?(?:expired|must be changed|needs to be (?:changed|reset))/i,
        'User is required to change their password.':
          /(?:must|required to|have to|needs? to) (?:change|reset) (?:your |the |their |its )?password/i,
        password_change: /password[_ ](?:expired|reset|change)[_ ]?(?:required)?/i,
        'Email not verified':
          /(?:e-?mail|phone)[^.;]{0,24}\b(?:not|un)[ -]?(?:been )?(?:verified|confirmed)/i,
        'verify your email': /(?:verify|confirm|activate) your (?:e-?mail|account)/i,
        'missing a confirmed email': /missing a confirmed e-?mail/i,
        'API key is not active':
          /(?:api )?key (?:is |has been )?(?:disabled|inactive|deactivated|suspended|not (?:yet )?active)/i,
        'billing is disabled': /billing (?:is )?(?:not |hard|disabled|has)/i,
        'API access blocked.': /\bapi access (?:is |has been |was )?(?:blocked|deactivated)\b/i,
        'Access to your account has been suspended': /Access to your account has been suspended/i,
        insufficient_quota: /insufficient_quota/i,
        PasswordResetRequired: /PasswordResetRequired/i,
        UserNotConfirmed: /UserNotConfirmed/i,
        AADSTS50053: /AADSTS5005[357]/i,
        AADSTS50055: /AADSTS50055/i,
        AADSTS50144: /AADSTS50144/i,
        'Key not activated yet': /not (?:yet )?(?:been )?activated/i,
        'Account pending approval': /pending (?:approval|activation|verification)/i,
        'account is not active': /account is not (?:yet )?(?:active|ready)/i,
        'Account not found': /Account not found/i,
        'trial expired': /trial (?:has )?expired/i,
        'Payment Required': /payment required/i,
        deactivated_workspace: /deactivated_workspace/i,
        account_inactive: /account_inactive/i,
        'Sorry. Your account was suspended.': /Sorry\. Your account/i,
      }),
      weight: TOLD,
    },
    {
      says: anyOf({
        'This store has been suspended':
          /\b(?:site|store|shop|tenant|workspace|organi[sz]ation|merchant|company) (?:has been|is|was|is currently) (?:deactivated|suspended|frozen|locked|closed|blocked|terminated)/i,
        'You have been locked out':
          /\byou (?:are|have been|were) (?:permanently |temporarily |currently )?(?:banned|suspended|locked out|deactivated)/i,
        'Account pending approval':
          /(?:awaiting|waiting for|under|pending) (?:[\w ]{0,20})?(?:approval|review|activation|confirmation|moderation)/i,
        'data 533': /\bdata (?:532|533|701|773|775)\b/i,
        'user credentials have expired': /user credentials (?:have|has) expired/i,
        'Trial ended': /trial (?:period )?(?:is |has )?(?:over|ended|expired)/i,
        'account must be approved':
          /(?:account|user|profile) must (?:first )?be (?:approved|verified|activated|confirmed)/i,
        'Account suspended due to unpaid invoices': /unpaid (?:invoice|bill|balance)/i,
        'outstanding invoice': /outstanding (?:invoice|balance)/i,
        'access suspended': /(?:api )?access (?:is |has been |was )?suspended/i,
        force_password_change: /force_?password_?change/i,
        'password must be changed': /(?:password|initial password)[^.;]{0,12}\bmust be changed/i,
        'complete your account setup': /complete (?:your )?(?:account |profile )?(?:set-?up|registration)/i,
        'identity verification is required':
          /(?:phone|identity|e-?mail)[^.;]{0,8} verification (?:is )?(?:required|pending)/i,
        'access terminated': /\b(?:access|account)\b[^.;]{0,16}\bterminated/i,
        change_password_required: /change_?password_?required/i,
        'account is not complete':
          /(?:account|profile|identity|kyc)[^.;]{0,30}\b(?:has |is |have )?(?:not (?:yet )?(?:been )?|in)complet\w*/i,
        'User must accept the terms':
          /(?:accept|acknowledge|agree to|consent to|review)[^.;]{0,30}\b(?:terms|conditions|agreement|tos|privacy policy)\b/i,
        EULA_ACCEPTANCE:
          /(?:terms|privacy_?policy|eula|tos)[ _](?:(?:of (?:use|service) )?(?:must be|need to be|have not been|not(?: yet)?)[ _])?accept(?:ed|ance)/i,
        'account past due':
          /(?:account|subscription|invoice|payment)[^.;]{0,20}\b(?:past due|overdue|in arrears)/i,
        'subscription has expired': /subscription (?:has |is )?(?:expired|ended|lapsed|cancel)/i,
        'account has been deleted': /(?:account|user)[^.;]{0,60}\bhas been deleted/i,
      }),
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
        title: titleOf(facts, heard),
        explanation:
          'The credential is recognised; what stands behind it is locked, disabled, not confirmed yet, or its password is over. The same credential will be refused until somebody changes that: by unlocking, verifying, paying, or waiting for the lock to end. Trying again only prolongs a lock.',
        remedies: [{ id: 'report' }, { id: 'fill-credentials' }],
      },
    );
  },
});
