import type { Cause } from './causes.ts';
import type { Evidence, Figure, Place, RemedyOffer } from './diagnosis.ts';
import type { Facts } from './facts.ts';

/** A fact with what it weighs for the cause (weights.ts). */
export interface Weighed {
  readonly weight: number;
  readonly evidence: Evidence;
  /** What a provider's table says of it, for the explanation. */
  readonly explanation?: string;
}

/** Words by which servers name a cause. Matched against each statement of the answer; `unless` silences a match. */
export interface Phrase {
  readonly says: RegExp;
  readonly unless?: RegExp;
  readonly weight: number;
}

export interface Support {
  readonly kind: 'support';
  readonly weighed: readonly Weighed[];
  readonly title: string;
  readonly explanation: string;
  readonly remedies: readonly RemedyOffer[];
  readonly figure?: Figure;
}

export interface Exclusion {
  readonly kind: 'ruled-out';
  /** The fact that speaks against it, one sentence without the cause's name. */
  readonly because: string;
}

export type Opinion = Support | Exclusion | undefined;

/** What the rule says of a request that has not left yet. */
export interface Foreseen {
  /** "Expired 4 min 12 s ago: expect a 401". */
  readonly title: string;
  readonly explanation: string;
  readonly evidence: readonly Evidence[];
  readonly remedies: readonly RemedyOffer[];
  readonly figure?: Figure;
  readonly confidence: number;
}

/** One cause, one rule, one file. */
export interface Rule {
  readonly cause: Cause;
  /** Sections that the rule rests on: "RFC 7519 §4.1.4". */
  readonly references: readonly string[];
  /**
   * Causes whose support is no more than this one's own effect: an expired token is also "invalid credentials". Where this
   * one has support of its own it takes the weight out of them.
   */
  readonly explains?: readonly Cause[];
  readonly phrases: readonly Phrase[];
  /** `heard` holds what the phrases and the providers' tables found for this cause. Pure; no rule knows another. */
  examine(facts: Facts, heard: readonly Weighed[]): Opinion;
  foresee?(facts: Facts): readonly Foreseen[];
}

export const defineRule = (rule: Rule): Rule => rule;

export const weigh = (weight: number, text: string, place: Place): Weighed => ({
  weight,
  evidence: { text, place },
});

/** Support from what was gathered; silence where nothing was. */
export const support = (
  weighed: readonly (Weighed | undefined | false)[],
  verdict: Omit<Support, 'kind' | 'weighed'>,
): Opinion => {
  const kept = weighed.filter((item) => item !== undefined && item !== false);
  return kept.some((item) => item.weight > 0) ? { kind: 'support', weighed: kept, ...verdict } : undefined;
};

export const ruledOut = (because: string): Exclusion => ({ kind: 'ruled-out', because });

/** A long name with its middle left out: both ends tell addresses and identifiers apart. */
export const shortened = (text: string, length = 60): string => {
  if (text.length <= length) return text;
  const head = Math.ceil((length - 1) * 0.6);
  return `${text.slice(0, head)}…${text.slice(text.length - (length - 1 - head))}`;
};

/** The server's words, shortened to what a line holds. */
export const quoted = (text: string, length = 110): string => {
  const line = text.replace(/\s{2,}|[^\S ]/g, ' ').trim();
  return `“${line.length > length ? `${line.slice(0, length - 1).trimEnd()}…` : line}”`;
};
