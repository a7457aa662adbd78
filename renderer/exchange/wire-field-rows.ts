import type { Exchange, SentField } from '../../shared/exchange/exchange.ts';
import { secretSpans, showsTail } from '../../shared/exchange/redact.ts';
import { evidenceOfField, marksOf, type FieldPlace, type Located } from './evidence-places.ts';
import { cut, visible } from './segments.ts';
import { tokenLens } from './token-lens.ts';
import type { HeadLine } from './wire-head.ts';
import type { Direction, LineRow, WireRow } from './wire-row.ts';

interface HeadContext {
  readonly exchange: Exchange;
  readonly revealed: boolean;
  readonly issuer?: string;
}

const unique = (indexes: readonly number[]): readonly number[] =>
  [...new Set(indexes)].toSorted((a, b) => a - b);

/** One field as it stands in a head. */
const fieldRow = (
  direction: Direction,
  line: HeadLine,
  field: SentField,
  evidence: readonly Located<FieldPlace>[],
  revealed: boolean,
): LineRow => {
  const colonAt = line.text.indexOf(':');
  const provenance = field.origin?.note;
  // What is drawn is the line's own text: a folded field's value goes on in the lines below.
  const value = line.text.slice(line.valueAt);
  const drawn = { name: field.name, value };
  return {
    kind: 'line',
    direction,
    name: visible(line.text.slice(0, colonAt)),
    colon: line.text.slice(colonAt, line.valueAt),
    segments: cut(
      value,
      revealed ? [] : secretSpans(drawn),
      marksOf(evidence, field.value),
      showsTail(drawn),
    ),
    ...(provenance === undefined ? {} : { provenance }),
    evidence: unique(evidence.filter(({ place }) => place.claim === undefined).map(({ index }) => index)),
  };
};

/** A line that is not the start of a field: what continues a secret is a secret. */
export const looseRow = (direction: Direction, line: HeadLine, hidden: boolean): LineRow => ({
  kind: 'line',
  direction,
  segments: cut(line.text, hidden ? [{ start: 0, end: line.text.length }] : [], [], false),
  evidence: [],
});

/** Slots for fields whose absence is evidence. */
export const absentRows = (direction: Direction, all: readonly Located<FieldPlace>[]): readonly WireRow[] => {
  const absent = all.filter(({ place }) => place.absent === true);
  return unique(absent.map(({ index }) => index)).length === 0
    ? []
    : [...Map.groupBy(absent, ({ place }) => place.name.toLowerCase()).values()].map((group) => ({
        kind: 'absent' as const,
        direction,
        name: group[0]?.place.name ?? '',
        words: direction === '>' ? 'not sent' : 'not in the answer',
        evidence: unique(group.map(({ index }) => index)),
      }));
};

/** The lines of a head below its start line, each token with what it says. */
export const headRows = (
  direction: Direction,
  lines: readonly HeadLine[],
  fields: readonly SentField[],
  all: readonly Located<FieldPlace>[],
  { revealed, exchange, issuer }: HeadContext,
): readonly WireRow[] => {
  let secretAbove = false;
  return lines.flatMap((line): readonly WireRow[] => {
    const field = line.field === undefined ? undefined : fields[line.field];
    if (field === undefined) return [looseRow(direction, line, !revealed && line.folded && secretAbove)];
    secretAbove = secretSpans(field).length > 0;
    const own = evidenceOfField(all, fields, field);
    const row = fieldRow(direction, line, field, own, revealed);
    const lens = direction === '>' ? tokenLens(field, exchange, own, issuer) : undefined;
    if (lens === undefined) return [{ ...row, evidence: unique(own.map(({ index }) => index)) }];
    const inLens = lens.rows.flatMap((claim) => claim.evidence);
    const onLine = own.map(({ index }) => index).filter((index) => !inLens.includes(index));
    return [
      { ...row, evidence: unique(onLine) },
      { kind: 'lens', lens, evidence: unique(inLens) },
    ];
  });
};

/** A field where no raw line was kept: interim answers, trailers, answers that broke off. */
export const plainFieldRow = (direction: Direction, field: SentField, revealed: boolean): LineRow =>
  fieldRow(
    direction,
    { text: `${field.name}: ${field.value}`, field: 0, valueAt: field.name.length + 2, folded: false },
    field,
    [],
    revealed,
  );

/** A line of bytes that could not be read as an answer. What looks like a field is masked like one. */
export const unreadRow = (text: string, revealed: boolean): LineRow => {
  const [, name, value = ''] = /^([^\s:]+):[ \t]*(.*)$/.exec(text) ?? [];
  return name === undefined
    ? looseRow('<', { text, valueAt: 0, folded: false }, false)
    : plainFieldRow('<', { name, value }, revealed);
};
