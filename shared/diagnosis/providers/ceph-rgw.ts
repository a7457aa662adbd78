import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cephRgw = defineProvider({
  id: 'ceph-rgw',
  name: 'Ceph Object Gateway',
  category: 'storage',
  address: 'https://rgw.example.com/bucket/object',
  fields: [['server', /^Ceph Object Gateway/i]],
  body: /<RequestId>tx[0-9a-f]{21}-[0-9a-f]+-[0-9a-f]+/,
  sources: ['https://github.com/ceph/ceph/blob/main/doc/radosgw/s3.rst'],
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
        received: { Server: 'Ceph Object Gateway (reef)' },
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
        received: { Server: 'Ceph Object Gateway (reef)' },
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
        received: { Server: 'Ceph Object Gateway (reef)' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>RequestTimeTooSkewed</Code><Message>The difference between the request time and the current time is too large.</Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['UserSuspended'],
      explanation: 'The user is suspended in radosgw-admin.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      sent: /./,
      explanation: 'Neither owner, ACL nor policy allows it.',
      seen: {
        status: 403,
        sent: {
          Authorization:
            'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20231115/eu-west-1/s3/aws4_request, SignedHeaders=host;x-amz-date, Signature=5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7',
          'X-Amz-Date': '20231115T120000Z',
          'x-amz-content-sha256': 'UNSIGNED-PAYLOAD',
        },
        received: { Server: 'Ceph Object Gateway (reef)' },
        body: '<?xml version="1.0" encoding="UTF-8"?><Error><Code>AccessDenied</Code><Message></Message><RequestId>4442587FB7D0A2F9</RequestId></Error>',
      },
    },
  ],
});
