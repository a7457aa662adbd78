import type { Exchange, Field, ReceivedResponse, SentField } from '../../shared/exchange/exchange.ts';
import { fieldsNamed, sameName } from '../../shared/exchange/fields.ts';
import { secretSpans, showsTail, urlSpans } from '../../shared/exchange/redact.ts';
import type { Span } from '../../shared/http-auth/auth.ts';
import { bodyRows } from './body-rows.ts';
import { bodyEvidence, fieldEvidence, indexesIn, type FieldPlace, type Located } from './evidence-places.ts';
import { durationWords } from './measures.ts';
import { cut, visible, type Mark, type Segment } from './segments.ts';
import { tokenLens, type Lens } from './token-lens.ts';
import { isHttp1, sentNote, versionName } from './connection-words.ts';
import { linesOfFields, linesOfRawHead, type HeadLine } from './wire-head.ts';

/** `>` left this computer, `<` came back. */
export type Direction = '>' | '<';

/** One row of the wire as it is drawn. `evidence` are the indexes whose numbers stand in the row's margin. */
export type WireRow =
  | {
      readonly kind: 'head';
      readonly title: string;
      readonly note: string;
      readonly evidence: readonly number[];
    }
  | {
      readonly kind: 'line';
      readonly direction: Direction;
      /** The field's name; absent for start lines, bodies and lines that are no field. */
      readonly name?: string;
      /** What stands between name and value: the colon and its spaces, as on the wire. */
      readonly colon?: string;
      readonly segments: readonly Segment[];
      /** Where the field comes from, for sent fields. */
      readonly provenance?: string;
      /** The status line of an answer; `status` is drawn in the colour of its class. */
      readonly status?: { readonly before: string; readonly code: string; readonly after: string };
      /** First row after the head: a gap stands before it. */
      readonly begins?: true;
      /** Continues the line above, which was too long for one row. */
      readonly continues?: true;
      readonly evidence: readonly number[];
    }
  | {
      readonly kind: 'absent';
      readonly direction: Direction;
      readonly name: string;
      readonly words: string;
      readonly evidence: readonly number[];
    }
  | { readonly kind: 'lens'; readonly lens: Lens; readonly evidence: readonly number[] }
  | { readonly kind: 'note'; readonly text: string; readonly evidence: readonly number[] };

export interface WireInput {
  readonly exchange: Exchange;
  /** Evidence of this exchange. */
  readonly evidence: readonly Located[];
  /** Shows secrets in plain. */
  readonly revealed: boolean;
  readonly imported: boolean;
  /** Issuer of the profile in use, to tell whether the token is from there. */
  readonly issuer?: string;
}

type LineRow = Extract<WireRow, { kind: 'line' }>;

const unique = (indexes: readonly number[]): readonly number[] =>
  [...new Set(indexes)].toSorted((a, b) => a - b);

/** Evidence that points at one of several fields of a name points at that one, else at the first. */
const evidenceOfField = <F extends Field>(
  all: readonly Located<FieldPlace>[],
  fields: readonly F[],
  field: F,
): readonly Located<FieldPlace>[] => {
  const nth = fieldsNamed(fields, field.name).indexOf(field);
  return all.filter(
    ({ place }) => place.absent !== true && sameName(place.name, field.name) && (place.nth ?? 0) === nth,
  );
};

const marksOf = (evidence: readonly Located<FieldPlace>[], value: string): readonly Mark[] =>
  evidence.map(({ index, place }) => ({
    evidence: index,
    span: place.span ?? { start: 0, end: value.length },
  }));

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
const looseRow = (direction: Direction, line: HeadLine, hidden: boolean): LineRow => ({
  kind: 'line',
  direction,
  segments: cut(line.text, hidden ? [{ start: 0, end: line.text.length }] : [], [], false),
  evidence: [],
});

