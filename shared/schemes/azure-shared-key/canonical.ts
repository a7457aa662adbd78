import {
  base64OfBytes,
  byteStringOfBase64,
  byteStringToBytes,
  utf8ByteString,
} from '../../exchange/bytes.ts';
import type { SentField } from '../../exchange/exchange.ts';
import { valueOf } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import { hmacOf } from '../parts/hashes.ts';
import type { OutgoingRequest } from '../scheme.ts';

/** What the string to sign depends on: Table storage signs less, and the Lite forms less again. */
export interface AzureForm {
  readonly lite: boolean;
  readonly table: boolean;
}

/** From this version on an empty body counts as no Content-Length (2015-02-21). */
const emptyLengthSince = '2015-02-21';

/** The string to sign, a byte string. The request holds its date and version already. */
export const azureStringToSign = (
  request: OutgoingRequest,
  account: string,
  { lite, table }: AzureForm,
): string => {
  const { fields, method } = request;
  const value = (name: string): string => valueOf(fields, name) ?? '';
  const msDate = valueOf(fields, 'x-ms-date');
  const resource =
    lite || table ? shortResource(account, request.url) : canonicalizedResource(account, request.url);
  if (table) {
    const date = msDate ?? value('Date');
    return lite
      ? [date, resource].join('\n')
      : [method, value('Content-MD5'), value('Content-Type'), date, resource].join('\n');
  }
  const date = msDate === undefined ? value('Date') : '';
  const head = lite
    ? [method, value('Content-MD5'), value('Content-Type'), date]
    : [
        method,
        value('Content-Encoding'),
        value('Content-Language'),
        contentLength(fields),
        value('Content-MD5'),
        value('Content-Type'),
        date,
        value('If-Modified-Since'),
        value('If-Match'),
        value('If-None-Match'),
        value('If-Unmodified-Since'),
        value('Range'),
      ];
  return [...head, `${canonicalizedHeaders(fields)}${resource}`].join('\n');
};

const contentLength = (fields: readonly SentField[]): string => {
  const length = valueOf(fields, 'Content-Length') ?? '';
  const version = valueOf(fields, 'x-ms-version') ?? emptyLengthSince;
  return length === '0' && version >= emptyLengthSince ? '' : length;
};

/** Each x-ms- field on a line of its own, sorted by name; folded lines and their spaces become one space. */
const canonicalizedHeaders = (fields: readonly SentField[]): string => {
  const values = new Map<string, string>();
  for (const { name, value } of fields) {
    const lower = name.toLowerCase();
    if (!lower.startsWith('x-ms-')) continue;
    const before = values.get(lower);
    const text = value.trim().replace(/\s*\r?\n\s+/g, ' ');
    values.set(lower, before === undefined ? text : `${before},${text}`);
  }
  return [...values]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}\n`)
    .join('');
};

const pathAndQuery = (url: string): { readonly path: string; readonly query: URLSearchParams } => {
  const target = targetOf('GET', url);
  const [path = '/'] = target.split('?', 1);
  // A plus sign is a plus sign to Azure, not a space.
  return { path, query: new URLSearchParams(target.slice(path.length + 1).replaceAll('+', '%2B')) };
};

/** Account, path as sent, and each query parameter on its own line, decoded, its values sorted and joined by commas. */
export const canonicalizedResource = (account: string, url: string): string => {
  const { path, query } = pathAndQuery(url);
  const values = new Map<string, string[]>();
  for (const [name, value] of query) {
    const lower = name.toLowerCase();
    values.set(lower, [...(values.get(lower) ?? []), value]);
  }
  const lines = [...values]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, found]) => `\n${name}:${found.toSorted(byCodeUnit).join(',')}`);
  return utf8ByteString(`/${account}${path}${lines.join('')}`);
};

/** The older form: of the query only `comp` counts. */
const shortResource = (account: string, url: string): string => {
  const { path, query } = pathAndQuery(url);
  const comp = query.get('comp');
  return utf8ByteString(`/${account}${path}${comp === null ? '' : `?comp=${comp}`}`);
};

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Base64 of HMAC-SHA256 over a byte string. `key`: Base64; one that is none is taken for an empty key. */
export const azureSignature = (key: string, stringToSign: string): string =>
  base64OfBytes(
    hmacOf('sha-256', byteStringToBytes(byteStringOfBase64(key) ?? ''), byteStringToBytes(stringToSign)),
  );
