import { fieldNamed, valueOf } from '../../shared/exchange/fields.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';

const token = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;

/** Why a request cannot be put on the wire at all, one sentence. All else is sent as it is, sensible or not. */
export const unsendable = (
  { method, fields, trailers = [] }: OutgoingRequest,
  target: string,
): string | undefined => {
  if (!token.test(method)) return `"${method}" is not a method. Write one word of letters.`;
  if (/[^\u0021-\u00ff]/.test(target)) {
    return 'The address holds a space or a control character. Write it percent-encoded, a space as %20.';
  }
  for (const { name, value } of [...fields, ...trailers]) {
    if (!token.test(name))
      return `"${name}" cannot be the name of a field. Remove its spaces and special characters.`;
    if (/[\r\n\0]/.test(value)) return `The ${name} field holds a line break or a NUL. Remove it.`;
    if (/[^\u0000-\u00ff]/.test(value))
      return `The ${name} field holds a character that is not a byte. Encode it as UTF-8 first.`;
  }
  return undefined;
};

/** Why HTTP/1.1 has no place for the fields that `Trailer` announces: only chunks do (RFC 9112 §7.1.2). */
export const trailersWithoutChunks = ({ fields }: OutgoingRequest): string | undefined =>
  fieldNamed(fields, 'Trailer') === undefined ||
  /(?:^|,)\s*chunked\s*$/i.test(valueOf(fields, 'Transfer-Encoding') ?? '')
    ? undefined
    : 'A Trailer field announces fields behind the body, and HTTP/1.1 has a place for them only behind a body in chunks. Give the request a body and leave out Content-Length, or remove Trailer.';

/** Methods that may be sent again without asking when a kept connection turns out to be dead (RFC 9110 §9.2.2). */
export const isIdempotent = (method: string): boolean =>
  ['GET', 'HEAD', 'OPTIONS', 'TRACE', 'PUT', 'DELETE'].includes(method);
