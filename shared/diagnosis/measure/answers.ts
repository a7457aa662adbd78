import type { Attempt } from '../../exchange/exchange.ts';
import type { Cause } from '../causes.ts';
import type { Diagnosis } from '../diagnosis.ts';

/** A recorded failure with its true cause, or none where nothing failed for reasons of authentication. */
export interface Case {
  readonly id: string;
  readonly cause: Cause | undefined;
  /** What a fair judge accepts as the first answer as well. */
  readonly alsoAccept: readonly Cause[];
  readonly attempt: Attempt;
}

export interface Answer {
  readonly of: Case;
  readonly diagnosis: Diagnosis;
}

export const accepts = (of: Case, cause: Cause | undefined): boolean =>
  cause !== undefined && (cause === of.cause || of.alsoAccept.includes(cause));

/** The first answer is the cause or one that a fair judge accepts. */
export const isRight = ({ of, diagnosis }: Answer): boolean => accepts(of, diagnosis.findings[0]?.cause);

export const confidenceOf = ({ diagnosis }: Answer): number => diagnosis.findings[0]?.confidence ?? 0;
