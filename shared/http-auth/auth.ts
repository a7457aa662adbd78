/** The shapes of RFC 9110 §11: challenges and credentials. Offsets count code units of the field value, end exclusive. */

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface AuthParam {
  /** Lower case. */
  readonly name: string;
  /** As it was spelled. */
  readonly spelled: string;
  /** Without quotes and escapes. */
  readonly value: string;
  readonly quoted: boolean;
  readonly span: Span;
}

export interface Challenge {
  /** Lower case. */
  readonly scheme: string;
  /** As it was spelled. */
  readonly spelled: string;
  readonly token68?: string;
  readonly params: readonly AuthParam[];
  readonly span: Span;
}

export interface AuthProblem {
  readonly at: number;
  /** What the grammar wanted there, for a person. */
  readonly expected: string;
}

/** What could be read and what was wrong; never thrown. */
export interface ParsedChallenges {
  readonly challenges: readonly Challenge[];
  readonly problems: readonly AuthProblem[];
}

/** An Authorization or Proxy-Authorization value. `scheme` is empty where none could be read. */
export interface Credentials {
  readonly scheme: string;
  readonly spelled: string;
  readonly token68?: string;
  /** All that follows the scheme, trimmed. */
  readonly rest: string;
  readonly restSpan: Span;
  readonly params: readonly AuthParam[];
  readonly problems: readonly AuthProblem[];
}

export const authParam = (of: { readonly params: readonly AuthParam[] }, name: string): string | undefined =>
  of.params.find((param) => param.name === name.toLowerCase())?.value;
