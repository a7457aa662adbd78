import type { Weighed } from './rule.ts';

/** Further facts of one kind say less than the first: they are rarely independent. */
const ECHO = 0.35;
const CEILING = 6.5;

/** The sum of the evidence for one cause, in log-odds. */
export const scoreOf = (weighed: readonly Weighed[]): number => {
  let [first, others, against] = [0, 0, 0];
  for (const { weight } of weighed) {
    if (weight < 0) against += weight;
    else if (weight > first) [first, others] = [weight, others + first];
    else others += weight;
  }
  return Math.min(CEILING, first + others * ECHO) + against;
};
