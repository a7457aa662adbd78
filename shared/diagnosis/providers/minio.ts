import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const minio = defineProvider({
  id: 'minio',
  name: 'MinIO',
  category: 'storage',
  address: 'https://minio.example.com:9000/bucket/object',
  fields: [['server', /^MinIO/i], ['x-minio-*']],
  misleads: [
    {
      says: 'SignatureDoesNotMatch',
      means: 'Behind a proxy: it must hand on Host as it was signed, with its port.',
    },
  ],
  sources: ['https://github.com/minio/minio/blob/master/cmd/api-errors.go'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidAccessKeyId'],
      explanation:
        'The store does not know the access key: deleted, of another account or system, or temporary and sent without its session token.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidAccessKeyId</Code><Message>The AWS Access Key Id you provided does not exist in our records.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN,
      code: ['SignatureDoesNotMatch', 'XAmzContentSHA256Mismatch'],
      explanation:
        'The store computed another signature: wrong secret, a Host or path changed on the way, or a field that was signed and altered.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>SignatureDoesNotMatch</Code><Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['RequestTimeTooSkewed'],
      explanation: 'The signed time and the store’s clock are more than fifteen minutes apart.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      sent: /./,
      explanation: 'The user’s policies do not allow it, or the bucket has none for strangers.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'signing-scope-wrong',
      weight: PROVEN,
      says: /The authorization header is malformed; the region (?:'[^']+' )?is wrong/i,
      explanation: 'MinIO signs for the region that it was started with, us-east-1 unless set.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed; the region is wrong; expecting \'eu-central-1\'.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /S3 API Requests must be made to API port/i,
      explanation: 'The request went to the console’s port; the API has its own, 9000 by default.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'MinIO' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidArgument</Code><Message>S3 API Requests must be made to API port.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
  ],
});
