import type { Draft } from '../workspace/draft.ts';
import type { DifferenceKind } from './kinds.ts';
import type { ShownValue } from './shown-value.ts';

/** One thing in which the request that fails differs from one that works, by its meaning. */
export interface Difference {
  /** The same for the same two requests: "cookie session". */
  readonly id: string;
  readonly kind: DifferenceKind;
  /** "Cookie session", "Authorization scheme". */
  readonly name: string;
  /** What fails has; absent where it has none. */
  readonly mine: ShownValue | undefined;
  /** What works has. */
  readonly theirs: ShownValue | undefined;
  /** What the difference is in, where it has an inside: the claims of two tokens. */
  readonly details?: readonly { readonly name: string; readonly mine: string; readonly theirs: string }[];
  /** The request that fails, with this one thing as in the one that works; absent where it cannot be taken over. */
  apply?(draft: Draft): Draft;
}

/** With how likely it matters for the diagnosis at hand. */
export interface RankedDifference extends Difference {
  readonly matters: number;
  readonly why: string;
}
