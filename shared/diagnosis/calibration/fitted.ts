import type { Calibration } from './calibration.ts';

/**
 * Written by `npm run bench:diagnosis -- --fit`: fitted to 662 answers, 58 of them wrong, to failures that no rule
 * had seen.
 */
export const fitted: Calibration = {
  weights: [
    1.3401, // constant
    0.5495, // log-odds of the ranking
    -0.2519, // log-odds above the runner-up
    0.775, // proven on the wire
    0.276, // stated by the server
    0.2516, // more than one piece of evidence
    -1.0804, // unexplained
    -0.9303, // a general cause
  ],
  doubtfulAtMost: 0.89,
};
