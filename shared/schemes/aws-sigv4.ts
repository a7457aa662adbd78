import { valueOf } from '../exchange/fields.ts';
import { isTypedAuthorization } from './parts/attach.ts';
import { awsCurl, awsCurlReading } from './aws-sigv4/curl.ts';
import { awsForeign } from './aws-sigv4/foreign.ts';
import { awsNotices } from './aws-sigv4/notices.ts';
import { awsSettingsSchema, type AwsSettings } from './aws-sigv4/settings.ts';
import { hex } from './parts/hex.ts';
import {
  bodyHash,
  credentialsFrom,
  defineScheme,
  FlowStopped,
  send,
  type OpenSettings,
  type OutgoingRequest,
  type Step,
  type StepResult,
} from './scheme.ts';
import { scopeOfUrl } from './aws-sigv4/host.ts';
import { announced, streamingOf } from './aws-sigv4/streaming.ts';
import { parameter, signSigV4, type SigV4Signing } from './aws-sigv4/sign.ts';

/** A presigned URL is good for a week at most. */
const longestExpiry = 604_800;

const isEmpty = ({ keys, accessKeyId, secretAccessKey }: AwsSettings): boolean =>
  keys === 'typed' && accessKeyId === '' && secretAccessKey === '';

const isTyped = (own: OpenSettings): boolean => own['keys'] === 'typed';

const isS3 = (service: string): boolean => /^s3(?:$|-|express)/.test(service);

type Credentials = SigV4Signing['credentials'];

function* credentialsOf(
  own: AwsSettings,
): Generator<Step, { readonly credentials: Credentials; readonly region: string }, StepResult> {
  if (own.keys === 'typed') return { credentials: own, region: own.region };
  const name = own.profile === '' ? 'default' : own.profile;
  const values = yield* credentialsFrom({ kind: 'aws-profile', name });
  if (values === undefined) {
    throw new FlowStopped(
      'aws-profile-missing',
      `The shared AWS files have no profile "${name}". Check its name, or type the keys here.`,
    );
  }
  const { accessKeyId = '', secretAccessKey = '', sessionToken = '', region = '' } = values;
  return {
    credentials: { accessKeyId, secretAccessKey, sessionToken },
    region: own.region === '' ? region : own.region,
  };
}

/** A presigned URL of S3 is made before anybody knows what body will go with it. */
const wordForPayload = (own: AwsSettings, service: string): string | undefined =>
  own.payload === 'unsigned' || (own.place === 'query' && isS3(service)) ? 'UNSIGNED-PAYLOAD' : undefined;

function* signed(
  request: OutgoingRequest,
  own: AwsSettings,
  nowMs: number,
): Generator<Step, OutgoingRequest, StepResult> {
  const { credentials, region } = yield* credentialsOf(own);
  const guessed = scopeOfUrl(request.url);
  const service = own.service === '' ? guessed.service.value : own.service;
  const streaming = streamingOf(own, request.body);
  const payloadHash =
    valueOf(request.fields, 'X-Amz-Content-Sha256') ??
    streaming?.word ??
    wordForPayload(own, service) ??
    hex(yield* bodyHash('sha-256', request.body));
  return signSigV4(streaming === undefined ? request : announced(request, streaming), {
    credentials,
    region: region === '' ? guessed.region.value : region,
    service,
    nowMs,
    place: own.place,
    expires: own.expires,
    pathRule: isS3(service) ? 'verbatim' : 'normalised',
    payloadHash,
    contentHashField: isS3(service) || own.contentHash || own.payload !== 'signed',
    streaming,
    tokenUnsigned: own.tokenUnsigned,
  });
}

/** A signature that was typed stands for all the rest. */
const isSigned = (request: OutgoingRequest, { place }: AwsSettings): boolean =>
  place === 'query' ? parameter(request.url, 'X-Amz-Signature') !== undefined : isTypedAuthorization(request);

