import { compose } from '../compose/compose.ts';
import { firstRequest, stillWorld } from '../compose/will-send.ts';
import { bytesToByteString, utf8OfBytes } from '../exchange/bytes.ts';
import { responseOf, type Attempt, type SentRequest } from '../exchange/exchange.ts';
import { readPaste } from '../import/paste.ts';
import { schemeById } from '../schemes/index.ts';
import type { OutgoingBody } from '../schemes/scheme.ts';
import type { Draft } from '../workspace/draft.ts';
import { typedSecret } from '../workspace/secret.ts';

/** A request to compare with, or one sentence why there is none. */
export type Comparable =
  | { readonly ok: true; readonly request: SentRequest; readonly status: number | undefined }
  | { readonly ok: false; readonly message: string };

/** The request that the attempt is about: that for the resource which came last, as it left first. */
export const requestOfAttempt = ({ exchanges }: Attempt): Comparable => {
  const last = exchanges.findLast(({ purpose }) => purpose === 'resource') ?? exchanges.at(-1);
  if (last === undefined || last.request.unseen === true)
    return { ok: false, message: 'Only an answer was seen, and no request that could be compared.' };
  return { ok: true, request: last.request, status: responseOf(last)?.status };
};

const bodyOf = (body: OutgoingBody): SentRequest['body'] => {
  if (body.kind !== 'bytes') return { kind: 'none' };
  const text = utf8OfBytes(bytesToByteString(body.bytes));
  return { kind: 'text', text, size: body.bytes.length };
};

/** As it would leave: composed here, with the secrets that the draft itself holds. */
export const requestOfDraft = (draft: Draft): Comparable => {
  const scheme = draft.auth.kind === 'own' ? schemeById(draft.auth.scheme) : undefined;
  const settings =
    draft.auth.kind !== 'own' || scheme === undefined
      ? undefined
      : {
          scheme,
          settings: Object.fromEntries(
            Object.entries(draft.auth.settings).map(([name, value]) => [
              name,
              typeof value === 'object' ? typedSecret(value) : value,
            ]),
          ),
          note: 'the pasted request',
        };
  const composed = compose({
    draft,
    ...(settings === undefined ? {} : { settings }),
    variables: new Map(),
    boundary: 'why401-boundary',
    userAgent: 'why401',
  });
  if (!composed.ok) return composed;
  const request = firstRequest(composed.flow(stillWorld)) ?? composed.request;
  return {
    ok: true,
    status: undefined,
    request: {
      method: request.method,
      url: request.url,
      target: request.url,
      httpVersion: draft.settings.httpVersion === '2' ? 'HTTP/2' : 'HTTP/1.1',
      fields: [...request.fields],
      body: bodyOf(request.body),
    },
  };
};

/** A pasted cURL command, HAR, raw request or fetch() call as a request to compare with. */
export const requestOfPaste = (text: string, newId: () => string): Comparable => {
  const pasted = readPaste(text, newId);
  switch (pasted.kind) {
    case 'request':
      return requestOfDraft(pasted.draft);
    case 'attempt':
      return requestOfAttempt(pasted.attempt);
    case 'jwt':
    case 'challenges':
    case 'credentials':
      return {
        ok: false,
        message:
          'This is a piece of a request. Paste the whole one that works: a cURL command, a HAR, a raw request or a fetch() call.',
      };
    case 'unknown':
      return { ok: false, message: pasted.why };
    default:
      return pasted satisfies never;
  }
};
