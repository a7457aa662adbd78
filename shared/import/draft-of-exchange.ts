import { utf8OfBytes } from '../exchange/bytes.ts';
import type { Attempt, Body, Exchange, SentRequest } from '../exchange/exchange.ts';
import { responseOf } from '../exchange/exchange.ts';
import { fieldNamed } from '../exchange/fields.ts';
import { hostIn } from '../exchange/url.ts';
import { emptyDraft, splitUrl, type Draft, type DraftBody } from '../workspace/draft.ts';

/** Fields that each sending writes anew. */
const madeAnew = new Set([
  'content-length',
  'transfer-encoding',
  'connection',
  'proxy-connection',
  'keep-alive',
]);

/** Fields of our own that an imported request gets only where it had them. */
const ownDefaults = ['user-agent', 'accept', 'accept-encoding'];

/** A request that somebody sent, ready to be sent again: every field as typed, authorization included. */
export const draftOfRequest = (request: SentRequest, id: string): Draft => {
  const { url, params } = splitUrl(request.url);
  const host = hostIn(request.url);
  const fields = [...request.fields, ...(request.trailers ?? [])].filter(
    ({ name, value }) =>
      !madeAnew.has(name.toLowerCase()) && !(name.toLowerCase() === 'host' && value.toLowerCase() === host),
  );
  return {
    ...emptyDraft(id),
    method: request.method,
    url,
    params: [...params],
    fields: fields.map(({ name, value }) => ({
      name: utf8OfBytes(name),
      value: utf8OfBytes(value),
      on: true,
    })),
    fieldsOff: ownDefaults.filter((name) => fieldNamed(fields, name) === undefined),
    body: draftBody(request.body),
  };
};

/** The Content-Type is among the fields: the body adds none of its own. */
const draftBody = (body: Body): DraftBody => {
  switch (body.kind) {
    case 'none':
      return { kind: 'none' };
    case 'text':
      return { kind: 'text', text: body.text, contentType: '' };
    case 'bytes':
      return { kind: 'bytes', base64: body.base64, contentType: '' };
    case 'file':
      return body.head === undefined ? { kind: 'none' } : { kind: 'text', text: body.head, contentType: '' };
    default:
      return body satisfies never;
  }
};

/** The last exchange that failed, or else the last one. */
const failingExchange = (attempt: Attempt): Exchange | undefined =>
  attempt.exchanges.findLast((exchange) => (responseOf(exchange)?.status ?? 599) >= 400) ??
  attempt.exchanges.at(-1);

/** The request to try again; absent where it was not seen. */
export const draftOfAttempt = (attempt: Attempt, newId: () => string): Draft | undefined => {
  const exchange = failingExchange(attempt);
  if (exchange === undefined || exchange.request.unseen === true) return undefined;
  return draftOfRequest(exchange.request, newId());
};
