import type { Facts } from '../facts.ts';
import { serverCredentials } from '../facts.ts';

/** Keys that name the application, beside the token of its user: `trakt-api-key`, `Ocp-Apim-Subscription-Key`. */
const ofApplication =
  /(?:^|-)(?:subscription|client|app|application|consumer|developer|partner)-?key$|^(?!x-)[a-z]{3,}-api-key$|^app(?:lication)?[-_]?token$/i;

/**
 * Wanted beside what was sent, not in place of it: a key is no signed token and no password, nor are user and password
 * the key that stands in a field of its own.
 */
export const isFurther = (facts: Facts, wanted: string): boolean =>
  (/^authorization$/i.test(wanted) && wantsPerson(facts)) ||
  (ofApplication.test(wanted) && namesPerson(facts)) ||
  (/secret$/i.test(wanted) && serverCredentials(facts).some((one) => one.in === 'authorization')) ||
  (/key$/i.test(wanted) &&
    ((facts.token?.jwt !== undefined && facts.authorization?.parsed?.scheme === 'bearer') ||
      facts.authorization?.parsed?.scheme === 'basic'));

/** Authorization holds a token, or what its own scheme calls a user's. */
const namesPerson = ({ authorization }: Facts): boolean =>
  authorization?.parsed !== undefined &&
  /^(?:bearer|basic|user[-_]?token)$/.test(authorization.parsed.scheme);

/** Only user and password are asked for, which a key in a field of its own is not: both are wanted. */
const wantsPerson = ({ challenges, said, credentials }: Facts): boolean =>
  challenges.every(({ challenge }) => challenge.scheme === 'basic') &&
  (challenges.length > 0 || /\buser(?: ?name)?\b[^.;]{0,16}\bpassword\b/i.test(said)) &&
  credentials.some((one) => one.in === 'field' && /key$/i.test(one.name) && !one.value.includes(':'));