/** AWS Signature Version 4, in the Authorization field or as a presigned URL. An empty form adds nothing. */
export const awsSigV4 = defineScheme<AwsSettings>({
  id: 'aws-sigv4',
  label: 'AWS Signature v4',
  references: ['AWS Signature Version 4 for API requests', 'Amazon S3: Authenticating Requests'],
  challenges: ['aws4-hmac-sha256'],
  form: [
    {
      name: 'keys',
      label: 'Keys',
      kind: 'choice',
      choices: [
        { value: 'typed', label: 'Typed here' },
        { value: 'profile', label: 'AWS profile' },
      ],
    },
    { name: 'accessKeyId', label: 'Access key ID', kind: 'text', placeholder: 'AKIA…', when: isTyped },
    { name: 'secretAccessKey', label: 'Secret access key', kind: 'secret', when: isTyped },
    {
      name: 'sessionToken',
      label: 'Session token',
      kind: 'secret',
      help: 'Only with temporary keys, which begin with ASIA.',
      when: isTyped,
    },
    {
      name: 'profile',
      label: 'Profile',
      kind: 'text',
      placeholder: 'default',
      help: 'A profile with keys in ~/.aws/credentials or ~/.aws/config.',
      when: (own) => own['keys'] === 'profile',
    },
    {
      name: 'region',
      label: 'Region',
      kind: 'text',
      group: 'Signed for',
      help: 'Empty: read off the host, or off the AWS profile.',
      guess: (_, url) => scopeOfUrl(url).region,
    },
    {
      name: 'service',
      label: 'Service',
      kind: 'text',
      group: 'Signed for',
      guess: (_, url) => scopeOfUrl(url).service,
    },
    {
      name: 'place',
      label: 'Place',
      kind: 'choice',
      group: 'Signature',
      choices: [
        { value: 'header', label: 'Header' },
        { value: 'query', label: 'Query', note: 'presigned URL' },
      ],
    },
    {
      name: 'expires',
      label: 'Good for',
      kind: 'text',
      group: 'Signature',
      help: 'Seconds; a week (604800) at most.',
      when: (own) => own['place'] === 'query',
    },
    {
      name: 'payload',
      label: 'Body',
      kind: 'choice',
      group: 'Signature',
      choices: [
        { value: 'signed', label: 'Signed', note: 'its SHA-256' },
        { value: 'unsigned', label: 'Unsigned', note: 'UNSIGNED-PAYLOAD' },
        { value: 'chunks', label: 'Signed in chunks', note: 'S3, while it is sent' },
        { value: 'chunks-checksum', label: 'Signed in chunks, with a checksum', note: 'S3' },
        { value: 'checksum', label: 'Unsigned, with a checksum', note: 'S3, over TLS' },
      ],
    },
    {
      name: 'checksum',
      label: 'Checksum',
      kind: 'choice',
      group: 'Signature',
      help: 'Sent behind the last chunk.',
      choices: [
        { value: 'crc32', label: 'CRC-32' },
        { value: 'crc32c', label: 'CRC-32C' },
        { value: 'sha256', label: 'SHA-256' },
      ],
      when: (own) => String(own['payload']).endsWith('checksum'),
    },
    {
      name: 'contentHash',
      label: 'X-Amz-Content-Sha256',
      kind: 'switch',
      group: 'Signature',
      help: 'S3 always gets it; some other services want it too.',
      when: (own) => own['place'] === 'header',
    },
    {
      name: 'tokenUnsigned',
      label: 'Token unsigned',
      kind: 'switch',
      group: 'Signature',
      help: 'The session token is added behind the signature, as AWS IoT wants it.',
      when: (own) => own['sessionToken'] !== '',
    },
  ],
  credential: 'access key or secret',
  settings: awsSettingsSchema,
  summary: ({ keys, accessKeyId, profile, service }) =>
    ['AWS Signature v4', keys === 'profile' ? `profile ${profile || 'default'}` : accessKeyId, service]
      .filter((part) => part !== '')
      .join(', '),
  problem: (own) => {
    if (own.keys === 'typed' && !isEmpty(own)) {
      if (own.accessKeyId === '') return 'The access key ID is missing.';
      if (own.secretAccessKey === '') return 'The secret access key is missing.';
    }
    if (own.place === 'query' && own.payload !== 'signed' && own.payload !== 'unsigned') {
      return 'A presigned URL cannot carry a body in chunks; choose another body, or the header.';
    }
    const seconds = /^\d+$/.test(own.expires) ? Number(own.expires) : 0;
    return own.place === 'query' && (seconds < 1 || seconds > longestExpiry)
      ? 'A presigned URL is good for 1 to 604800 seconds; correct "Good for".'
      : undefined;
  },
  *flow(request, own, env) {
    if (isEmpty(own) || isSigned(request, own)) yield* send(request);
    else yield* send(yield* signed(request, own, env.nowMs()));
  },
  notices: awsNotices,
  curl: awsCurl,
  curlReading: awsCurlReading,
  foreign: awsForeign,
});
