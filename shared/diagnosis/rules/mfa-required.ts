import { authParam, type Challenge } from '../../http-auth/auth.ts';
import type { RemedyOffer } from '../diagnosis.ts';
import { asksSecondFactor } from '../facts/second-factor.ts';
import { responseFieldPlace, responseValue, theServer } from '../facts.ts';
import { inItsWords } from '../heard.ts';
import { defineRule, support, weigh } from '../rule.ts';
import { PROVEN, STATED } from '../weights.ts';

/** What the challenge asks of the login (RFC 9470 §3). */
const stepUpOffer = (challenge: Challenge): readonly RemedyOffer[] => {
  const acrValues = authParam(challenge, 'acr_values');
  const maxAge = authParam(challenge, 'max_age');
  return acrValues === undefined && maxAge === undefined
    ? []
    : [
        {
          id: 'step-up',
          values: {
            ...(acrValues === undefined ? {} : { acrValues }),
            ...(maxAge === undefined ? {} : { maxAge }),
          },
        },
      ];
};

/** A further factor or a stronger login is demanded (RFC 9470). */
export const mfaRequired = defineRule({
  cause: 'mfa-required',
  references: ['RFC 9470 §3'],
  phrases: [
    {
      says: /multi-? ?factor|two-? ?(?:factor|step)|\b2fa\b|\bmfa\b|one-?time[ -]?(?:pass(?:word|code)?|code)|\botp\b|\btotp\b|second factor|step-?up|insufficient_user_authentication|claims challenge|AADSTS5007[469]|AADSTS50074|AADSTS53003|AADSTS50158|interaction_required|verification code|security code|AuthFactor|additional authentication|device (?:is )?not (?:trusted|verified)|SOFTWARE_TOKEN_MFA|authenticator app|application-specific password|app(?:lication)?[- ]password (?:is )?required|InvalidSecondFactor/i,
      unless: /optional|redirect/i,
      weight: STATED,
    },
  ],
  examine(facts, heard) {
    const challenge = facts.challenges.find(
      (seen) =>
        authParam(seen.challenge, 'error') === 'insufficient_user_authentication' ||
        authParam(seen.challenge, 'claims') !== undefined ||
        seen.challenge.scheme === 'otp',
    );
    const otp = responseValue(facts, 'X-GitHub-OTP');
    const factors = asksSecondFactor(facts);
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
        factors !== undefined &&
          weigh(STATED, `The login is answered with ${factors} and without a token`, {
            in: 'body',
            exchange: facts.index,
            side: 'response',
          }),
        otp !== undefined &&
          /required/i.test(otp) &&
          weigh(STATED, `X-GitHub-OTP is ${otp}`, responseFieldPlace(facts, 'X-GitHub-OTP')),
      ],
      {
        title: `${theServer(facts)} wants a further factor, such as a one-time code${inItsWords(heard)}`,
        explanation:
          'User and password, or the token, are right as far as they go; the account or the policy of its organisation demands more: a one-time code, a confirmed device, a login made by a person. Where the client cannot ask for a code, use a way made for programs: an access token, an app password, a service account.',
        remedies: [
          ...(challenge === undefined ? [] : stepUpOffer(challenge.challenge)),
          ...(otp === undefined
            ? []
            : [
                {
                  id: 'add-field' as const,
                  values: { name: 'X-GitHub-OTP', label: 'One-time code' },
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
