import { latin1ByteString, utf8ByteString } from './bytes.ts';
import { failureFrom } from './har-errors.ts';
import type {
  Attempt,
  Body,
  Connection,
  Exchange,
  Field,
  Outcome,
  SentRequest,
  Timings,
} from './exchange.ts';
import { valueOf } from './fields.ts';
import { base64Body, BODY_LIMIT, textBody } from './imported-body.ts';
import { withRedirectNotes } from './imported-redirects.ts';
import { isRecord } from './json.ts';
import { purposeOf } from './purpose.ts';
import { targetOf } from './target.ts';

/** The most entries of one file that are read; the last ones are kept, as they hold the failure. */
const ENTRY_LIMIT = 5_000;
const FIELD_LIMIT = 1_000;

type Json = Readonly<Record<string, unknown>>;

export type HarRead =
  | {
      readonly ok: true;
      readonly attempt: Attempt;
      /** What was left out or mended, one sentence each. */
      readonly problems: readonly string[];
    }
  | { readonly ok: false; readonly message: string };

const NO_ENTRY: Json = {};

/**
 * Reads HTTP Archive 1.2 as tools really write it, or an object that holds one under `har`. Takes the file's text or
 * its parsed value, and never throws. `startedAtMs` is 0 where the file does not say when a request was sent.
 */
export const readHar = (source: unknown, id = 'imported'): HarRead => {
  const value = typeof source === 'string' ? parsed(source) : source;
  if (value === undefined)
    return { ok: false, message: 'The file is not JSON. Save it again as HAR and try once more.' };
  const entries = entriesOf(value);
  if (entries === undefined) {
    return { ok: false, message: 'The file is JSON but no HAR: it has no list “log.entries”.' };
  }
  const problems: string[] = [];
  if (entries.length > ENTRY_LIMIT) {
    problems.push(`Only the last ${ENTRY_LIMIT} of ${entries.length} entries were read.`);
  }
  const first = Math.max(0, entries.length - ENTRY_LIMIT);
  const exchanges = entries
    .slice(first)
    .flatMap((entry, at) => readEntry(entry, `${id}-${first + at + 1}`, first + at + 1, problems));
  if (exchanges.length === 0) {
    return {
      ok: false,
      message: 'The HAR holds no HTTP request. Record the failing request and save the file again.',
    };
  }
  const startedAtMs = exchanges[0]?.timings.startedAtMs ?? 0;
  return {
    ok: true,
    attempt: { id, startedAtMs, exchanges: withRedirectNotes(exchanges), source: 'imported' },
    problems,
  };
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text.startsWith('\ufeff') ? text.slice(1) : text);
  } catch {
    return undefined;
  }
};

const entriesOf = (value: unknown): readonly unknown[] | undefined => {
  if (!isRecord(value)) return undefined;
  if (isRecord(value['har'])) return entriesOf(value['har']);
  const log = isRecord(value['log']) ? value['log'] : value;
  return Array.isArray(log['entries']) ? log['entries'] : undefined;
};

