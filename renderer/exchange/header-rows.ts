import type { Exchange, SentField, SentRequest } from '../../shared/exchange/exchange.ts';
import { responseOf } from '../../shared/exchange/exchange.ts';
import { secretSpans, showsTail } from '../../shared/exchange/redact.ts';
import { evidenceOfField, fieldEvidence, marksOf, type Located } from './evidence-places.ts';
import { cut, type Segment } from './segments.ts';

/** One field line of a message, for the table. */
export interface HeaderRow {
  readonly name: string;
  readonly segments: readonly Segment[];
  readonly provenance: string;
  readonly absent: boolean;
  readonly evidence: readonly number[];
}

const rowsOf = (
  { fields, trailers = [] }: Pick<SentRequest, 'fields' | 'trailers'>,
  side: 'request' | 'response',
  located: readonly Located[],
  revealed: boolean,
): readonly HeaderRow[] => {
  const evidence = fieldEvidence(located, side);
  const row = (field: SentField, own: ReturnType<typeof evidenceOfField>): HeaderRow => ({
    name: field.name,
    segments: cut(
      field.value,
      revealed ? [] : secretSpans(field),
      marksOf(own, field.value),
      showsTail(field),
    ),
    provenance: field.origin?.note ?? '',
    absent: false,
    evidence: own.map(({ index }) => index),
  });
  const present = fields.map((field) => row(field, evidenceOfField(evidence, fields, field)));
  const behind = trailers.map((field) => {
    const plain = row(field, []);
    return plain.provenance === '' ? { ...plain, provenance: 'after the body' } : plain;
  });
  const absent = evidence.flatMap(({ index, place }): readonly HeaderRow[] =>
    place.absent === true
      ? [{ name: place.name, segments: [], provenance: '', absent: true, evidence: [index] }]
      : [],
  );
  return [...present, ...behind, ...absent];
};

export const headerRows = (
  exchange: Exchange,
  located: readonly Located[],
  revealed: boolean,
): { readonly request: readonly HeaderRow[]; readonly response: readonly HeaderRow[] } => ({
  request: rowsOf(exchange.request, 'request', located, revealed),
  response: rowsOf(responseOf(exchange) ?? { fields: [] }, 'response', located, revealed),
});
