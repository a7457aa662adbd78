import { utf8OfBytes } from './bytes.ts';
import type { Attempt, Body, Exchange, Field, ReceivedResponse, Timings } from './exchange.ts';
import { failureOf, responseOf } from './outcome.ts';
import { valueOf, valuesOf } from './fields.ts';

interface HarPair {
  readonly name: string;
  readonly value: string;
}

interface HarMessage {
  readonly httpVersion: string;
  readonly cookies: readonly HarPair[];
  readonly headers: readonly HarPair[];
  readonly headersSize: number;
  readonly bodySize: number;
  /** Fields that followed the body; HAR 1.2 has no place for them but names of one's own. */
  readonly _trailers?: readonly HarPair[];
  readonly comment?: string;
}

interface HarContent {
  readonly size: number;
  readonly mimeType: string;
  readonly text?: string;
  readonly encoding?: 'base64';
  readonly comment?: string;
}

export interface HarEntry {
  readonly startedDateTime: string;
  readonly time: number;
  readonly request: HarMessage & {
    readonly method: string;
    readonly url: string;
    readonly queryString: readonly HarPair[];
    readonly postData?: { readonly mimeType: string; readonly text: string; readonly encoding?: 'base64' };
  };
  readonly response: HarMessage & {
    readonly status: number;
    readonly statusText: string;
    readonly content: HarContent;
    readonly redirectURL: string;
  };
  readonly cache: Readonly<Record<string, never>>;
  readonly timings: Readonly<Record<'send' | 'wait' | 'receive', number>> &
    Readonly<Partial<Record<'dns' | 'connect' | 'ssl', number>>>;
  readonly serverIPAddress?: string;
}

export interface Har {
  readonly log: {
    readonly version: '1.2';
    readonly creator: { readonly name: string; readonly version: string };
    readonly entries: readonly HarEntry[];
  };
}

/**
 * An attempt as HTTP Archive 1.2. Nothing is masked here: redact the attempt first. Header bytes are written as
 * Latin-1, so that reading the file gives the same bytes again.
 */
export const attemptToHar = (
  attempt: Attempt,
  creator: { readonly name: string; readonly version: string },
): Har => ({ log: { version: '1.2', creator, entries: attempt.exchanges.map(entryOf) } });

const entryOf = (exchange: Exchange): HarEntry => {
  const { request, connection, timings } = exchange;
  const response = responseOf(exchange);
  return {
    startedDateTime: new Date(timings.startedAtMs).toISOString(),
    time: timings.endMs ?? timings.firstByteMs ?? 0,
    request: {
      method: request.method,
      url: request.url,
      httpVersion: request.httpVersion,
      cookies: valuesOf(request.fields, 'Cookie').flatMap(cookiesSent),
      headers: pairs(request.fields),
      queryString: queryOf(request.url),
      headersSize: request.rawHead?.length ?? -1,
      bodySize: sizeOf(request.body),
      ...postData(request.body, valueOf(request.fields, 'Content-Type')),
      ...trailersOf(request),
    },
    response:
      response === undefined ? noResponse(failureOf(exchange)?.detail ?? '') : responseEntry(response),
    cache: {},
    timings: durations(timings, connection?.reused ?? false),
    ...(connection?.remoteAddress === undefined ? {} : { serverIPAddress: connection.remoteAddress }),
  };
};

const responseEntry = (response: ReceivedResponse): HarEntry['response'] => ({
  status: response.status,
  statusText: response.reason,
  httpVersion: response.httpVersion,
  cookies: valuesOf(response.fields, 'Set-Cookie').map(cookieReceived),
  headers: pairs(response.fields),
  content: contentOf(response),
  redirectURL: valueOf(response.fields, 'Location') ?? '',
  headersSize: response.rawHead?.length ?? -1,
  bodySize: response.encodedSize ?? -1,
  ...trailersOf(response),
});

/** Browsers write status 0 where no answer came. */
const noResponse = (detail: string): HarEntry['response'] => ({
  status: 0,
  statusText: '',
  httpVersion: '',
  cookies: [],
  headers: [],
  content: { size: 0, mimeType: 'x-unknown' },
  redirectURL: '',
  headersSize: -1,
  bodySize: -1,
  comment: detail,
});

const pairs = (fields: readonly Field[]): HarPair[] => fields.map(({ name, value }) => ({ name, value }));

const trailersOf = ({ trailers = [] }: Pick<ReceivedResponse, 'trailers'>): Pick<HarMessage, '_trailers'> =>
  trailers.length === 0 ? {} : { _trailers: pairs(trailers) };

const pairOf = (text: string): HarPair => {
  const equals = text.indexOf('=');
  return equals < 0
    ? { name: text.trim(), value: '' }
    : { name: text.slice(0, equals).trim(), value: text.slice(equals + 1).trim() };
};

const cookiesSent = (value: string): HarPair[] =>
  value
    .split(';')
    .filter((piece) => piece.trim() !== '')
    .map(pairOf);

const cookieReceived = (value: string): HarPair => pairOf(value.split(';', 1)[0] ?? '');

const queryOf = (url: string): HarPair[] => {
  const mark = url.indexOf('?');
  if (mark < 0 || mark === url.length - 1) return [];
  return [...new URLSearchParams(url.slice(mark + 1)).entries()].map(([name, value]) => ({ name, value }));
};

const sizeOf = (body: Body): number => (body.kind === 'none' ? 0 : body.size);

const postData = (body: Body, type: string | undefined): Pick<HarEntry['request'], 'postData'> => {
  const mimeType = utf8OfBytes(type ?? '');
  switch (body.kind) {
    case 'none':
      return {};
    case 'text':
      return { postData: { mimeType, text: body.text } };
    case 'bytes':
      return { postData: { mimeType, text: body.base64, encoding: 'base64' } };
    case 'file':
      return body.head === undefined ? {} : { postData: { mimeType, text: body.head } };
  }
};

const contentOf = (response: ReceivedResponse): HarContent => {
  const { body } = response;
  const mimeType = utf8OfBytes(valueOf(response.fields, 'Content-Type') ?? 'x-unknown');
  const size = response.decodedSize ?? sizeOf(body);
  switch (body.kind) {
    case 'none':
      return { size, mimeType };
    case 'text':
      return { size, mimeType, text: body.text };
    case 'bytes':
      return { size, mimeType, text: body.base64, encoding: 'base64' };
    case 'file':
      return {
        size,
        mimeType,
        ...(body.head === undefined ? {} : { text: body.head }),
        comment: 'Only the beginning of the body is in this file.',
      };
  }
};

/** -1 says that a connection was not needed; a phase that nobody measured is left out. */
const durations = (timings: Timings, reused: boolean): HarEntry['timings'] => {
  let before = 0;
  const until = (instant: number | undefined): number | undefined => {
    if (instant === undefined) return undefined;
    const duration = Math.max(0, instant - before);
    before = Math.max(before, instant);
    return duration;
  };
  const dns = until(timings.dnsMs);
  const tcp = until(timings.connectMs);
  const ssl = until(timings.tlsMs);
  const connect = reused ? -1 : tcp === undefined ? undefined : tcp + (ssl ?? 0);
  return {
    ...(dns === undefined ? {} : { dns }),
    ...(connect === undefined ? {} : { connect }),
    ...(ssl === undefined ? {} : { ssl }),
    send: until(timings.requestSentMs) ?? 0,
    wait: until(timings.firstByteMs) ?? 0,
    receive: until(timings.endMs) ?? 0,
  };
};
