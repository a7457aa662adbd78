import type { Weighed } from './rule.ts';

/** Further facts of one kind say less than the first: they are rarely independent. */
const ECHO = 0.35;
const CEILING = 6.5;

/** The sum of the evidence for one cause, in log-odds. */
export const scoreOf = (weighed: readonly Weighed[]): number => {
  const weights = weighed.map((item) => item.weight);
  const speaksFor = weights.filter((weight) => weight > 0).toSorted((a, b) => b - a);
  const speaksAgainst = weights.filter((weight) => weight < 0).reduce((sum, weight) => sum + weight, 0);
  const [first = 0, ...rest] = speaksFor;
  return Math.min(CEILING, first + rest.reduce((sum, weight) => sum + weight * ECHO, 0)) + speaksAgainst;
};
