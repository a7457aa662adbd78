import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Api-Key': 'a6b1d0c92f8e7a6b5c4d3e2f1a0b9c8d7e6f5a4b' };

export const cloudsmith = defineProvider({
  id: 'cloudsmith',
  name: 'Cloudsmith',
  category: 'registry',
  address: 'https://api.cloudsmith.io/v1/user/self/',
  hosts: /(^|\.)cloudsmith\.(?:io|com)$/,
  sources: [
    'https://help.cloudsmith.io/docs/entitlements',
    'https://help.cloudsmith.io/reference/introduction',
  ],
  doors: ['field x-api-key', 'authorization basic', 'authorization bearer', 'authorization token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^detail: Invalid token/i,
      explanation: 'Cloudsmith does not know the API key, or it was refreshed since.',
      seen: { sent: key, body: '{"detail":"Invalid token."}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /User inactive or deleted|account (?:is )?(?:disabled|suspended)/i,
      explanation: 'The user or service account behind the key is gone.',
      seen: { sent: key, body: '{"detail":"User inactive or deleted."}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission|entitlement token (?:is )?(?:not valid|required|disabled)/i,
      explanation:
        'The key’s owner has no privilege on this repository; downloads of a private one take an entitlement token as user “token”.',
      seen: {
        status: 403,
        sent: key,
        body: '{"detail":"You do not have permission to perform this action."}',
      },
    },
  ],
});
