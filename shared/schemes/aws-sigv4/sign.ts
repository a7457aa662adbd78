import { byteStringToBytes, bytesToByteString, utf8ByteString, utf8Bytes } from '../../exchange/bytes.ts';
import type { Xray } from '../../exchange/exchange.ts';
import { fieldNamed, valueOf } from '../../exchange/fields.ts';
import { attachField, attachQuery } from '../parts/attach.ts';
import { hmacOf } from '../parts/hashes.ts';
import { hex } from '../parts/hex.ts';
import type { OutgoingRequest } from '../scheme.ts';
import { canonicalRequest, sigV4Algorithm, signedFields, stringToSign } from './canonical.ts';
import { awsChunked, type ChunkSeed } from './chunks.ts';
import type { Streaming } from './streaming.ts';
import { percentDecoded, uriEncode, type SigV4PathRule } from './uri.ts';
import { dots, input, maskedPart, secretInput, shortened } from '../parts/xray-parts.ts';

export interface SigV4Signing {
  readonly credentials: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    /** Empty where the key is a lasting one. */
    readonly sessionToken: string;
  };
  readonly region: string;
  readonly service: string;
  readonly nowMs: number;
  readonly place: 'header' | 'query';
  /** Seconds for which a presigned URL is good. */
  readonly expires: string;
  readonly pathRule: SigV4PathRule;
  /** Hex of the body's SHA-256, or the word that stands for it. */
  readonly payloadHash: string;
  /** Whether X-Amz-Content-Sha256 goes with a signed header. */
  readonly contentHashField: boolean;
  /** Of a body that is sent in chunks; its fields are there already. */
  readonly streaming?: Streaming | undefined;
  /** The token is added behind the signature instead of being signed. */
  readonly tokenUnsigned: boolean;
}

/** ISO 8601 in its basic form, to the second. */
const amzDate = (ms: number): string => new Date(ms).toISOString().replace(/[-:]|\.\d{3}/g, '');

/**
 * Adds the signature, in fields or in the query. Fields and parameters of these names that are there already stay and
 * are signed as they are.
 */
export const signSigV4 = (request: OutgoingRequest, signing: SigV4Signing): OutgoingRequest =>
  signing.place === 'header' ? signInFields(request, signing) : signInQuery(request, signing);

const signInFields = (request: OutgoingRequest, signing: SigV4Signing): OutgoingRequest => {
  const { credentials, tokenUnsigned, payloadHash } = signing;
  const withToken = (to: OutgoingRequest): OutgoingRequest =>
    credentials.sessionToken === ''
      ? to
      : attachField(to, 'X-Amz-Security-Token', utf8ByteString(credentials.sessionToken));
  const dated = attachField(request, 'X-Amz-Date', amzDate(signing.nowMs));
  const hashed = signing.contentHashField ? attachField(dated, 'X-Amz-Content-Sha256', payloadHash) : dated;
  const bare = tokenUnsigned ? hashed : withToken(hashed);
  const date = valueOf(bare.fields, 'X-Amz-Date') ?? '';
  const { signature, scope, key, xray } = signatureOf(bare, date, signing);
  const value = [
    `${sigV4Algorithm} Credential=${utf8ByteString(credentials.accessKeyId)}/${scope}`,
    `SignedHeaders=${[...signedFields(bare).keys()].join(';')}`,
    `Signature=${signature}`,
  ].join(', ');
  const signed = attachField(bare, 'Authorization', value);
  return {
    ...(tokenUnsigned ? withToken(signed) : signed),
    signed: true,
    xray,
    ...codingOf(signing.streaming, { key, date, scope, signature }),
  };
};

const codingOf = (streaming: Streaming | undefined, seed: ChunkSeed): Pick<OutgoingRequest, 'coding'> =>
  streaming === undefined
    ? {}
    : {
        coding: awsChunked({
          seed: streaming.signed ? seed : undefined,
          checksum: streaming.checksum,
        }),
      };

const signInQuery = (request: OutgoingRequest, signing: SigV4Signing): OutgoingRequest => {
  const { credentials, tokenUnsigned } = signing;
  const date = parameter(request.url, 'X-Amz-Date') ?? amzDate(signing.nowMs);
  const token = { 'X-Amz-Security-Token': credentials.sessionToken };
  const bare = withParameters(request, {
    'X-Amz-Algorithm': sigV4Algorithm,
    'X-Amz-Credential': `${credentials.accessKeyId}/${scopeOf(date, signing)}`,
    'X-Amz-Date': date,
    'X-Amz-Expires': signing.expires,
    'X-Amz-SignedHeaders': [...signedFields(request).keys()].join(';'),
    ...(tokenUnsigned ? {} : token),
  });
  const { signature, xray } = signatureOf(bare, date, signing);
  const late = withParameters(bare, tokenUnsigned ? token : {});
  return { ...attachQuery(late, 'X-Amz-Signature', signature), signed: true, xray };
};

/** The first parameter of that name, decoded. */
export const parameter = (url: string, name: string): string | undefined => {
  const pair = url
    .slice(url.indexOf('?') + 1)
    .split('&')
    .find((one) => url.includes('?') && one.startsWith(`${name}=`));
  return pair === undefined ? undefined : bytesToByteString(percentDecoded(pair.slice(name.length + 1)));
};

const withParameters = (
  request: OutgoingRequest,
  parameters: Readonly<Record<string, string>>,
): OutgoingRequest =>
  Object.entries(parameters).reduce(
    (to, [name, value]) =>
      value === '' || parameter(to.url, name) !== undefined ? to : attachQuery(to, name, value),
    request,
  );

const scopeOf = (date: string, { region, service }: SigV4Signing): string =>
  [date.slice(0, 8), utf8ByteString(region), utf8ByteString(service), 'aws4_request'].join('/');

/** The key that a signature of one day, region and service is made with. */
const signingKey = (secret: string, scope: string): Uint8Array =>
  scope
    .split('/')
    .reduce<Uint8Array>(
      (key, part) => hmacOf('sha-256', key, byteStringToBytes(part)),
      utf8Bytes(`AWS4${secret}`),
    );

const signatureOf = (
  request: OutgoingRequest,
  date: string,
  signing: SigV4Signing,
): {
  readonly signature: string;
  readonly scope: string;
  readonly key: Uint8Array;
  readonly xray: Xray;
} => {
  const { accessKeyId, secretAccessKey, sessionToken } = signing.credentials;
  const scope = scopeOf(date, signing);
  const canonical = canonicalRequest(request, signing.payloadHash, signing.pathRule);
  const toSign = stringToSign(date, scope, canonical);
  const key = signingKey(secretAccessKey, scope);
  const signature = hex(hmacOf('sha-256', key, byteStringToBytes(toSign)));
  const typedToken = fieldNamed(request.fields, 'X-Amz-Security-Token')?.value ?? '';
  const tokens = [sessionToken, uriEncode(utf8Bytes(sessionToken)), typedToken];
  const parts: Xray['parts'] = [
    input('access key ID', accessKeyId),
    secretInput('secret access key'),
    ...(sessionToken === '' ? [] : [secretInput('session token')]),
    input('date', date),
    input('credential scope', scope),
    input('payload hash', signing.payloadHash),
    maskedPart('canonical', 'canonical request', canonical, tokens),
    { kind: 'to-sign', label: 'string to sign', text: toSign },
    { kind: 'result', label: 'signing key', text: dots, masked: true },
    shortened('signature', signature),
  ];
  return { signature, scope, key, xray: { scheme: 'AWS Signature Version 4', parts } };
};
