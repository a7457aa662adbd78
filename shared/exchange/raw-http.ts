import { utf8ByteString } from './bytes.ts';
import type { Attempt, Exchange, Field, Outcome, ReceivedResponse, SentRequest } from './exchange.ts';
import { valueOf } from './fields.ts';
import { withRedirectNotes } from './imported-redirects.ts';
import { bodyOf, linesOf, readFields, requestLine, statusLine, type StatusLine } from './message-text.ts';
import { purposeOf } from './purpose.ts';
import { targetOf } from './target.ts';

/** Stands in for the address of a request that was not seen; the name can never resolve (RFC 6761 §6.4). */
export const UNKNOWN_URL = 'http://unknown.invalid/';

export type RawRead =
  | {
      readonly ok: true;
      readonly attempt: Attempt;
      /** Whether any request, and any answer, was in the text. */
      readonly sawRequest: boolean;
      readonly sawResponse: boolean;
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

/** One message's lines, as they were cut out of the text. */
export type Piece =
  | {
      readonly kind: 'request';
      readonly head: readonly string[];
      readonly body: readonly string[];
      readonly tls?: boolean;
    }
  | { readonly kind: 'response'; readonly head: readonly string[]; readonly body: readonly string[] }
  | { readonly kind: 'failure'; readonly outcome: Outcome };

const NOT_SEEN = 'The request is not in the text: only its answer can be judged.';
const NOT_ANSWERED: Outcome = {
  kind: 'failed',
  failure: { code: 'other', message: 'The answer is not in the text.', detail: '' },
};

const unseenRequest: SentRequest = {
  method: 'GET',
  url: UNKNOWN_URL,
  target: '/',
  httpVersion: 'HTTP/1.1',
  fields: [],
  body: { kind: 'none' },
  unseen: true,
};

/**
 * Reads raw HTTP: a request, a response, or several of them in the order in which they crossed (what `curl -i` prints
 * included). Never throws.
 */
export const readRawHttp = (text: string, id = 'imported'): RawRead => {
  const pieces = cut(linesOf(text.replace(/^\ufeff/, '')));
  return assemble(pieces, id);
};

/** Cuts a text where a line can only be the first of a message: a status line, or a request line before fields. */
const cut = (lines: readonly string[]): readonly Piece[] => {
  const pieces: Piece[] = [];
  let at = lines.findIndex((line, index) => opens(line, lines[index + 1]) !== undefined);
  while (at >= 0 && at < lines.length) {
    const kind = opens(lines[at] ?? '', lines[at + 1]);
    if (kind === undefined) break;
    const blank = lines.findIndex((line, index) => index > at && line.trim() === '');
    const headEnd = blank < 0 ? lines.length : blank;
    const next = lines.findIndex(
      (line, index) => index > headEnd && opens(line, lines[index + 1]) !== undefined,
    );
    const bodyEnd = next < 0 ? lines.length : next;
    pieces.push({ kind, head: lines.slice(at, headEnd), body: lines.slice(headEnd + 1, bodyEnd) });
    at = bodyEnd;
  }
  return pieces;
};

const fieldLine = /^:?[A-Za-z0-9_.-]+[ \t]*:/;

const opens = (line: string, following: string | undefined): 'request' | 'response' | undefined => {
  if (statusLine(line) !== undefined) return 'response';
  if (/^:(authority|method|path|scheme): ?\S/.test(line)) return 'request';
  if (requestLine(line) === undefined) return undefined;
  return / HTTP\/\d/.test(line) || fieldLine.test(following ?? '') ? 'request' : undefined;
};

/** Joins requests and answers into exchanges; interim answers (1xx) go to the answer that they precede. */
export const assemble = (pieces: readonly Piece[], id: string): RawRead => {
  const exchanges: Exchange[] = [];
  const problems: string[] = [];
  let pending: SentRequest | undefined;
  let interim: NonNullable<ReceivedResponse['interim']> = [];
  let sawRequest = false;
  const close = (outcome: Outcome): void => {
    const request = pending ?? unseenAfter(exchanges.at(-1));
    exchanges.push({
      id: `${id}-${exchanges.length + 1}`,
      purpose: purposeOf(request.method, request.url, request.body),
      request,
      outcome,
      timings: { startedAtMs: 0 },
    });
    pending = undefined;
    interim = [];
  };
  for (const piece of pieces) {
    if (piece.kind === 'request') {
      if (pending !== undefined) close(NOT_ANSWERED);
      pending = requestOf(piece, problems);
      sawRequest ||= pending !== undefined;
    } else if (piece.kind === 'failure') {
      close(piece.outcome);
    } else {
      const line = statusLine(piece.head[0] ?? '');
      if (line === undefined) continue;
      const response = responseFrom(line, piece);
      if (line.status < 200 && line.status !== 101) {
        interim = [...interim, { status: line.status, reason: line.reason, fields: response.fields }];
      } else if (isTunnelAnswer(line, pending, exchanges)) {
        pending = { ...unseenRequest, method: 'CONNECT', target: 'unknown.invalid:443' };
        close({ kind: 'answered', response });
      } else {
        close({ kind: 'answered', response: interim.length > 0 ? { ...response, interim } : response });
      }
    }
  }
  const sawResponse = exchanges.some((exchange) => exchange.outcome.kind === 'answered');
  if (pending !== undefined) close(NOT_ANSWERED);
  if (exchanges.length === 0) return { ok: false, message: 'The text holds no HTTP request and no answer.' };
  if (!sawRequest) problems.push(NOT_SEEN);
  const attempt: Attempt = {
    id,
    startedAtMs: 0,
    exchanges: withRedirectNotes(exchanges),
    source: 'imported',
  };
  return { ok: true, attempt, sawRequest, sawResponse, problems };
};

/** `curl -i` through a proxy prints the tunnel's answer too, and no request. */
const isTunnelAnswer = (
  line: StatusLine,
  pending: SentRequest | undefined,
  earlier: readonly Exchange[],
): boolean => pending === undefined && earlier.length === 0 && /^connection established$/i.test(line.reason);

/** Without requests, a redirect still says where the next one went. */
const unseenAfter = (previous: Exchange | undefined): SentRequest => {
  if (previous?.outcome.kind !== 'answered') return unseenRequest;
  const location = valueOf(previous.outcome.response.fields, 'Location');
  if (location === undefined || !URL.canParse(location, previous.request.url)) return unseenRequest;
  const url = new URL(location, previous.request.url);
  url.hash = '';
  return { ...unseenRequest, url: url.href, target: targetOf('GET', url.href) };
};

const responseFrom = (line: StatusLine, piece: Piece & { kind: 'response' }): ReceivedResponse => {
  const { fields } = readFields(piece.head.slice(1));
  const body = bodyOf(piece.body, fields);
  return { ...line, fields: [...fields], body };
};

const requestOf = (piece: Piece & { kind: 'request' }, problems: string[]): SentRequest | undefined => {
  const line = requestLine(piece.head[0] ?? '');
  const { fields, pseudo, rejected } = readFields(piece.head.slice(line === undefined ? 0 : 1));
  for (const text of rejected)
    problems.push(`The line “${text.slice(0, 80)}” is no header field and was left out.`);
  const method = line?.method ?? pseudo['method'] ?? 'GET';
  const target = line?.target ?? pseudo['path'] ?? '/';
  const url = addressOf(method, target, fields, pseudo, piece.tls);
  if (url === undefined) {
    problems.push('The request names no host: add a Host line or an absolute address.');
  }
  return {
    method,
    url: url ?? UNKNOWN_URL,
    target: utf8ByteString(target),
    httpVersion: line?.httpVersion ?? 'HTTP/2',
    fields: [...fields],
    body: bodyOf(piece.body, fields),
  };
};

/** Copied requests seldom say whether TLS was used: HTTPS is assumed except for ports and hosts of development. */
const addressOf = (
  method: string,
  target: string,
  fields: readonly Field[],
  pseudo: Readonly<Record<string, string>>,
  tls: boolean | undefined,
): string | undefined => {
  if (/^https?:\/\//i.test(target)) return URL.canParse(target) ? target.replace(/#.*$/, '') : undefined;
  const host = method === 'CONNECT' ? target : (valueOf(fields, 'Host') ?? pseudo['authority'] ?? '');
  if (host === '') return undefined;
  const scheme = pseudo['scheme'] ?? ((tls ?? assumedTls(host)) ? 'https' : 'http');
  const path = method === 'CONNECT' || target === '*' ? '' : target.startsWith('/') ? target : `/${target}`;
  const url = `${scheme}://${host}${path === '' ? '/' : path}`;
  return URL.canParse(url) ? url.replace(/#.*$/, '') : undefined;
};

const assumedTls = (host: string): boolean => {
  const [, name = '', port] = /^(.*?)(?::(\d+))?$/.exec(host) ?? [];
  if (port !== undefined) return port === '443' || port === '8443';
  return !/^(localhost|127\.|10\.|192\.168\.|\[::1\])|\.(local|localhost|test|internal)$/i.test(name);
};
