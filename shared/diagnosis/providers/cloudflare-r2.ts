import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cloudflareR2 = defineProvider({
  id: 'cloudflare-r2',
  name: 'Cloudflare R2',
  category: 'storage',
  address: 'https://0f1e2d3c4b5a.r2.cloudflarestorage.com/bucket/object',
  hosts: /\.r2\.cloudflarestorage\.com$/,
  sources: ['https://developers.cloudflare.com/r2/api/error-codes/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidAccessKeyId', 'Unauthorized'],
      says: /Credential access key has length/i,
      explanation:
        'R2 does not know the key: it must be the access key id of an R2 token, of this account’s host.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
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
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED + HINTED,
      says: /Credential access key has length \d+, should be 32/i,
      explanation: 'The key is not one of R2’s 32 letters: a Cloudflare API token was put in its place.',
      seen: {
        status: 400,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InvalidArgument</Code><Message>Credential access key has length 40, should be 32</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      sent: /./,
      explanation: 'The token is for other buckets or for reading only.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message>Access Denied</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ExpiredRequest'],
      explanation: 'The presigned address is over.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>ExpiredRequest</Code><Message>Request has expired</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
  ],
});
