import type { Exchange, ReceivedResponse, SentField } from '../../shared/exchange/exchange.ts';
import { urlSpans } from '../../shared/exchange/redact.ts';
import type { Span } from '../../shared/http-auth/auth.ts';
import { bodyRows } from './body-rows.ts';
import { isHttp1, sentNote, versionName } from './connection-words.ts';
import { bodyEvidence, fieldEvidence, indexesIn, type Located } from './evidence-places.ts';
import { frameRows, leftOutRows } from './frame-rows.ts';
import { durationWords } from './measures.ts';
import { cut, visible, type Mark } from './segments.ts';
import { absentRows, headRows, looseRow, plainFieldRow, unreadRow } from './wire-field-rows.ts';
import { linesOfFields, linesOfRawHead } from './wire-head.ts';
import type { Direction, WireRow } from './wire-row.ts';

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
    ...leftOutRows(request),
    ...absentRows('>', fields),
    ...bodyRows('>', request.body, bodyEvidence(evidence, 'request'), revealed),
    ...trailerRows('>', request.trailers, revealed),
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

const interimRows = (response: ReceivedResponse, revealed: boolean): readonly WireRow[] =>
  (response.interim ?? []).flatMap(({ status, reason, fields }) => [
    looseRow(
      '<',
      { text: `${versionName(response.httpVersion)} ${status} ${reason}`, valueAt: 0, folded: false },
      false,
    ),
    ...fields.map((field) => plainFieldRow('<', field, revealed)),
  ]);

const trailerRows = (
  direction: Direction,
  trailers: readonly SentField[] | undefined,
  revealed: boolean,
): readonly WireRow[] =>
  (trailers ?? []).map((field, at) => ({
    ...plainFieldRow(direction, field, revealed),
    ...(at === 0 ? { begins: true as const } : {}),
  }));

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
    ...interimRows(response, revealed),
    statusRow(lines[0]?.text ?? startLine, response, indexesIn(evidence, 'status')),
    ...headRows('<', lines.slice(1), response.fields, fields, input),
    ...absentRows('<', fields),
    ...bodyRows('<', response.body, bodyEvidence(evidence, 'response'), revealed),
    ...trailerRows('<', response.trailers, revealed),
  ];
};

/** The exchange as it crossed the wire, row by row. */
export const wireRows = (input: WireInput): readonly WireRow[] => {
  const { outcome } = input.exchange;
  const request = requestRows(input);
  const frames = frameRows(input.exchange);
  if (outcome.kind === 'answered') {
    return [...request, ...responseRows(input, outcome.response), ...frames];
  }
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
    ...received.map((text) => unreadRow(text, input.revealed)),
    ...frames,
  ];
};
