import type { Cause } from '../../shared/diagnosis/causes.ts';
import type { Diagnosis } from '../../shared/diagnosis/diagnosis.ts';

/** The odds of one cause before the experiments and after them; probabilities. */
export interface MovedCause {
  readonly cause: Cause;
  readonly before: number;
  readonly after: number;
  readonly ruledOut: boolean;
}

const oddsIn = (diagnosis: Diagnosis, cause: Cause): number =>
  diagnosis.findings.find((finding) => finding.cause === cause)?.confidence ?? 0;

/** Causes that are or were on the list, the likeliest now first. */
export const movedCauses = (before: Diagnosis, after: Diagnosis): readonly MovedCause[] => {
  const causes = [...new Set([...after.findings, ...before.findings].map(({ cause }) => cause))];
  return causes
    .map((cause) => ({
      cause,
      before: oddsIn(before, cause),
      after: oddsIn(after, cause),
      ruledOut: after.ruledOut.some((gone) => gone.cause === cause),
    }))
    .toSorted((a, b) => b.after - a.after || b.before - a.before);
};
