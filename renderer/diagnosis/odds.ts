import type { Diagnosis, Finding } from '../../shared/diagnosis/diagnosis.ts';

/** Below this the verdict is "Unexplained". */
export const explainedFrom = 0.3;

/** Whole per cent. Nothing is certain, and what is listed is not ruled out: 1 to 99. */
export const percent = (confidence: number): number =>
  Math.max(1, Math.min(99, Math.round(confidence * 100)));

/** The figure as it is set: "97 %", kept together. */
export const percentWords = (confidence: number): string => `${percent(confidence)}\u00a0%`;

export const oddsWord = (confidence: number): string => {
  const value = percent(confidence);
  if (value >= 95) return 'almost certain';
  if (value >= 80) return 'very likely';
  if (value >= 55) return 'likely';
  return value >= 30 ? 'possible' : 'unlikely';
};

/** The finding that is the verdict, if one is likely enough to be said. */
export const verdictOf = (diagnosis: Diagnosis): Finding | undefined => {
  const [first] = diagnosis.findings;
  return first === undefined || first.cause === 'unexplained' || first.confidence < explainedFrom
    ? undefined
    : first;
};

/** What is listed besides the verdict: other causes that could be, likeliest first. */
export const candidatesOf = (diagnosis: Diagnosis): readonly Finding[] => {
  const verdict = verdictOf(diagnosis);
  return diagnosis.findings.filter((finding) => finding !== verdict && finding.cause !== 'unexplained');
};

/**
 * How often a remedy helps although the cause was another one: most remedies mend more than one. The odds rise by as
 * much as was learnt, and that is little.
 */
const helpsAnyway = 2 / 3;

/** The odds of a cause after its remedy helped (Bayes). */
export const oddsAfterHelp = (confidence: number): number =>
  confidence / (confidence + (1 - confidence) * helpsAnyway);
