import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { s3Answers, s3SignatureSigns, unknownS3Key } from './s3-answers.ts';

const answer = s3Answers({ Server: 'Ceph Object Gateway (reef)' });

export const cephRgw = defineProvider({
  id: 'ceph-rgw',
  name: 'Ceph Object Gateway',
  category: 'storage',
  address: 'https://rgw.example.com/bucket/object',
  fields: [['server', /^Ceph Object Gateway/i]],
  body: /<RequestId>tx[0-9a-f]{21}-[0-9a-f]+-[0-9a-f]+/,
  sources: ['https://github.com/ceph/ceph/blob/main/doc/radosgw/s3.rst'],
  doors: [
    'authorization aws4-hmac-sha256',
    'authorization aws',
    'query x-amz-signature',
    'query signature',
    'query x-amz-credential',
    'query awsaccesskeyid',
    'field x-auth-token',
  ],
  signs: [
    unknownS3Key(answer),
    ...s3SignatureSigns(answer),
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
      seen: answer(403, 'AccessDenied', ''),
    },
  ],
});