const absentRows = (direction: Direction, all: readonly Located<FieldPlace>[]): readonly WireRow[] => {
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

const headRows = (
  direction: Direction,
  lines: readonly HeadLine[],
  fields: readonly SentField[],
  all: readonly Located<FieldPlace>[],
  { revealed, exchange, issuer }: WireInput,
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

const writtenNote = (imported: boolean, version: string): readonly WireRow[] => {
  const text = isHttp1(version)
    ? 'As written in the file that was read: order and spelling are the recorder’s.'
    : `${versionName(version)} sends these fields in frames, not in lines.`;
  return imported || !isHttp1(version) ? [{ kind: 'note', text, evidence: [] }] : [];
};

const requestUrlMarks = (
  { exchange: { request }, evidence }: WireInput,
  targetAt: number,
): readonly Mark[] => {
  const shift = request.url.endsWith(request.target) ? request.url.length - request.target.length : 0;
  return evidence.flatMap(({ index, place }) => {
    if (place.in !== 'url') return [];
    const span: Span = place.span ?? { start: 0, end: request.url.length };
    const start = Math.max(0, span.start - shift);
    const end = Math.max(0, Math.min(request.target.length, span.end - shift));
    // Scheme and host are not in an origin-form target: evidence about them marks the whole line's target.
    const within = end > start ? { start, end } : { start: 0, end: request.target.length };
    return [{ evidence: index, span: { start: within.start + targetAt, end: within.end + targetAt } }];
  });
};

const requestRows = (input: WireInput): readonly WireRow[] => {
  const { exchange, evidence, revealed, imported } = input;
  const { request } = exchange;
  const startLine = `${request.method} ${request.target} ${versionName(request.httpVersion)}`;
  const lines =
    request.rawHead === undefined
      ? linesOfFields(startLine, request.fields)
      : linesOfRawHead(request.rawHead, request.fields);
  const [first, ...rest] = lines;
  const text = first?.text ?? startLine;
  const targetAt = Math.max(0, text.indexOf(request.target));
  const fields = fieldEvidence(evidence, 'request');
  return [
    {
      kind: 'head',
      title: 'Request',
      note: imported ? '' : sentNote(exchange),
      evidence: indexesIn(evidence, 'connection'),
    },
    ...(request.rawHead === undefined ? writtenNote(imported, request.httpVersion) : []),
    {
      kind: 'line',
      direction: '>',
      segments: cut(text, revealed ? [] : urlSpans(text), requestUrlMarks(input, targetAt), false),
      evidence: indexesIn(evidence, 'url'),
    },
    ...headRows('>', rest, request.fields, fields, input),
    ...absentRows('>', fields),
    ...bodyRows('>', request.body, bodyEvidence(evidence, 'request'), revealed),
  ];
};

const statusRow = (startLine: string, response: ReceivedResponse, evidence: readonly number[]): WireRow => {
  const code = String(response.status);
  const at = startLine.indexOf(code, startLine.indexOf(' '));
  return {
    kind: 'line',
    direction: '<',
    segments: [],
    status: {
      before: at < 0 ? '' : startLine.slice(0, at),
      code: at < 0 ? startLine : code,
      after: at < 0 ? '' : visible(startLine.slice(at + code.length)),
    },
    evidence,
  };
};

const interimRows = (response: ReceivedResponse): readonly WireRow[] =>
  (response.interim ?? []).flatMap(({ status, reason, fields }) => [
    looseRow(
      '<',
      { text: `${versionName(response.httpVersion)} ${status} ${reason}`, valueAt: 0, folded: false },
      false,
    ),
    ...fields.map((field) =>
      looseRow('<', { text: `${field.name}: ${field.value}`, valueAt: 0, folded: false }, false),
    ),
  ]);

const trailerRows = (response: ReceivedResponse, revealed: boolean): readonly WireRow[] =>
  (response.trailers ?? []).map((field, index) =>
    fieldRow(
      '<',
      { text: `${field.name}: ${field.value}`, field: index, valueAt: field.name.length + 2, folded: false },
      field,
      [],
      revealed,
    ),
  );

const responseRows = (input: WireInput, response: ReceivedResponse): readonly WireRow[] => {
  const { exchange, evidence, revealed } = input;
  const startLine = `${versionName(response.httpVersion)} ${response.status}${response.reason === '' ? '' : ` ${response.reason}`}`;
  const lines =
    response.rawHead === undefined
      ? linesOfFields(startLine, response.fields)
      : linesOfRawHead(response.rawHead, response.fields);
  const fields = fieldEvidence(evidence, 'response');
  const first = exchange.timings.firstByteMs;
  return [
    {
      kind: 'head',
      title: 'Response',
      note: first === undefined ? '' : `first byte after ${durationWords(first)}`,
      evidence: indexesIn(evidence, 'timing'),
    },
    ...interimRows(response),
    statusRow(lines[0]?.text ?? startLine, response, indexesIn(evidence, 'status')),
    ...headRows('<', lines.slice(1), response.fields, fields, input),
    ...absentRows('<', fields),
    ...bodyRows('<', response.body, bodyEvidence(evidence, 'response'), revealed),
    ...trailerRows(response, revealed),
  ];
};

/** The exchange as it crossed the wire, row by row. */
export const wireRows = (input: WireInput): readonly WireRow[] => {
  const { outcome } = input.exchange;
  const request = requestRows(input);
  if (outcome.kind === 'answered') return [...request, ...responseRows(input, outcome.response)];
  const { failure } = outcome;
  const received = failure.received === undefined ? [] : failure.received.split(/\r?\n/);
  return [
    ...request,
    {
      kind: 'head',
      title: 'No answer',
      note: failure.message,
      evidence: indexesIn(input.evidence, 'timing'),
    },
    ...received.map((text) => looseRow('<', { text, valueAt: 0, folded: false }, false)),
  ];
};
