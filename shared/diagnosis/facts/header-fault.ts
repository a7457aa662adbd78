import type { Place } from '../diagnosis.ts';
import type { SentCredential } from './sent-credentials.ts';

export type HeaderFaultKind =
  | 'scheme-doubled'
  | 'scheme-missing'
  | 'scheme-misspelled'
  | 'scheme-punctuated'
  | 'scheme-in-key'
  | 'field-name'
  | 'address'
  | 'plus-lost'
  | 'space-missing'
  | 'spaces-several'
  | 'quoted'
  | 'wrapped'
  | 'name-in-value'
  | 'line-break'
  | 'escape-sequence'
  | 'percent-encoded'
  | 'sign-behind'
  | 'white-space'
  | 'invisible'
  | 'not-ascii'
  | 'encoded-again'
  | 'basic-not-base64'
  | 'basic-not-encoded'
  | 'basic-without-colon'
  | 'basic-with-line-break'
  | 'basic-quoted'
  | 'basic-spaced'
  | 'basic-scheme-inside'
  | 'basic-encoded-twice'
  | 'pair-malformed';

/** A place at which a credential breaks the grammar of its field or parameter. */
export interface HeaderFault {
  readonly kind: HeaderFaultKind;
  readonly name: string;
  readonly place: Place;
  /** The fact in a few words: `the scheme stands twice`. */
  readonly fact: string;
  /** The whole value as it was probably meant; absent where nobody can tell, or where it stands in no field. */
  readonly repaired?: string;
}

/** A fault with its place narrowed to what was written. */
export const found = (
  credential: SentCredential,
  kind: HeaderFaultKind,
  fact: string,
  written: string,
  repaired?: string,
): HeaderFault => {
  const { place, value, name } = credential;
  const start = written === '' ? -1 : value.indexOf(written);
  const narrowed =
    start < 0 || place.in !== 'field' ? place : { ...place, span: { start, end: start + written.length } };
  return {
    kind,
    name,
    place: narrowed,
    fact,
    ...(repaired === undefined || place.in !== 'field' ? {} : { repaired }),
  };
};

/** Schemes that carry one token behind a space (RFC 6750 §2.1 and its kin). */
export const tokenSchemes = /^(bearer|token|jwt|dpop|bot|apikey|oauth|key)$/;
