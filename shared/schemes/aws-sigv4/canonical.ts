import { byteStringToBytes } from '../../exchange/bytes.ts';
import type { SentField } from '../../exchange/exchange.ts';
import { fieldNamed } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import { hash } from '../parts/hashes.ts';
import { hex } from '../parts/hex.ts';
import type { OutgoingRequest } from '../scheme.ts';
import { canonicalPath, canonicalQuery, type SigV4PathRule } from './uri.ts';

export const sigV4Algorithm = 'AWS4-HMAC-SHA256';

/** Fields that proxies and connections may rewrite on the way, so that no signature may rest on them. */
const changeable = new Set([
  'authorization',
  'connection',
  'expect',
  'keep-alive',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'user-agent',
  'x-amzn-trace-id',
]);

/** What belongs to the message is signed; what we add by default, and what the jar adds, is not. */
const isSigned = ({ name, origin }: SentField): boolean =>
  !changeable.has(name.toLowerCase()) &&
  (name.toLowerCase() === 'host' || (origin?.from !== 'default' && origin?.from !== 'cookie-jar'));

/** Names in lower case, each once and sorted, with their values trimmed, their spaces squeezed and joined by commas. */
export const signedFields = ({
  url,
  fields,
}: Pick<OutgoingRequest, 'url' | 'fields'>): ReadonlyMap<string, string> => {
  const values = new Map<string, string>();
  const all =
    fieldNamed(fields, 'Host') === undefined
      ? [{ name: 'host', value: new URL(url).host }, ...fields]
      : fields;
  for (const field of all) {
    if (!isSigned(field)) continue;
    const name = field.name.toLowerCase();
    const value = field.value.trim().replace(/ +/g, ' ');
    const before = values.get(name);
    values.set(name, before === undefined ? value : `${before},${value}`);
  }
  return new Map([...values].toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The request as it is signed, a byte string. `payloadHash`: hex of the body's SHA-256, or the word that stands for it. */
export const canonicalRequest = (
  request: OutgoingRequest,
  payloadHash: string,
  rule: SigV4PathRule,
): string => {
  const fields = signedFields(request);
  const [path = '/', query = ''] = splitTarget(request);
  return [
    request.method,
    canonicalPath(path, rule),
    canonicalQuery(query),
    ...[...fields].map(([name, value]) => `${name}:${value}`),
    '',
    [...fields.keys()].join(';'),
    payloadHash,
  ].join('\n');
};

const splitTarget = ({ url }: OutgoingRequest): readonly string[] => {
  const target = targetOf('GET', url);
  const at = target.indexOf('?');
  return at < 0 ? [target] : [target.slice(0, at), target.slice(at + 1)];
};

/** `scope`: date/region/service/aws4_request. */
export const stringToSign = (date: string, scope: string, canonical: string): string =>
  [sigV4Algorithm, date, scope, hex(hash('sha-256', byteStringToBytes(canonical)))].join('\n');
