import type { Field } from '../../shared/exchange/exchange.ts';
import { fieldsNamed, sameName } from '../../shared/exchange/fields.ts';
import type { Evidence, Place } from '../../shared/diagnosis/diagnosis.ts';
import type { Mark } from './segments.ts';

/** One piece of evidence with its index in the finding; people see the index plus one. */
export interface Located<P extends Place = Place> {
  readonly index: number;
  readonly place: P;
}

export type FieldPlace = Extract<Place, { in: 'field' }>;
export type BodyPlace = Extract<Place, { in: 'body' }>;

/** The evidence that was seen in one exchange of the attempt. */
export const evidenceIn = (evidence: readonly Evidence[], exchange: number): readonly Located[] =>
  evidence.flatMap(({ place }, index) => (place.exchange === exchange ? [{ index, place }] : []));

export const fieldEvidence = (
  located: readonly Located[],
  side: 'request' | 'response',
): readonly Located<FieldPlace>[] =>
  located.flatMap(({ index, place }) =>
    place.in === 'field' && place.side === side ? [{ index, place }] : [],
  );

export const bodyEvidence = (
  located: readonly Located[],
  side: 'request' | 'response',
): readonly Located<BodyPlace>[] =>
  located.flatMap(({ index, place }) =>
    place.in === 'body' && place.side === side ? [{ index, place }] : [],
  );

/** Indexes of the evidence that lies in one of these places. */
export const indexesIn = (located: readonly Located[], kind: Place['in']): readonly number[] =>
  located.flatMap(({ index, place }) => (place.in === kind ? [index] : []));

/** Evidence that points at one of several fields of a name points at that one, else at the first. */
export const evidenceOfField = (
  all: readonly Located<FieldPlace>[],
  fields: readonly Field[],
  field: Field,
): readonly Located<FieldPlace>[] => {
  const nth = fieldsNamed(fields, field.name).indexOf(field);
  return all.filter(
    ({ place }) => place.absent !== true && sameName(place.name, field.name) && (place.nth ?? 0) === nth,
  );
};

/** The bytes of a value that its evidence marks; all of them where it names none. */
export const marksOf = (evidence: readonly Located<FieldPlace>[], value: string): readonly Mark[] =>
  evidence.map(({ index, place }) => ({
    evidence: index,
    span: place.span ?? { start: 0, end: value.length },
  }));
