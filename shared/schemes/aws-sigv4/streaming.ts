import type { SentField } from '../../exchange/exchange.ts';
import { sameName, valueOf } from '../../exchange/fields.ts';
import { attachField } from '../parts/attach.ts';
import { FlowStopped, type OutgoingBody, type OutgoingRequest } from '../scheme.ts';
import { checksumField, codedSize } from './chunks.ts';
import type { ChecksumName } from './checksums.ts';
import type { AwsSettings } from './settings.ts';

/** How a body is sent in chunks. */
export interface Streaming {
  /** Stands for the payload's hash. */
  readonly word: string;
  readonly signed: boolean;
  readonly checksum: ChecksumName | undefined;
}

/** `undefined` where the body leaves as it is: so chosen, or there is none. */
export const streamingOf = (
  { payload, place, checksum }: AwsSettings,
  body: OutgoingBody,
): Streaming | undefined => {
  if (place === 'query' || body.kind === 'none') return undefined;
  switch (payload) {
    case 'signed':
    case 'unsigned':
      return undefined;
    case 'chunks':
      return { word: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD', signed: true, checksum: undefined };
    case 'chunks-checksum':
      return { word: 'STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER', signed: true, checksum };
    case 'checksum':
      return { word: 'STREAMING-UNSIGNED-PAYLOAD-TRAILER', signed: false, checksum };
    default:
      return payload satisfies never;
  }
};

/**
 * The fields that go with a body in chunks, before the request is signed: its length on the wire and its own, and what
 * stands behind it.
 * @throws FlowStopped where the length of the body is not known
 */
export const announced = (request: OutgoingRequest, streaming: Streaming): OutgoingRequest => {
  const size = sizeOf(request);
  const length = String(codedSize(size, streaming));
  const fields: SentField[] = request.fields.map((field) =>
    sameName(field.name, 'Content-Length') && field.origin?.from === 'body'
      ? { ...field, value: length, origin: { from: 'body', note: 'from the body in chunks' } }
      : field,
  );
  // S3 wants it in front of codings that stay on the object.
  const coded = [
    { name: 'Content-Encoding', value: 'aws-chunked', origin: { from: 'auth' as const, note: '' } },
  ];
  const at = fields.findIndex(({ name }) => sameName(name, 'Content-Encoding'));
  const withCoding = fields.toSpliced(at < 0 ? fields.length : at, 0, ...coded);
  const sized = attachField({ ...request, fields: withCoding }, 'X-Amz-Decoded-Content-Length', String(size));
  return streaming.checksum === undefined
    ? sized
    : attachField(sized, 'X-Amz-Trailer', checksumField(streaming.checksum));
};

const sizeOf = ({ body, fields }: OutgoingRequest): number => {
  if (body.kind === 'bytes') return body.bytes.length;
  const length = valueOf(fields, 'Content-Length');
  if (length !== undefined && /^\d+$/.test(length)) return Number(length);
  throw new FlowStopped(
    'aws-length-unknown',
    'S3 wants to know the length of a body in chunks before it comes. Leave Transfer-Encoding out, so that Content-Length says it.',
  );
};
