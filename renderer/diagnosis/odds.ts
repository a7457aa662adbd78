import type { Diagnosis, Finding } from '../../shared/diagnosis/diagnosis.ts';
import { POSSIBLE } from '../../shared/diagnosis/words.ts';

/** The finding that is the verdict, if one is likely enough to be said. */
export const verdictOf = (diagnosis: Diagnosis): Finding | undefined => {
  const [first] = diagnosis.findings;
  return first === undefined || first.cause === 'unexplained' || first.confidence < POSSIBLE
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
