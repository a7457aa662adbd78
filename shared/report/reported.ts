import type { Diagnosis } from '../diagnosis/diagnosis.ts';
import type { Attempt } from '../exchange/exchange.ts';

/** What a report tells. */
export interface Reported {
  readonly attempt: Attempt;
  readonly diagnosis: Diagnosis;
  readonly version: string;
  /** Epoch milliseconds at which it is written. */
  readonly nowMs: number;
  readonly experiments?: readonly ReportedExperiment[];
}

/** One experiment and what it said. */
export interface ReportedExperiment {
  /** "Without credentials". */
  readonly changed: string;
  /** "401, no error". */
  readonly answer: string;
  /** "The server reads the credential". */
  readonly says: string;
}
