import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const amazonS3 = defineProvider({
  id: 'amazon-s3',
  name: 'Amazon S3',
  category: 'storage',
  address: 'https://bucket.s3.eu-west-1.amazonaws.com/object',
  family: 'aws',
  hosts: /(^|\.)s3[.-]([\w-]+\.)*amazonaws\.com(\.cn)?$/,
  fields: [['x-amz-id-2']],
  body: /<Error>\s*<Code>\w+<\/Code>/,

  sources: ['https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html'],
  signs: [
    {
      cause: 'credentials-conflict',
      weight: PROVEN,
      says: /Only one auth mechanism allowed/i,
      explanation: 'S3 takes either a presigned address or Authorization.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Request has expired/i,
      explanation: 'The presigned address is over.',
    },
  ],
});
