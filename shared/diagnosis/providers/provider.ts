import type { Cause } from '../causes.ts';

/** One observation of a provider that is known to mean one cause. All conditions that are given must hold. */
export interface Sign {
  readonly cause: Cause;
  readonly weight: number;
  /** Codes, compared whole and without case. */
  readonly code?: readonly string[];
  /** Words in what the server said; a line is "member: text". */
  readonly says?: RegExp;
  readonly status?: readonly number[];
  /** One of the lines "place name: value" of the credentials sent, place being authorization, field, query, cookie. */
  readonly sent?: RegExp;
  /** None of those lines. */
  readonly notSent?: RegExp;
  readonly path?: RegExp;
  /** What it means, one or two sentences. */
  readonly explanation: string;
}

/** A server, product or service: how it is recognised and what its answers mean. Data, no logic. */
export interface Provider {
  readonly id: string;
  readonly name: string;
  /** Recognised by any of these. Host name without port. */
  readonly hosts?: RegExp;
  /** Fields of the answer: name, and value where the name alone says too little. */
  readonly fields?: readonly (readonly [RegExp, RegExp?])[];
  /** "scheme realm" of a challenge. */
  readonly challenge?: RegExp;
  readonly body?: RegExp;
  /** Where its errors are documented. */
  readonly source: string;
  readonly signs: readonly Sign[];
}

export const defineProvider = (provider: Provider): Provider => provider;
