import type { Calibration } from './calibration.ts';

/**
 * Written by `npm run bench:diagnosis -- --fit`: fitted to 1266 answers, 130 of them wrong, to failures that no rule
 * had seen.
 */
export const fitted: Calibration = {
  weights: [
    1.1558, // constant
    0.633, // log-odds of the ranking
    -0.245, // log-odds above the runner-up
    0.7073, // proven on the wire
    0.1933, // stated by the server
    0.3263, // more than one piece of evidence
    -1.3812, // unexplained
    -0.8988, // a general cause
  ],
  doubtfulAtMost: 0.89,
};
