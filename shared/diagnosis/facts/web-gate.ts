import { hostnameIn } from '../../exchange/url.ts';
import type { Facts } from '../facts.ts';
import { hostOf } from '../facts.ts';

/** Where the web gateways of companies have their people sign in, whatever these called. */
const gate =
  /(?:^|\.)(?:zscaler\w*\.(?:net|com)|zscloud\.net|goskope\.com|ibosscloud\.com|threatpulse\.com)$/i;

/** The call of another host was led to the sign-in of a company's gateway: the server itself has not seen it. */
export const ledToGate = (facts: Facts): boolean => {
  const from = hostnameIn(facts.hops[0]?.note.from ?? '');
  return gate.test(hostOf(facts)) && from !== undefined && !gate.test(from);
};
