import { isRecord } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';
import { factsOf, responseValue } from '../facts.ts';
import { logsIn, sendsPassword, showsPassword } from './login-form.ts';

const factor = '(?:mfa|otp|totp|tfa|tsv|two_?factor|2_?fa|second_?factor|two_?step)';

/** Members under which a login's answer lists the further factors that it wants, or says that it wants one. */
const factors = new RegExp(
  `^(?:(?:is|requires?|needs?)_?)?(?:${factor}|verification)(?:_?auth(?:entication)?|_?verification)?_?(?:state|options|methods|types|required|needed|token|details|info|providers\\d?|enabled)?$`,
  'i',
);
/** Members that name the next step of a login, and the step that is one. */
const steps = /^(?:status|state|code|result|step|next_?step|challenge_?name|type|action)$/i;
const step = new RegExp(`(?:^|_)${factor}(?:_|$)|(?:code|otp)_?sent$`, 'i');
/** Members that tell in words, and words that ask for a further factor. */
const tells = /^(?:description|message|msg|detail|details|error|reason|info|text)$/i;
const asks =
  /\b(?:enter|provide|supply|submit|send|type in|need(?:s|ed)?|requires?|required|missing|expect(?:s|ed)?)\b.{0,30}\b(?:otp|totp|2fa|mfa|one[- ]time|two[- ]factor|authenticator|verification code)\b|\b(?:otp|totp|2fa|mfa|one[- ]time (?:password|code)|two[- ]factor (?:code|token)|verification code)\b.{0,20}\b(?:needed|required|missing|expected)\b/i;
/** What a login gives once it is done. */
const granted = /^(?:access_?token|id_?token|jwt|token|session(?:_?(?:id|token))?|authentication_?result)$/i;

const isGiven = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== false && value !== '' && value !== 0;

const isDone = (value: Readonly<Record<string, unknown>>): boolean =>
  Object.entries(value).some(([name, member]) => granted.test(name) && isGiven(member));

/** A login that is answered with success, no token and what further factor it wants; the name of that member. */
export const asksSecondFactor = (facts: Facts): string | undefined => {
  const value = answerToLogin(facts);
  if (value === undefined || facts.status === undefined || facts.status >= 500) return undefined;
  const members = Object.entries(value);
  // A challenge comes with a session of its own, which opens nothing yet.
  const named = members.find(
    ([name, member]) => steps.test(name) && typeof member === 'string' && step.test(member),
  );
  if (named !== undefined) return named[0];
  if (isDone(value)) return undefined;
  return (members.find(([name, member]) => factors.test(name) && isGiven(member)) ??
    members.find(
      ([name, member]) =>
        tells.test(name) && typeof member === 'string' && member.length <= 120 && asks.test(member),
    ))?.[0];
};

/** A telephone number or mail address of which most is hidden: where a code was sent. */
const hidden = /^\+?[\d() -]*[x*•.]{3,}[\d() -]*$|^[^\s@]*(?:\*{2,}|•{2,}|\.{3})[^\s@]*@\S+$/i;

/** A field of the answer that asks: `X-GitHub-OTP: required; app`; or that hands out what a second proof is to be given for. */
export const fieldAsksFactor = (facts: Facts): string | undefined =>
  facts.response?.fields.find(
    ({ name, value }) =>
      (/(?:^|-)(?:otp|totp|mfa|2fa|two-?factor)(?:-|$)/i.test(name) &&
        /required|needed|rejected|pending/i.test(value)) ||
      /(?:^|-)(?:otp|totp|mfa|2fa|two-?factor)-(?:approval|challenge|ticket)$/i.test(name),
  )?.name;

/** The member of a refused login's answer that says to which telephone or mailbox a code went. */
export const toldWhereCodeWent = (facts: Facts): string | undefined => {
  const value = answerToLogin(facts);
  return value === undefined || isDone(value)
    ? undefined
    : Object.entries(value).find(
        ([name, member]) =>
          /phone|mobile|e?_?mail|destination|sent_?to|target/i.test(name) &&
          typeof member === 'string' &&
          hidden.test(member),
      )?.[0];
};

/** The page for the further factor, as sites call it. That a mail address is to be verified is another matter. */
const factorPage =
  /(?:^|[/_.-])(?:mfa|2fa|tfa|otp|totp|two[_-]?(?:factor|step)|second[_-]?(?:factor|step)|one[_-]?time[_-]?\w+|security\/(?:verify|challenge|code)|verify[_-]?(?:code|otp|log-?in|identity|device)|challenge|checkpoint|authenticator|duo|webauthn)(?:[/_.?-]|$)/i;

/** A login is led on to the page of a further factor: the path of that page. */
export const leadsToFactor = (facts: Facts): string | undefined => {
  const location = responseValue(facts, 'Location');
  if (location === undefined || !logsIn(facts)) return undefined;
  const path = URL.parse(location, facts.exchange.request.url)?.pathname ?? '';
  return factorPage.test(path) && !/e-?mail|captcha/i.test(path) ? path : undefined;
};

/** A token or cookie, longer than what stands in answers by chance. */
const TELLING = 16;

/** The login before asked for a further factor, and what it handed out for that step is used as if it were the whole. */
export const usesHalfLogin = (
  facts: Facts,
): { readonly index: number; readonly member: string } | undefined => {
  const sent = facts.credentials.map(({ value, parsed }) => parsed?.rest ?? value);
  if (!sent.some(({ length }) => length >= TELLING)) return undefined;
  for (const { index, kept } of facts.earlier.toReversed()) {
    if (!showsPassword(kept.form)) continue;
    const login = factsOf(facts.attempt, index);
    const member = login === undefined ? undefined : asksSecondFactor(login);
    if (login === undefined || member === undefined) continue;
    const handed = [login.bodyText, ...(login.response?.fields ?? []).map(({ value }) => value)];
    if (sent.some((value) => value.length >= TELLING && handed.some((text) => text.includes(value))))
      return { index, member };
  }
  return undefined;
};

const answerToLogin = (facts: Facts): Readonly<Record<string, unknown>> | undefined => {
  const value = facts.body.kind === 'json' ? facts.body.value : undefined;
  if (!isRecord(value) || !sendsPassword(facts)) return undefined;
  // `{"data": {…}}`: the answer stands one level down.
  const inner = value['data'] ?? value['result'] ?? value['response'];
  return isRecord(inner) ? { ...value, ...inner } : value;
};
