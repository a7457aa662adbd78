import type { Facts } from '../facts.ts';
import { saysNothingSeen } from './absence.ts';
import { acceptedAnywhere } from './accepted-before.ts';
import { namesGateway } from './software.ts';

/** The scheme in small letters where the application saw none: many look for the word with its capital. */
export const inSmallLetters = (facts: Facts): string | undefined => {
  const { scheme = '', spelled } = facts.authorization?.parsed ?? {};
  return /^(?:bearer|token|basic)$/.test(scheme) &&
    spelled === scheme &&
    facts.challenges.length === 0 &&
    namesGateway(facts) === undefined &&
    acceptedAnywhere(facts) === undefined &&
    saysNothingSeen(facts) !== undefined
    ? spelled
    : undefined;
};
