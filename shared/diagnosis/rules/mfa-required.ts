import { anyOf } from '../any-of.ts';
import { authParam, type Challenge } from '../../http-auth/auth.ts';
import { durationInWords } from '../durations.ts';
import type { RemedyOffer } from '../diagnosis.ts';
import {
  asksSecondFactor,
  fieldAsksFactor,
  leadsToFactor,
  toldWhereCodeWent,
  usesHalfLogin,
} from '../facts/second-factor.ts';
import { responseFieldPlace, responseValue, theServer } from '../facts.ts';
import { claimsChallengeIn, type ClaimsChallenge } from '../facts/claims-challenge.ts';
import { inItsWords } from '../in-its-words.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED, TOLD } from '../weights.ts';

/** What the challenge asks of the login (RFC 9470 §3), or of the claims of its token. */
const stepUpOffer = (
  challenge: Challenge | undefined,
  wanted: ClaimsChallenge | undefined,
): readonly RemedyOffer[] => {
  const acrValues = challenge === undefined ? undefined : authParam(challenge, 'acr_values');
  const maxAge = challenge === undefined ? undefined : authParam(challenge, 'max_age');
  return acrValues === undefined && maxAge === undefined && wanted === undefined
    ? []
    : [
        {
          id: 'step-up',
          values: {
            ...(acrValues === undefined ? {} : { acrValues }),
            ...(maxAge === undefined ? {} : { maxAge }),
            ...(wanted === undefined ? {} : { claims: wanted.claims }),
          },
        },
      ];
};

/** The login that is wanted, to end a sentence with; nothing where the challenge leaves it open. */
const wantedLogin = (
  challenge: Challenge | undefined,
  wanted: ClaimsChallenge | undefined,
): string | undefined => {
  const levels =
    (challenge === undefined ? undefined : authParam(challenge, 'acr_values')) ?? wanted?.levels.join(' ');
  const age = challenge === undefined ? undefined : authParam(challenge, 'max_age');
  if (age !== undefined && /^\d+$/.test(age))
    return Number(age) === 0
      ? 'a login made just now'
      : `a login no older than ${durationInWords(Number(age))}`;
  return levels === undefined || levels === '' ? undefined : `a login of the level ${levels}`;
};

