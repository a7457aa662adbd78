import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';
import { s3Answers, s3SignatureSigns } from './s3-answers.ts';

const answer = s3Answers();

export const cloudflareR2 = defineProvider({
  id: 'cloudflare-r2',
  name: 'Cloudflare R2',
  category: 'storage',
  address: 'https://0f1e2d3c4b5a.r2.cloudflarestorage.com/bucket/object',
  hosts: /\.r2\.cloudflarestorage\.com$/,
  sources: ['https://developers.cloudflare.com/r2/api/error-codes/'],
  doors: [
    'authorization aws4-hmac-sha256',
    'authorization aws',
    'query x-amz-signature',
    'query signature',
    'query x-amz-credential',
    'authorization bearer',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['InvalidAccessKeyId', 'Unauthorized'],
      says: /Credential access key has length/i,
      explanation:
        'R2 does not know the key: it must be the access key id of an R2 token, of this account’s host.',
      seen: answer(
        403,
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
      ),
    },
    ...s3SignatureSigns(answer),
    {
      cause: 'header-malformed',
      weight: STATED + HINTED,
      says: /Credential access key has length \d+, should be 32/i,
      explanation: 'The key is not one of R2’s 32 letters: a Cloudflare API token was put in its place.',
      seen: answer(400, 'InvalidArgument', 'Credential access key has length 40, should be 32'),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      sent: /./,
      explanation: 'The token is for other buckets or for reading only.',
      seen: answer(403, 'AccessDenied', 'Access Denied'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['ExpiredRequest'],
      explanation: 'The presigned address is over.',
      seen: answer(403, 'ExpiredRequest', 'Request has expired'),
    },
  ],
});
