import { utf8ByteString } from '../../exchange/bytes.ts';
import type { SentField } from '../../exchange/exchange.ts';
import { fieldNamed, sameName } from '../../exchange/fields.ts';
import type { OutgoingRequest } from '../scheme.ts';

/** Compose puts the profile's name into the note; a scheme does not know it. */
const origin: SentField['origin'] = { from: 'auth', note: '' };

/**
 * Adds a credential as a field. A field of that name that the person typed stays and nothing is added; one that came
 * from user:password in the URL gives way. Name and value are byte strings.
 */
export const attachField = (request: OutgoingRequest, name: string, value: string): OutgoingRequest => {
  const present = fieldNamed(request.fields, name);
  if (present !== undefined && present.origin?.from !== 'url') return request;
  const others = request.fields.filter((field) => !sameName(field.name, name));
  return { ...request, fields: [...others, { name, value, origin }] };
};

/**
 * The request without Authorization where nobody typed it: neither what a scheme added before, nor the Basic field that
 * user:password of the URL became, which would give the password away.
 */
export const withoutCredentials = ({
  method,
  url,
  fields,
  body,
  trailers,
}: OutgoingRequest): OutgoingRequest => ({
  method,
  url,
  body,
  ...(trailers === undefined ? {} : { trailers }),
  fields: fields.filter(
    ({ name, origin }) =>
      !((origin?.from === 'url' || origin?.from === 'auth') && sameName(name, 'Authorization')),
  ),
});

/** Adds a cookie to the Cookie field, which a request has at most once (RFC 6265 §5.4). */
export const attachCookie = (request: OutgoingRequest, name: string, value: string): OutgoingRequest => {
  const pair = `${name}=${value}`;
  const present = fieldNamed(request.fields, 'Cookie');
  if (present === undefined) return attachField(request, 'Cookie', pair);
  const merged: SentField = { ...present, value: `${present.value}; ${pair}`, origin };
  return { ...request, fields: request.fields.map((field) => (field === present ? merged : field)) };
};

/** Appends `name=value` to the query, percent-encoded; what is there already stays as it is. */
export const attachQuery = (request: OutgoingRequest, name: string, value: string): OutgoingRequest => {
  const pair = `${encodeURIComponent(name)}=${encodeURIComponent(value)}`;
  const mark = !request.url.includes('?') ? '?' : /[?&]$/.test(request.url) ? '' : '&';
  return { ...request, url: `${request.url}${mark}${pair}` };
};

/** The field value for a token, as a byte string; the bare token where the prefix is empty. */
export const prefixed = (prefix: string, token: string): string =>
  utf8ByteString(prefix === '' ? token : `${prefix} ${token}`);

/** Whether an Authorization stands there that the person typed: it stands for all that a scheme would add. */
export const isTypedAuthorization = ({ fields }: OutgoingRequest): boolean =>
  (fieldNamed(fields, 'Authorization')?.origin?.from ?? 'url') !== 'url';
