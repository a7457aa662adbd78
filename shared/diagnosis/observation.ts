import type { Cause } from './causes.ts';
import type { RemedyOffer } from './diagnosis.ts';

/**
 * What an experiment found out about one cause. It did not come with the answer and so is independent of what the
 * rules saw: its weight (log-odds beside "nothing explains it") adds to theirs in full.
 */
export interface Observation {
  readonly cause: Cause;
  readonly weight: number;
  /** One fact in one line: "Without credentials the answer is the same". */
  readonly text: string;
  /** The experiment, as a place: "Without credentials". */
  readonly experiment: string;
  /** In the rule's place where the rule has nothing to say. */
  readonly verdict?: {
    readonly title: string;
    readonly explanation: string;
    readonly remedies: readonly RemedyOffer[];
  };
}
