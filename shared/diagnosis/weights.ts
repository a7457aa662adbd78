/**
 * Weights of evidence in units of log-odds: each speaks for (or against) one cause beside the baseline on which
 * nothing is explained. They were set by what kind of fact it is, never by a single case.
 */

/** The bytes themselves leave no other reading: a scheme that stands twice, an `exp` that has passed. */
export const PROVEN = 5;
/** The server names this cause by a code made for it, or in words that allow no other. */
export const STATED = 4;
/** The server's words speak of it, though they could be loose. */
export const TOLD = 3.1;
/** What was sent and what was answered fit this cause better than others. */
export const SUGGESTED = 2.2;
/** A fact that raises the odds and would not do alone. */
export const HINTED = 1.3;
/** Barely more than chance. */
export const FAINT = 0.6;

/** Speaks against. */
export const AGAINST = -2;
/** The wire contradicts it. */
export const REFUTED = -4;

/** What "nothing explains it" weighs before any evidence. */
export const BASELINE = 1;
