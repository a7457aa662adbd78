import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mistral = defineProvider({
  id: 'mistral',
  name: 'Mistral AI',
  category: 'ai',
  address: 'https://api.mistral.ai/v1/models',
  hosts: /(^|\.)mistral\.ai$/,
  misleads: [
    {
      says: '401 Unauthorized with a fresh key',
      means: 'A new key works after some minutes, and only when the workspace has a plan.',
    },
  ],
  sources: ['https://docs.mistral.ai/api/', 'https://www.developersdigest.tech/errors/api/openrouter'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found in request/i,
      notSent: /./,
      explanation: 'Mistral saw no key; it goes into Authorization: Bearer.',
      seen: { sent: {}, body: '{"message":"No API key found in request","request_id":"x"}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /not (?:allowed|authorized) to (?:access|use) (?:this )?model|Model .* is not available (?:for|in) your/i,
      status: [401, 403],
      explanation:
        'The workspace’s plan does not include this model; codestral has an address and keys of its own.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer abc' },
        body: '{"object":"error","message":"You are not allowed to access this model","type":"forbidden"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^(?:detail|message): Unauthorized$|invalid_api_key/i,
      sent: /^authorization /,
      status: [401],
      explanation: 'Mistral does not know the key; a new one may take some minutes until it works.',
      seen: {
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz012345' },
        body: '{"detail":"Unauthorized"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /inactive|payment (?:required|method)|subscription/i,
      status: [401, 402, 403],
      explanation: 'The workspace has no active plan.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz012345' },
        body: '{"message":"Your subscription is inactive."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded', 'rate_limited'],
      says: /Requests rate limit exceeded|capacity exceeded/i,
      explanation: 'The service counts requests and tokens.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz012345' },
        body: '{"object":"error","message":"Requests rate limit exceeded","type":"rate_limited","code":"1300"}',
      },
    },
  ],
});
