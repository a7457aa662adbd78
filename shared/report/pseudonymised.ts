import { responseOf, type Attempt, type Body, type Exchange, type Field } from '../exchange/exchange.ts';
import { bodySpans, secretSpans, urlSpans } from '../exchange/redact.ts';
import type { Span } from '../http-auth/auth.ts';
import type { Pseudonyms } from './pseudonyms.ts';

type Hide = (text: string, spans: readonly Span[]) => string;

/** Replaces what is known to be secret by its name, then whatever of it stands elsewhere. */
const hiding =
  ({ markOf, scrub }: Pseudonyms): Hide =>
  (text, spans) => {
    let out = '';
    let at = 0;
    for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
      if (start < at) continue;
      out += scrub(text.slice(at, start)) + markOf(text.slice(start, end));
      at = end;
    }
    return out + scrub(text.slice(at));
  };

const bodyWith = (body: Body, hide: Hide): Body => {
  switch (body.kind) {
    case 'none':
      return body;
    case 'text':
      return { ...body, text: hide(body.text, bodySpans(body.text)) };
    // Bytes may hold anything: only their size is told.
    case 'bytes':
      return { ...body, base64: '' };
    case 'file':
      return {
        ...body,
        ...(body.head === undefined ? {} : { head: hide(body.head, bodySpans(body.head)) }),
      };
    default:
      return body satisfies never;
  }
};

const exchangeWith = (exchange: Exchange, hide: Hide): Exchange => {
  const fields = <F extends Field>(list: readonly F[]): F[] =>
    list.map((field) => ({ ...field, value: hide(field.value, secretSpans(field)) }));
  const url = (address: string): string => hide(address, urlSpans(address));
  const { id, purpose, request, connection, timings, redirect, outcome } = exchange;
  const response = responseOf(exchange);
  return {
    id,
    purpose,
    timings,
    request: {
      method: request.method,
      url: url(request.url),
      target: url(request.target),
      httpVersion: request.httpVersion,
      fields: fields(request.fields),
      body: bodyWith(request.body, hide),
      ...(request.trailers === undefined ? {} : { trailers: fields(request.trailers) }),
      ...(request.unseen === undefined ? {} : { unseen: request.unseen }),
    },
    outcome:
      response === undefined
        ? outcome.kind === 'failed'
          ? {
              kind: 'failed',
              failure: {
                code: outcome.failure.code,
                message: hide(outcome.failure.message, []),
                detail: hide(outcome.failure.detail, []),
              },
            }
          : outcome
        : {
            kind: 'answered',
            response: {
              status: response.status,
              reason: hide(response.reason, []),
              httpVersion: response.httpVersion,
              fields: fields(response.fields),
              body: bodyWith(response.body, hide),
              ...(response.trailers === undefined ? {} : { trailers: fields(response.trailers) }),
            },
          },
    ...(connection === undefined ? {} : { connection }),
    ...(redirect === undefined
      ? {}
      : { redirect: { ...redirect, from: url(redirect.from), to: url(redirect.to) } }),
  };
};

/**
 * The attempt as a stranger may see it. Raw heads, frames and the steps of a signature are left out: what they say stands
 * in the fields, and they would have to be hidden a second time.
 */
export const pseudonymised = (attempt: Attempt, names: Pseudonyms): Attempt => ({
  id: attempt.id,
  startedAtMs: attempt.startedAtMs,
  source: attempt.source,
  exchanges: attempt.exchanges.map((exchange) => exchangeWith(exchange, hiding(names))),
  ...(attempt.stopped === undefined
    ? {}
    : { stopped: { ...attempt.stopped, message: names.scrub(attempt.stopped.message) } }),
});
