import { bytesToByteString, utf8ByteString } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { isRecord } from '../../exchange/json.ts';
import { targetOf } from '../../exchange/target.ts';
import { FlowStopped, type OutgoingRequest } from '../scheme.ts';

/** Parts of a request that every template may name, with what they are. */
const requestParts: Readonly<Record<string, string>> = {
  method: 'GET, POST …',
  host: 'host and port',
  path: 'the path as sent',
  query: 'the query without its question mark',
  target: 'path and query',
  body: 'the body as sent',
  seconds: 'now, in seconds',
  milliseconds: 'now, in milliseconds',
  'iso-time': 'now, as 2026-01-31T12:00:00.000Z',
  nonce: 'a random UUID',
  key: 'the API key',
  passphrase: 'the passphrase',
};

/** `{header:Name}`, `{param:name}` of the query, `{form:name}` of a form or a JSON body. */
const namedPart = /^(?:header|param|form):[^{}]+$/;

const braces = /\{([^{}]*)\}/g;

/** The first part that a template names and nobody knows. */
export const unknownPart = (template: string, own: readonly string[]): string | undefined =>
  [...template.matchAll(braces)]
    .map(([, name = '']) => name)
    .find((name) => !Object.hasOwn(requestParts, name) && !own.includes(name) && !namedPart.test(name));

/** What stands for the time, chance and the credentials; the same for all templates of one request. Byte strings. */
export type GivenParts = Readonly<Record<string, string>>;

/**
 * A template with its parts in place, a byte string. @throws FlowStopped `part-missing` where the request has no such
 * header, parameter or form field; `body-in-file` where it names the bytes of a file
 */
export const filled = (template: string, request: OutgoingRequest, given: GivenParts): string =>
  template
    .split(/(\{[^{}]*\})/)
    .map((piece) =>
      piece.startsWith('{') ? partOf(piece.slice(1, -1), request, given) : utf8ByteString(piece),
    )
    .join('');

const partOf = (name: string, request: OutgoingRequest, given: GivenParts): string => {
  const known = given[name];
  if (known !== undefined) return known;
  const target = utf8ByteString(targetOf('GET', request.url));
  const [path = ''] = target.split('?', 1);
  switch (name) {
    case 'method':
      return request.method;
    case 'host':
      return new URL(request.url).host;
    case 'path':
      return path;
    case 'query':
      return target.slice(path.length + 1);
    case 'target':
      return target;
    case 'body':
      return bodyText(request);
    default:
      return namedPartOf(name, request);
  }
};

const namedPartOf = (whole: string, request: OutgoingRequest): string => {
  const kind = whole.slice(0, whole.indexOf(':'));
  const name = whole.slice(kind.length + 1);
  const value =
    kind === 'header'
      ? valueOf(request.fields, name)
      : kind === 'param'
        ? parameterIn(new URL(request.url).search, name)
        : formField(request, name);
  if (value === undefined) {
    const where = { header: 'has no header', param: 'has no query parameter' }[kind] ?? 'body has no field';
    throw new FlowStopped('part-missing', `The recipe signs ${name}, but the request ${where} of that name.`);
  }
  return value;
};

const parameterIn = (query: string, name: string): string | undefined => {
  const value = new URLSearchParams(query).get(name);
  return value === null ? undefined : utf8ByteString(value);
};

const formField = (request: OutgoingRequest, name: string): string | undefined => {
  const text = bodyText(request);
  if (!text.trimStart().startsWith('{')) return parameterIn(text, name);
  try {
    const json: unknown = JSON.parse(text);
    const member = isRecord(json) ? json[name] : undefined;
    return typeof member === 'string' || typeof member === 'number' ? String(member) : undefined;
  } catch {
    return undefined;
  }
};

const bodyText = ({ body }: OutgoingRequest): string => {
  switch (body.kind) {
    case 'none':
      return '';
    case 'bytes':
      return bytesToByteString(body.bytes);
    case 'pieces':
      throw new FlowStopped(
        'body-in-file',
        'The recipe signs the body itself, and this one lies in a file. Paste it as text.',
      );
    default:
      return body satisfies never;
  }
};
