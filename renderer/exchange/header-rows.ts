import type { Exchange, SentField } from '../../shared/exchange/exchange.ts';
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
  fields: readonly SentField[],
  side: 'request' | 'response',
  located: readonly Located[],
  revealed: boolean,
): readonly HeaderRow[] => {
  const evidence = fieldEvidence(located, side);
  const present = fields.map((field): HeaderRow => {
    const own = evidenceOfField(evidence, fields, field);
    return {
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
    };
  });
  const absent = evidence.flatMap(({ index, place }): readonly HeaderRow[] =>
    place.absent === true
      ? [{ name: place.name, segments: [], provenance: '', absent: true, evidence: [index] }]
      : [],
  );
  return [...present, ...absent];
};

export const headerRows = (
  exchange: Exchange,
  located: readonly Located[],
  revealed: boolean,
): { readonly request: readonly HeaderRow[]; readonly response: readonly HeaderRow[] } => ({
  request: rowsOf(exchange.request.fields, 'request', located, revealed),
  response: rowsOf(responseOf(exchange)?.fields ?? [], 'response', located, revealed),
});
