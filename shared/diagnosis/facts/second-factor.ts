import { isRecord } from '../../exchange/json.ts';
import type { Facts } from '../facts.ts';
import { sendsPassword } from './login-form.ts';

/** Members under which a login's answer lists the further factors that it wants. */
const factors =
  /^(?:mfa|otp|totp|two_?factor|2fa|second_?factor|verification)_?(?:options|methods|types|required|token|details|providers)$/i;

const isGiven = (value: unknown): boolean =>
  Array.isArray(value)
    ? value.length > 0
    : value !== null && value !== undefined && value !== false && value !== '';

/** A login that is answered with success, no token and a list of further factors; the name of that list. */
export const asksSecondFactor = (facts: Facts): string | undefined => {
  const value = facts.body.kind === 'json' ? facts.body.value : undefined;
  if (facts.status !== 200 || !isRecord(value) || !sendsPassword(facts)) return undefined;
  const granted = Object.entries(value).some(
    ([name, member]) => /^(?:access_?token|token|session(?:_?id)?)$/i.test(name) && isGiven(member),
  );
  return granted
    ? undefined
    : Object.entries(value).find(([name, member]) => factors.test(name) && isGiven(member))?.[0];
};
