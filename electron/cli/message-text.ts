import { bytesToByteString } from '../../shared/exchange/bytes.ts';
import type { Field, ReceivedResponse, SentRequest } from '../../shared/exchange/exchange.ts';
import { targetOf } from '../../shared/exchange/target.ts';
import { codedBody } from '../../shared/schemes/parts/coded-body.ts';
import type { OutgoingRequest } from '../../shared/schemes/scheme.ts';

/** Heads as they crossed the wire; made anew only where no socket was watched. Byte strings, ending in an empty line. */
const head = (first: string, fields: readonly Field[]): string =>
  [first, ...fields.filter(isLine).map(({ name, value }) => `${name}: ${value}`), '', ''].join('\r\n');

/** Pseudo-fields are what HTTP/2 has in the start line's place (RFC 9113 §8.3). */
const isLine = ({ name }: Field): boolean => !name.startsWith(':');

export const responseHead = (response: ReceivedResponse): string =>
  response.rawHead ??
  head(`${response.httpVersion} ${response.status} ${response.reason}`.trimEnd(), response.fields);

export const requestHead = (request: SentRequest): string =>
  request.rawHead ?? head(`${request.method} ${request.target} ${request.httpVersion}`, request.fields);

/** Fields behind a body, a line each. */
export const trailerText = (trailers: readonly Field[]): string =>
  trailers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');

/** The bytes of a request that was not sent; files within its body are named, not read. */
export const outgoingBytes = (request: OutgoingRequest): Buffer => {
  const { method, url, fields, trailers = [] } = request;
  const body = codedBody(request);
  const target = method === 'CONNECT' ? url : targetOf(method, url);
  const pieces = [Buffer.from(head(`${method} ${target} HTTP/1.1`, fields), 'latin1')];
  if (body.kind === 'bytes') pieces.push(Buffer.from(body.bytes));
  if (body.kind === 'pieces') {
    for (const piece of body.pieces) {
      pieces.push(
        piece.kind === 'bytes'
          ? Buffer.from(bytesToByteString(piece.bytes), 'latin1')
          : Buffer.from(`[content of ${piece.path}]`),
      );
    }
  }
  if (trailers.length > 0) pieces.push(Buffer.from(`\r\n${trailerText(trailers)}`, 'latin1'));
  return Buffer.concat(pieces);
};
