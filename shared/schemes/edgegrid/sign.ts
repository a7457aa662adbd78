import { base64OfBytes, byteStringToBytes, utf8ByteString, utf8Bytes } from '../../exchange/bytes.ts';
import { valueOf } from '../../exchange/fields.ts';
import { targetOf } from '../../exchange/target.ts';
import { attachField } from '../parts/attach.ts';
import type { EdgeGridSettings } from './settings.ts';
import { hash, hmacOf } from '../parts/hashes.ts';
import { randomUuid } from '../parts/random-uuid.ts';
import {
  bodyHash,
  FlowStopped,
  type OutgoingRequest,
  type SchemeEnv,
  type Step,
  type StepResult,
} from '../scheme.ts';
import { dots, input, maskedPart, secretInput, shortened } from '../parts/xray-parts.ts';

const hmac = (key: string, text: string): string =>
  base64OfBytes(hmacOf('sha-256', utf8Bytes(key), byteStringToBytes(text)));

/** As in `20140321T19:34:21+0000`. */
const edgeGridTime = (ms: number): string =>
  new Date(ms)
    .toISOString()
    .replace(/-/g, '')
    .replace(/\.\d{3}Z$/, '+0000');

/** Base64 of the hash of a POST body's beginning; empty for every other method and for no body. */
function* contentHash(
  { method, body, fields }: OutgoingRequest,
  maxBody: number,
): Generator<Step, string, StepResult> {
  if (method.toUpperCase() !== 'POST' || body.kind === 'none') return '';
  if (body.kind === 'bytes') {
    return body.bytes.length === 0 ? '' : base64OfBytes(hash('sha-256', body.bytes.subarray(0, maxBody)));
  }
  const size = Number(valueOf(fields, 'Content-Length') ?? Number.NaN);
  if (!(size <= maxBody)) {
    throw new FlowStopped(
      'body-in-file',
      `EdgeGrid signs the first ${maxBody} bytes of a body, and this one lies in a longer file. Paste what is sent as text.`,
    );
  }
  return base64OfBytes(yield* bodyHash('sha-256', body));
}

/** The named fields that are there, in the order of the names, spaces squeezed. */
const canonicalHeaders = ({ fields }: OutgoingRequest, names: string): string =>
  names
    .split(',')
    .map((name) => name.trim())
    .flatMap((name) => {
      const value = name === '' ? undefined : valueOf(fields, name);
      return value === undefined ? [] : [`${name.toLowerCase()}:${value.trim().replace(/\s+/g, ' ')}`];
    })
    .join('\t');

/** Adds the Authorization field, signed now. @throws FlowStopped `body-in-file` */
export function* edgeGridSigned(
  request: OutgoingRequest,
  own: EdgeGridSettings,
  env: SchemeEnv,
): Generator<Step, OutgoingRequest, StepResult> {
  const { protocol, host } = new URL(request.url);
  const timestamp = own.timestamp || edgeGridTime(env.nowMs());
  const nonce = own.nonce || randomUuid(env.randomBytes(16));
  const credentials = utf8ByteString(
    `EG1-HMAC-SHA256 client_token=${own.clientToken};access_token=${own.accessToken};timestamp=${timestamp};nonce=${nonce};`,
  );
  const hashed = yield* contentHash(request, Number(own.maxBody));
  const dataToSign = [
    request.method.toUpperCase(),
    protocol.replace(':', ''),
    (own.host || host).toLowerCase(),
    utf8ByteString(targetOf('GET', request.url)),
    canonicalHeaders(request, own.headersToSign),
    hashed,
    credentials,
  ].join('\t');
  const signature = hmac(hmac(own.clientSecret, timestamp), dataToSign);
  return {
    ...attachField(request, 'Authorization', `${credentials}signature=${signature}`),
    signed: true,
    xray: {
      scheme: 'Akamai EdgeGrid, EG1-HMAC-SHA256',
      parts: [
        input('client token', own.clientToken),
        secretInput('access token'),
        secretInput('client secret'),
        input('timestamp', timestamp),
        input('nonce', nonce),
        ...(hashed === '' ? [] : [input('content hash', hashed)]),
        maskedPart('to-sign', 'data to sign', dataToSign, [utf8ByteString(own.accessToken)]),
        { kind: 'result', label: 'signing key', text: dots, masked: true },
        shortened('signature', signature),
      ],
    },
  };
}
