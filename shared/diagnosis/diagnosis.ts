import type { Span } from '../http-auth/auth.ts';
import type { RemedyId } from '../remedies/remedy-ids.ts';
import type { Cause } from './causes.ts';

/**
 * Where a fact was seen. The window marks the place, `--json` prints it as a pointer, tests assert it.
 * `exchange` is an index into `Attempt.exchanges`.
 */
export type Place =
  | { readonly in: 'url'; readonly exchange: number; readonly span?: Span }
  | {
      readonly in: 'field';
      readonly exchange: number;
      readonly side: 'request' | 'response';
      readonly name: string;
      /** Which of several fields of that name, from 0. */
      readonly nth?: number;
      /** Within the field's value; the whole value where absent. */
      readonly span?: Span;
      /** A claim of the token that stands at `span`. */
      readonly claim?: string;
      /** The field is not there, and that is the fact. */
      readonly absent?: true;
    }
  | { readonly in: 'status'; readonly exchange: number }
  | {
      readonly in: 'body';
      readonly exchange: number;
      readonly side: 'request' | 'response';
      /** Within the decoded text. */
      readonly span?: Span;
    }
  | { readonly in: 'connection'; readonly exchange: number }
  | { readonly in: 'timing'; readonly exchange: number }
  /** Found out by an experiment on the exchange: "Without credentials". */
  | { readonly in: 'experiment'; readonly exchange: number; readonly name: string };

export interface Evidence {
  /** One fact in one line: "The token's exp is 12:00:03". */
  readonly text: string;
  readonly place: Place;
  /** Log-odds that it adds for the finding's cause (weights.ts). */
  readonly weight?: number;
}

/** One small drawing that proves the cause at a glance. Times are epoch seconds. */
export type Figure =
  | { readonly kind: 'lifetime'; readonly issued?: number; readonly ended: number; readonly sent: number }
  | { readonly kind: 'clocks'; readonly client: number; readonly server: number }
  | { readonly kind: 'schemes'; readonly sent: string; readonly challenged: readonly string[] }
  | { readonly kind: 'values'; readonly label: string; readonly got: string; readonly wanted: string };

export interface Finding {
  readonly cause: Cause;
  /** A probability. */
  readonly confidence: number;
  /** The verdict: one sentence with the figures that prove it, no full stop. */
  readonly title: string;
  /** A paragraph that teaches. */
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  /** In order of promise. */
  readonly remedies: readonly RemedyOffer[];
  readonly figure?: Figure;
}

/** A remedy a finding suggests; what it would change is planned in shared/remedies. `values` are the rule's own figures. */
export interface RemedyOffer {
  readonly id: RemedyId;
  readonly values?: Readonly<Record<string, string>>;
}

export interface RuledOut {
  readonly cause: Cause;
  /** The fact that speaks against it, one sentence. */
  readonly because: string;
}

export interface Diagnosis {
  /** Index of the exchange that is explained; findings are empty where nothing failed for reasons of authentication. */
  readonly exchange: number;
  readonly failed: boolean;
  /** In order of rank. Never empty when `failed`: at least `unexplained`. */
  readonly findings: readonly Finding[];
  readonly ruledOut: readonly RuledOut[];
}
