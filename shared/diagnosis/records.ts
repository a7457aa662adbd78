import { utf8ByteString } from '../exchange/bytes.ts';
import type { Attempt, Exchange, Field } from '../exchange/exchange.ts';
import { BODY_LIMIT, textBody } from '../exchange/imported-body.ts';
import { withRedirectNotes } from '../exchange/imported-redirects.ts';
import { purposeOf } from '../exchange/purpose.ts';
import { targetOf } from '../exchange/target.ts';

/** Header fields as an object, where a name may have several values, or as pairs in the order of the wire. */
export type RecordedFields =
  | Readonly<Record<string, string | readonly string[] | undefined>>
  | Iterable<readonly [name: string, value: string]>;

/** One request and its answer, as a log or a ticket has them. Text is Unicode; whatever is not known is left out. */
export interface ExchangeRecord {
  readonly method: string;
  /** Absolute. */
  readonly url: string;
  /**
   * As sent, credentials among them. Where the log does not have them leave them out: then their absence proves nothing,
   * and the answer alone is judged. Masked values (`Bearer ***`) are worse than none.
   */
  readonly fields?: RecordedFields;
  readonly body?: string;
  readonly status: number;
  readonly reason?: string;
  readonly answerFields?: RecordedFields;
  readonly answerBody?: string;
  /** When the request began, by the client's clock: epoch milliseconds. */
  readonly at?: number;
  /** How long it took, milliseconds. */
  readonly took?: number;
}

/** The records of one attempt, in the order in which they were sent; the last failing one is what gets explained. */
export const attemptOfRecords = (records: readonly ExchangeRecord[], id = 'records'): Attempt => ({
  id,
  startedAtMs: records[0]?.at ?? 0,
  exchanges: withRedirectNotes(records.map(exchangeOf)),
  source: 'imported',
});

const exchangeOf = (record: ExchangeRecord, index: number): Exchange => {
  const { method, url, status, at = 0, took } = record;
  const body = bodyOf(record.body);
  return {
    id: `record-${index}`,
    purpose: purposeOf(method, url, body),
    request: {
      method,
      url,
      target: targetOf(method, url),
      httpVersion: 'HTTP/1.1',
      fields: fieldsOf(record.fields),
      body,
      ...(record.fields === undefined ? { unseen: true as const } : {}),
    },
    outcome: {
      kind: 'answered',
      response: {
        status,
        reason: record.reason ?? '',
        httpVersion: 'HTTP/1.1',
        fields: fieldsOf(record.answerFields),
        body: bodyOf(record.answerBody),
      },
    },
    timings: { startedAtMs: at, ...(took === undefined ? {} : { endMs: took }) },
  };
};

const bodyOf = (text: string | undefined): Exchange['request']['body'] =>
  text === undefined ? { kind: 'none' } : textBody(text.slice(0, BODY_LIMIT));

const fieldsOf = (fields: RecordedFields | undefined): Field[] => {
  if (fields === undefined) return [];
  const pairs = isIterable(fields)
    ? [...fields]
    : Object.entries(fields).flatMap(([name, value]) =>
        value === undefined
          ? []
          : (typeof value === 'string' ? [value] : value).map((one) => [name, one] as const),
      );
  return pairs.map(([name, value]) => ({ name: utf8ByteString(name), value: utf8ByteString(value) }));
};

const isIterable = (fields: RecordedFields): fields is Iterable<readonly [string, string]> =>
  Symbol.iterator in fields;
