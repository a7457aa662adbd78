import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { s3Answers, s3SignatureSigns, unknownS3Key } from './s3-answers.ts';

const answer = s3Answers({ Server: 'MinIO' });

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
  doors: [
    'authorization aws4-hmac-sha256',
    'authorization aws',
    'query x-amz-signature',
    'query signature',
    'query x-amz-credential',
    'authorization bearer',
    'query awsaccesskeyid',
  ],
  lives: { seconds: 43_200, ends: 'session-expired', of: 'cookie' },
  signs: [
    unknownS3Key(answer),
    ...s3SignatureSigns(answer),
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      sent: /./,
      explanation: 'The user’s policies do not allow it, or the bucket has none for strangers.',
      seen: answer(403, 'AccessDenied', 'Access Denied.'),
    },
    {
      cause: 'signing-scope-wrong',
      weight: PROVEN,
      says: /The authorization header is malformed; the region (?:'[^']+' )?is wrong/i,
      explanation: 'MinIO signs for the region that it was started with, us-east-1 unless set.',
      seen: answer(
        400,
        'AuthorizationHeaderMalformed',
        "The authorization header is malformed; the region is wrong; expecting 'eu-central-1'.",
      ),
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /S3 API Requests must be made to API port/i,
      explanation: 'The request went to the console’s port; the API has its own, 9000 by default.',
      seen: answer(400, 'InvalidArgument', 'S3 API Requests must be made to API port.'),
    },
  ],
});