/** A further factor or a stronger login is demanded (RFC 9470). */
export const mfaRequired = defineRule({
  cause: 'mfa-required',
  references: ['RFC 9470 §3'],
  explains: [
    'required-header-missing',
    'grant-invalid',
    'consent-missing',
    'credentials-missing',
    'scheme-mismatch',
    'account-unusable',
    'scope-insufficient',
  ],
  phrases: [
    {
      says: /\bapp(?:lication)?[- ]specific password|\bapp(?:lication)? password (?:is )?(?:required|needed|necessary)|(?:use|create|generate|need) an? app(?:lication)?[- ]?(?:specific )?password/i,
      weight: STATED,
    },
    {
      says: anyOf({
        'The PSU must be re-authenticated': /\b(?:must|needs? to|has to|have to) be re-?authenticated\b/i,
        'UK.OBIE.Reauthenticate': /\.reauthenticate$/i,
        'sudo mode required':
          /(?:re-?authenticat\w*|recent (?:authentication|log-?in|sign-?in)|fresh (?:log-?in|authentication|session)|sudo mode|elevated (?:session|authentication))[^.;]{0,16}\b(?:required|needed|necessary)/i,
        'This action requires recent authentication':
          /requires? (?:a |an )?(?:recent|fresh|re-?|stronger|elevated|higher)[ -]?(?:authentication|log-?in|sign-?in|authentication level|assurance)/i,
        CREDENTIAL_TOO_OLD: /CREDENTIAL_TOO_OLD/i,
        'requires-recent-login': /requires-recent-login/i,
        insufficient_acr: /insufficient[_ ](?:acr|loa|authentication[_ ](?:level|context|strength))/i,
        'A higher level of assurance is required':
          /(?:acr|authentication context|level of assurance|assurance level|authentication strength)[^.;]{0,30}\b(?:insufficient|too low|not (?:met|satisfied|sufficient)|required)/i,
        'Security key required': /(?:hardware|security) key (?:is )?(?:required|needed)/i,
        'webauthn required': /webauthn (?:required|challenge)/i,
        'passkey required': /passkey required/i,
      }),
      weight: STATED,
    },
    {
      says: anyOf({
        'Multi-factor authentication required': /multi-? ?factor/i,
        'Two factor required.': /two-? ?(?:factor|step)/i,
        '2fa': /\b2fa\b/i,
        'mfa-required': /\bmfa\b/i,
        'Please provide the one-time code': /one-?time[ -]?(?:pass(?:word|code)?|code)/i,
        otp: /\botp\b/i,
        totp: /\btotp\b/i,
        'second factor': /second (?:authentication )?factor/i,
        'step up': /step[-_ ]?up/i,
        '2-step verification': /2-?step/i,
        second_factor: /second_factor/i,
        insufficient_user_authentication: /insufficient_user_authentication/i,
        'claims challenge': /claims challenge/i,
        AADSTS50074: /AADSTS5007[469]/i,
        'AADSTS50074: strong authentication': /AADSTS50074/i,
        AADSTS50158: /AADSTS50158/i,
        interaction_required: /interaction_required/i,
        'Failed to verify code verifier': /verif(?:y|ication)[_ ]code/i,
        'security code': /security code/i,
        AuthFactorTokenRequired: /AuthFactor/i,
        'additional authentication': /additional authentication/i,
        'device not trusted': /device[_ ](?:is )?not[_ ](?:trusted|verified)/i,
        SOFTWARE_TOKEN_MFA: /SOFTWARE_TOKEN_MFA/i,
        'authenticator app': /authenticator app/i,
        'application-specific password': /application-specific password/i,
        'app password required': /app(?:lication)?[- ]password (?:is )?required/i,
        InvalidSecondFactor: /InvalidSecondFactor/i,
      }),
      unless: /optional|redirect|consent|code verifier|TokenIssuedBefore|TokenCreatedWith|LocationCondition/i,
      weight: STATED,
    },
    {
      says: /(?:enviad[oa]|enviamos|envi[oó]|inviato|envoy[eé]|gesendet|geschickt|отправ\p{L}+|wys[lł]a\p{L}+|trimis|送信|送り|发送|발송|전송|gönder\p{L}+)[^.;。]{0,60}(?:\bc[oó]d(?:ig[oe]|ice|e)\b|\bcode\b|код|\bkod\p{L}*|コード|코드|인증번호|验证码)|(?:\bc[oó]d(?:ig[oe]|ice|e)\b|\bcode\b|код|\bkod\p{L}*|コード|코드|인증번호|验证码)[^.;。]{0,60}(?:enviad[oa]|inviato|envoy[eé]|gesendet|geschickt|отправ\p{L}+|wys[lł]a\p{L}+|trimis|送信|送り|发送|발송|전송|gönder\p{L}+)/iu,
      unless: /\b(?:status|error|country|postal) code/i,
      weight: STATED,
    },
    {
      says: /(?:n[ií]vel|nivel|niveau|livello|poziom|уровень|nível)\b[^.;]{0,30}\b(?:de )?(?:autentica\p{L}+|authentifi\p{L}+|autenticaci\p{L}+|authentisierung|uwierzyteln\p{L}+|аутентификации|garantie|assurance|confian[cç]a|vertrauen\p{L}*|prata|ouro)|(?:autentica\p{L}+|authentifi\p{L}+|аутентификаци\p{L}+)[^.;]{0,24}(?:de |di |du )?(?:n[ií]vel|nivel|niveau|livello|уровня)|\b(?:assurance|authentication|verification|identity) level\b[^.;]{0,30}\b(?:too low|insufficient|not (?:sufficient|high)|required|higher)/iu,
      weight: STATED,
    },
    {
      says: anyOf({
        'tfa required': /\btfa[-_ ]?(?:required|code|token|enabled)/i,
        two_factor_required: /two_?factor/i,
        twofa: /two[_-]?fa(?![a-z])/i,
        webauthn: /(?<![a-z])webauthn/i,
        passkey: /passkey/i,
        challenge_required: /challenge_required/i,
        checkpoint_required: /checkpoint_(?:\w+_)?required/i,
        verification_required: /(?<!mail[_ ]|phone[_ ]|identity[_ ])(?<![a-z])verification_required/i,
        'confirm password to continue': /confirm (?:your )?password to continue/i,
        'code has been sent': /\bcode (?:was |has been |is )?sent\b/i,
        confirm_password: /confirm_password/i,
        're-enter your password': /re-?enter your password/i,
        sudo_required: /sudo_required/i,
        'higher authentication': /higher (?:level of )?authentication/i,
        'authentication level': /authentication level/i,
        acr_insufficient: /acr_insufficient/i,
        device_verification: /device_verification/i,
        '6-digit code': /\d-digit (?:\w+ )?(?:code|pin)\b/i,
        'enter the code that was sent':
          /(?:enter|provide|confirm|check)[^.;]{0,30}\bcode\b[^.;]{0,30}\b(?:sent|texted|e-?mailed|sms|phone|mail|app|device)\b/i,
        'confirm this sign-in by':
          /(?:confirm|approve|verify) (?:this |the |your )?(?:log-?in|sign-?in)\b[^.;]{0,30}\b(?:by|on|in|via|with)\b/i,
        'new device': /new device/i,
        'unrecognised device': /unrecogni[sz]ed device/i,
        're-authenticate to continue': /re-?authenticate to continue/i,
        'recent login required': /recent (?:log-?in|authentication) (?:is )?required/i,
        'This action requires recent authentication': /requires? (?:a )?recent (?:log-?in|authentication)/i,
        aal2: /\baal2\b/i,
      }),
      unless: /optional|redirect|re-?authenticate your app|token|session (?:has )?expired/i,
      weight: TOLD,
    },
  ],
  examine(facts, heard) {
    const challenge = facts.challenges.find(
      (seen) =>
        authParam(seen.challenge, 'error') === 'insufficient_user_authentication' ||
        (facts.token !== undefined &&
          authParam(seen.challenge, 'error') === undefined &&
          authParam(seen.challenge, 'acr_values') !== undefined) ||
        seen.challenge.scheme === 'otp',
    );
    const claims = claimsChallengeIn(facts.challenges);
    // Claims that only want a younger token, or one from here, are answered by any login.
    const wanted =
      claims === undefined ||
      (claims.levels.length === 0 && (claims.issuedAfter ?? claims.address) !== undefined)
        ? undefined
        : claims;
    const login = wantedLogin(challenge?.challenge, wanted);
    const otp = fieldAsksFactor(facts);
    const factors = asksSecondFactor(facts);
    const sentTo = toldWhereCodeWent(facts);
    const page = leadsToFactor(facts);
    const half = usesHalfLogin(facts);
    return support(
      [
        ...heard,
        challenge !== undefined &&
          weigh(
            PROVEN,
            challenge.challenge.scheme === 'otp'
              ? 'The challenge asks for OTP, a one-time password'
              : 'The challenge asks for a stronger login',
            challenge.place,
          ),
        sentTo !== undefined &&
          weigh(TOLD, `The login is answered with ${sentTo}: where the code went`, {
            in: 'body',
            exchange: facts.index,
            side: 'response',
          }),
        half !== undefined &&
          weigh(
            PROVEN,
            `The login was answered with ${half.member}: what it handed out is for the next step and opens nothing yet`,
            { in: 'body', exchange: half.index, side: 'response' },
          ),
        page !== undefined &&
          weigh(STATED, `The login is led on to ${page}`, responseFieldPlace(facts, 'Location')),
        factors !== undefined &&
          weigh(STATED, `The login is answered with ${factors} and without a token`, {
            in: 'body',
            exchange: facts.index,
            side: 'response',
          }),
        wanted !== undefined &&
          weigh(
            PROVEN,
            `The challenge’s claims ask for ${login ?? 'a login that proves more'}`,
            wanted.place,
          ),
        otp !== undefined &&
          weigh(STATED, `${otp} is ${responseValue(facts, otp) ?? ''}`, responseFieldPlace(facts, otp)),
      ],
      {
        title:
          login === undefined
            ? inItsWords(`${theServer(facts)} wants a further factor, such as a one-time code`, heard, facts)
            : `${theServer(facts)} wants ${login}, and the token comes of another`,
        explanation:
          'User and password, or the token, are right as far as they go; the account or the policy of its organisation demands more: a one-time code, a confirmed device, a login made by a person. Where the client cannot ask for a code, use a way made for programs: an access token, an app password, a service account.',
        remedies: [
          ...stepUpOffer(challenge?.challenge, wanted),
          ...(otp === undefined
            ? []
            : [
                {
                  id: 'add-field' as const,
                  values: { name: otp, label: 'One-time code' },
                },
              ]),
          { id: 'authorize-again' },
          { id: 'fill-credentials' },
          { id: 'report' },
        ],
      },
    );
  },
});