const readEntry = (value: unknown, id: string, number: number, problems: string[]): Exchange[] => {
  const entry = isRecord(value) ? value : NO_ENTRY;
  const request = isRecord(entry['request']) ? readRequest(entry['request'], number, problems) : undefined;
  if (request === undefined) {
    problems.push(`Entry ${number} was left out: it has no HTTP address.`);
    return [];
  }
  const connection = connectionOf(entry);
  return [
    {
      id,
      purpose: purposeOf(request.method, request.url, request.body),
      request,
      outcome: readOutcome(entry, number, problems),
      ...(connection === undefined ? {} : { connection }),
      timings: timingsOf(entry),
    },
  ];
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const positive = (value: unknown): number | undefined =>
  typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : undefined;

const readRequest = (request: Json, number: number, problems: string[]): SentRequest | undefined => {
  const url = addressOf(textOf(request['url']));
  if (url === undefined) return undefined;
  const method = textOf(request['method']) || 'GET';
  const all = fieldsOf(request['headers'], false);
  const fields = all.filter((field) => !field.name.startsWith(':'));
  return {
    method,
    url,
    target: targetOf(method, url),
    httpVersion: versionOf(request['httpVersion'], all.length > fields.length),
    fields,
    body: postedBody(request['postData'], fields, number, problems),
    ...trailersOf(request),
  };
};

/** Absolute, without fragment; `undefined` where it is no HTTP address (data:, blob:, an extension's own). */
const addressOf = (typed: string): string | undefined => {
  const [withoutFragment = ''] = typed.trim().split('#', 1);
  const url =
    /^[a-z][a-z0-9+.-]*:/i.test(withoutFragment) && !/^[^/:]+:\d+(\/|$)/.test(withoutFragment)
      ? withoutFragment
      : `http://${withoutFragment.replace(/^\/\//, '')}`;
  return withoutFragment !== '' && /^(https?|wss?):\/\//i.test(url) && URL.canParse(url) ? url : undefined;
};

/** Headers as a list of pairs, or as the map that some tools write. */
const fieldsOf = (value: unknown, received: boolean): Field[] => {
  const pairs: readonly (readonly [unknown, unknown])[] = Array.isArray(value)
    ? value
        .slice(0, FIELD_LIMIT)
        .flatMap((item) => (isRecord(item) ? [[item['name'], item['value']] as const] : []))
    : isRecord(value)
      ? Object.entries(value).slice(0, FIELD_LIMIT)
      : [];
  return pairs.flatMap(([name, held]) => {
    if (typeof name !== 'string' || name === '') return [];
    const text = typeof held === 'number' ? String(held) : textOf(held);
    // Browsers join the lines of a repeated response field (Set-Cookie, WWW-Authenticate) with a line feed.
    const values = received ? text.split('\n') : [text];
    return values.map((one) => ({ name: byteStringOf(name), value: byteStringOf(one) }));
  });
};

/** Fields behind the body, under the name that our own files give them. */
const trailersOf = (message: Json): { trailers?: Field[] } => {
  const trailers = fieldsOf(message['_trailers'], false);
  return trailers.length === 0 ? {} : { trailers };
};

/** Tools write header bytes as Latin-1; anything beyond can only have been UTF-8. */
const byteStringOf = (text: string): string => latin1ByteString(text) ?? utf8ByteString(text);

const versionOf = (value: unknown, hasPseudoFields: boolean): string => {
  const text = textOf(value).toLowerCase();
  const version = /^(?:http\/|h)([0-9])(?:\.([0-9]))?/.exec(text);
  if (version === null) return hasPseudoFields ? 'HTTP/2' : 'HTTP/1.1';
  const [, major = '1', minor] = version;
  return major === '1' ? `HTTP/1.${minor ?? '1'}` : `HTTP/${major}`;
};

const postedBody = (value: unknown, fields: readonly Field[], number: number, problems: string[]): Body => {
  if (!isRecord(value)) return { kind: 'none' };
  const text = textOf(value['text']);
  if (text !== '') {
    if (text.length > BODY_LIMIT) problems.push(`The request body of entry ${number} was cut at 1 MiB.`);
    const decoded = value['encoding'] === 'base64' ? base64Body(text) : undefined;
    return decoded ?? textBody(text);
  }
  const params = Array.isArray(value['params']) ? value['params'].filter(isRecord) : [];
  if (params.length === 0) return { kind: 'none' };
  const mimeType = (textOf(value['mimeType']) || valueOf(fields, 'Content-Type')) ?? '';
  if (/^multipart\//i.test(mimeType)) {
    problems.push(
      `The parts of the multipart body of entry ${number} are not in the file as they were sent.`,
    );
    return { kind: 'none' };
  }
  return textBody(
    params.map((param) => `${encoded(textOf(param['name']))}=${encoded(textOf(param['value']))}`).join('&'),
  );
};

/** Tools disagree on whether `params` are decoded: what holds an escape already is left alone. */
const encoded = (text: string): string =>
  /%[0-9a-f]{2}/i.test(text) ? text : new URLSearchParams([['', text]]).toString().slice(1);

const readOutcome = (entry: Json, number: number, problems: string[]): Outcome => {
  const response = isRecord(entry['response']) ? entry['response'] : NO_ENTRY;
  const status =
    typeof response['status'] === 'string' ? Number(response['status']) : positive(response['status']);
  if (status === undefined || !(status >= 100 && status <= 999)) {
    const detail = [response['_error'], entry['_error'], response['statusText'], response['comment']].map(
      textOf,
    );
    return { kind: 'failed', failure: failureFrom(detail.find((text) => text !== '') ?? '') };
  }
  const fields = fieldsOf(response['headers'], true).filter((field) => !field.name.startsWith(':'));
  const location = textOf(response['redirectURL']);
  if (location !== '' && status >= 300 && status < 400 && valueOf(fields, 'Location') === undefined) {
    fields.push({ name: 'Location', value: byteStringOf(location) });
  }
  const content = isRecord(response['content']) ? response['content'] : NO_ENTRY;
  const decodedSize = positive(content['size']);
  const encodedSize = positive(response['bodySize']);
  return {
    kind: 'answered',
    response: {
      status: Math.trunc(status),
      reason: textOf(response['statusText']),
      httpVersion: versionOf(response['httpVersion'], false),
      fields,
      body: receivedBody(content, decodedSize, number, problems),
      ...trailersOf(response),
      ...(encodedSize === undefined ? {} : { encodedSize }),
      ...(decodedSize === undefined ? {} : { decodedSize }),
    },
  };
};

const receivedBody = (content: Json, size: number | undefined, number: number, problems: string[]): Body => {
  const text = textOf(content['text']);
  if (text === '') return { kind: 'none' };
  if (text.length > BODY_LIMIT) problems.push(`The response body of entry ${number} was cut at 1 MiB.`);
  if (content['encoding'] !== 'base64') return textBody(text, size);
  const decoded = base64Body(text, size === undefined || size === 0 ? undefined : size);
  if (decoded === undefined)
    problems.push(`The response body of entry ${number} says it is Base64 but is not.`);
  return decoded ?? textBody(text, size);
};

const connectionOf = (entry: Json): Connection | undefined => {
  const address = textOf(entry['serverIPAddress']).replace(/^\[|\]$/g, '');
  if (address === '') return undefined;
  const timings = isRecord(entry['timings']) ? entry['timings'] : NO_ENTRY;
  return { remoteAddress: address, reused: timings['connect'] === -1 };
};

/** HAR gives durations, -1 for a phase that did not occur; `connect` includes `ssl` (HAR 1.2). */
const timingsOf = (entry: Json): Timings => {
  const timings = isRecord(entry['timings']) ? entry['timings'] : NO_ENTRY;
  const [blocked, dns, connect, ssl] = ['blocked', 'dns', 'connect', 'ssl'].map((name) =>
    positive(timings[name]),
  );
  const [send, wait, receive] = ['send', 'wait', 'receive'].map((name) => positive(timings[name]));
  let at = blocked ?? 0;
  const after = (duration: number | undefined): number | undefined => {
    if (duration === undefined) return undefined;
    at += duration;
    return at;
  };
  const phases = {
    dnsMs: after(dns),
    connectMs: after(connect === undefined ? undefined : Math.max(0, connect - (ssl ?? 0))),
    tlsMs: after(connect === undefined ? undefined : ssl),
    requestSentMs: after(send),
    firstByteMs: after(wait),
    endMs: positive(entry['time']) ?? after(receive),
  };
  return { startedAtMs: instantOf(entry['startedDateTime']), ...defined(phases) };
};

const defined = <T extends Readonly<Record<string, number | undefined>>>(
  values: T,
): { [K in keyof T]?: number } => {
  const kept: { [K in keyof T]?: number } = {};
  for (const name in values) {
    const value = values[name];
    if (value !== undefined) kept[name] = value;
  }
  return kept;
};

/** A date without a zone is taken for UTC, so that the reading does not depend on where it is read. */
const instantOf = (value: unknown): number => {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const text = textOf(value).trim();
  const zoned = /T\S*(Z|[+-]\d{2}:?\d{2})$/i.test(text) ? text : `${text}Z`;
  const instant = Date.parse(zoned);
  return Number.isNaN(instant) ? 0 : instant;
};
