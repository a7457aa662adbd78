import { base64OfByteString, utf8Bytes, byteStringToBytes, utf8OfBytes } from '../exchange/bytes.ts';
import type { DraftBody } from '../workspace/draft.ts';
import { readFormPart } from './curl-form.ts';
import type { GivenOption } from './curl-words.ts';
import type { ShellCommand } from './shell-command.ts';

const FORM = 'application/x-www-form-urlencoded';

export interface CurlBody {
  readonly body: DraftBody;
  /** With -G the data goes behind the address instead; a byte string. */
  readonly query: string | undefined;
  readonly json: boolean;
  readonly notes: readonly string[];
}

type Stdin = ShellCommand['stdin'];

/** One -d, --json and kin: bytes, or a file that the engine must read. */
type Datum = { readonly bytes: string } | { readonly file: string };

const dataOptions = new Set(['data', 'data-ascii', 'data-binary', 'data-raw', 'data-urlencode', 'json']);

/** The body that -d, --json, -F, -T and kin make, or why curl refuses them together. */
export const readCurlBody = (
  given: readonly GivenOption[],
  stdin: Stdin,
  asQuery: boolean,
): CurlBody | { readonly refused: string } => {
  const data = given.filter(({ name }) => dataOptions.has(name));
  const forms = given.filter(({ name }) => name === 'form' || name === 'form-string');
  const uploads = given.filter(({ name }) => name === 'upload-file');
  const kinds = [data.length > 0 && !asQuery, forms.length > 0, uploads.length > 0].filter(Boolean);
  if (kinds.length > 1) {
    return { refused: 'curl refuses data (-d), a form (-F) and an upload (-T) together: keep one of them.' };
  }
  const notes: string[] = [];
  const json = data.some(({ name }) => name === 'json');
  const none: CurlBody = { body: { kind: 'none' }, query: undefined, json, notes };
  if (forms.length > 0) {
    const parts = forms.flatMap((form) => readFormPart(form, stdin, notes));
    return { ...none, body: { kind: 'multipart', parts } };
  }
  const upload = uploads.at(-1);
  if (upload !== undefined) return { ...none, body: uploaded(upload.value, stdin, notes) };
  if (data.length === 0) return none;
  const joined = join(data, stdin, notes);
  if (asQuery) {
    if ('file' in joined) notes.push(`The query is read from ${joined.file} by curl: add it yourself.`);
    return { ...none, query: 'bytes' in joined ? joined.bytes : '' };
  }
  const contentType = json ? 'application/json' : FORM;
  const body: DraftBody =
    'file' in joined
      ? { kind: 'file', path: joined.file, contentType }
      : bodyOfBytes(joined.bytes, contentType);
  return { ...none, body };
};

/** Text where the bytes are UTF-8. */
const bodyOfBytes = (bytes: string, contentType: string): DraftBody => {
  const text = utf8OfBytes(bytes);
  return isUtf8(bytes, text)
    ? { kind: 'text', text, contentType }
    : { kind: 'bytes', base64: base64OfByteString(bytes), contentType };
};

const isUtf8 = (bytes: string, text: string): boolean =>
  text !== bytes || utf8Bytes(text).length === byteStringToBytes(bytes).length;

const uploaded = (name: string, stdin: Stdin, notes: string[]): DraftBody => {
  if (name !== '-' && name !== '.') return { kind: 'file', path: utf8OfBytes(name), contentType: '' };
  if (stdin === undefined) {
    notes.push('The body comes from the standard input, which is not in the text: add it.');
    return { kind: 'none' };
  }
  return 'file' in stdin ? { kind: 'file', path: stdin.file, contentType: '' } : bodyOfBytes(stdin.text, '');
};

/** curl joins data with "&", but --json to what stands before as it is. */
const join = (data: readonly GivenOption[], stdin: Stdin, notes: string[]): Datum => {
  const read = data.map((one) => ({ name: one.name, datum: readDatum(one, stdin, notes) }));
  const [only] = read;
  if (only !== undefined && read.length === 1) return only.datum;
  let bytes = '';
  let some = false;
  for (const { name, datum } of read) {
    if ('file' in datum) {
      notes.push(`The content of ${datum.file} belongs into the body between other data: add it yourself.`);
      continue;
    }
    bytes += some && name !== 'json' ? `&${datum.bytes}` : datum.bytes;
    some = true;
  }
  return { bytes };
};

const readDatum = ({ name, value }: GivenOption, stdin: Stdin, notes: string[]): Datum => {
  if (name === 'data-raw') return { bytes: value };
  if (name === 'data-urlencode') return urlencoded(value, stdin, notes);
  if (!value.startsWith('@')) return { bytes: value };
  const path = value.slice(1);
  // Without --data-binary curl leaves out line ends and NULs of what it reads.
  const strip = name === 'data' || name === 'data-ascii';
  if (path === '-') {
    if (stdin === undefined) {
      notes.push('Data comes from the standard input, which is not in the text: add it.');
      return { bytes: '' };
    }
    if ('text' in stdin) return { bytes: strip ? stripped(stdin.text) : stdin.text };
  }
  const file = path === '-' && stdin !== undefined && 'file' in stdin ? stdin.file : utf8OfBytes(path);
  if (strip) notes.push(`curl leaves out the line ends of ${file}; here the file is sent as it is.`);
  return { file };
};

const stripped = (bytes: string): string => bytes.replace(/[\r\n\0]/g, ''); // oxlint-disable-line no-control-regex -- NUL is meant

/** `content`, `=content`, `name=content`, `@file`, `name@file` (curl(1), --data-urlencode). */
export const urlencoded = (value: string, stdin: Stdin, notes: string[]): { readonly bytes: string } => {
  const mark = value.search(/[=@]/);
  if (mark < 0) return { bytes: curlEscape(value) };
  const name = value.slice(0, mark);
  const before = name === '' ? '' : `${name}=`;
  const content = value.slice(mark + 1);
  if (value[mark] === '=') return { bytes: before + curlEscape(content) };
  if (content === '-' && stdin !== undefined && 'text' in stdin)
    return { bytes: before + curlEscape(stdin.text) };
  notes.push(
    `The content of ${utf8OfBytes(content)} is not in the text: add it after ${name === '' ? 'the data' : name}.`,
  );
  return { bytes: before };
};

/** Percent-encodes all but RFC 3986's unreserved characters, a blank as "+". */
const curlEscape = (bytes: string): string =>
  bytes.replace(/[^A-Za-z0-9\-._~]/g, (char) =>
    char === ' ' ? '+' : `%${char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  );
