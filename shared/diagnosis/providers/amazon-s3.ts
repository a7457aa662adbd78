import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { s3Answers, s3SignatureSigns, signedForS3, unknownS3Key } from './s3-answers.ts';

const answer = s3Answers();

export const amazonS3 = defineProvider({
  id: 'amazon-s3',
  name: 'Amazon S3',
  category: 'storage',
  address: 'https://bucket.s3.eu-west-1.amazonaws.com/object',
  family: 'aws',
  hosts: /(^|\.)s3[.-]([\w-]+\.)*amazonaws\.com(\.cn)?$/,
  fields: [['x-amz-id-2'], ['server', /^AmazonS3$/]],
  body: /<Error>\s*<Code>\w+<\/Code>[\s\S]*<HostId>/,
  misleads: [
    {
      says: 'AccessDenied',
      means: 'Also the answer for an object that does not exist, to whom may not list the bucket.',
    },
  ],
  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'],
  doors: [
    'authorization aws4-hmac-sha256',
    'authorization aws',
    'query x-amz-signature',
    'query signature',
    'query x-amz-credential',
    'query awsaccesskeyid',
  ],
  signs: [
    unknownS3Key(answer),
    ...s3SignatureSigns(answer),
    {
      cause: 'signing-scope-wrong',
      weight: PROVEN,
      code: ['AuthorizationHeaderMalformed', 'PermanentRedirect'],
      says: /the region '[^']+' is wrong; expecting|must be addressed using the specified endpoint/i,
      explanation:
        'The bucket lies in another region than the one signed for; the answer names the right one.',
      seen: {
        status: 400,
        sent: signedForS3,
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region \'us-east-1\' is wrong; expecting \'eu-west-1\'</Message><Region>eu-west-1</Region><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      says: /The authorization mechanism you have provided is not supported\. Please use AWS4-HMAC-SHA256/i,
      explanation: 'Regions opened since 2014 take Signature Version 4 only.',
      seen: {
        status: 400,
        sent: { Authorization: 'AWS AKIAIOSFODNN7EXAMPLE:frJIUN8DYpKDtOLCwo1yzR9h0gE=' },
        body: '<Error><Code>InvalidRequest</Code><Message>The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.</Message><RequestId>1</RequestId><HostId>x</HostId></Error>',
      },
    },
    {
      cause: 'credentials-conflict',
      weight: PROVEN,
      says: /Only one auth mechanism allowed/i,
      explanation: 'S3 takes either a presigned address or Authorization.',
      seen: answer(
        400,
        'InvalidArgument',
        'Only one auth mechanism allowed; only the X-Amz-Algorithm query parameter, Signature query string parameter or the Authorization header should be specified',
      ),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Request has expired/i,
      explanation: 'The presigned address is over; one signed with temporary credentials ends with them.',
      seen: {
        status: 403,
        sent: {},
        url: 'https://bucket.s3.eu-west-1.amazonaws.com/object?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20231115%2Feu-west-1%2Fs3%2Faws4_request&X-Amz-Date=20231115T090000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
        body: '<Error><Code>AccessDenied</Code><Message>Request has expired</Message><RequestId>1</RequestId><HostId>x</HostId></Error>',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ExpiredToken'],
      explanation: 'The session token is over.',
      seen: answer(400, 'ExpiredToken', 'The provided token has expired.'),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN + HINTED,
      says: /Mfa Authentication must be used/i,
      explanation:
        'The bucket deletes versions only for its owner with the device’s code: x-amz-mfa holds its serial number and the six digits.',
      seen: answer(403, 'AccessDenied', 'Mfa Authentication must be used for this request'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied', 'AllAccessDisabled'],
      sent: /./,
      explanation:
        'No policy of identity, bucket, key or access point allows this; for an object that is not there S3 says the same unless listing is allowed.',
      seen: answer(403, 'AccessDenied', 'Access Denied'),
    },
    {
      cause: 'credentials-missing',
      weight: TOLD,
      code: ['AccessDenied'],
      notSent: /./,
      explanation:
        'The object is not public and the request is not signed; S3 says AccessDenied also where nothing is there.',
      seen: {
        status: 403,
        sent: {},
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /Missing required header for this request: x-amz-content-sha256|MissingSecurityHeader/i,
      explanation: 'Signature Version 4 for S3 wants x-amz-content-sha256, UNSIGNED-PAYLOAD if need be.',
      seen: answer(400, 'InvalidRequest', 'Missing required header for this request: x-amz-content-sha256'),
    },
  ],
});
