import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openrouter = defineProvider({
  id: 'openrouter',
  name: 'OpenRouter',
  category: 'ai',
  address: 'https://openrouter.ai/api/v1/key',
  hosts: /(^|\.)openrouter\.ai$/,
  keys: [{ form: /^sk-or-v1-/, kind: 'API key', goes: ['authorization bearer'] }],
  misleads: [
    { says: 'User not found.', means: 'The key is not known.' },
    { says: 'No cookie auth credentials found', means: 'Authorization did not arrive or holds no key.' },
  ],
  sources: [
    'https://openrouter.ai/docs/api/reference/errors-and-debugging',
    'https://www.developersdigest.tech/errors/api/openrouter/401-authentication',
    'https://kerlig.com/help/open-router/troubleshooting',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /User not found|Invalid credentials|invalid api key/i,
      explanation: 'OpenRouter does not know the key: deleted, or mistyped.',
      seen: {
        sent: { Authorization: 'Bearer sk-or-v1-0123456789abcdef' },
        body: '{"error":{"message":"User not found.","code":401}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No (?:cookie )?auth credentials found/i,
      notSent: /./,
      explanation: 'OpenRouter saw no key.',
      seen: { sent: {}, body: '{"error":{"message":"No auth credentials found","code":401}}' },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Insufficient credits|Key limit exceeded|requires more credits|API key (?:is )?disabled/i,
      explanation: 'The account or the key’s own limit is used up.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer sk-or-v1-0123456789abcdef' },
        body: '{"error":{"message":"Insufficient credits. Add more using https://openrouter.ai/settings/credits","code":402}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /requires moderation|was flagged|data policy/i,
      status: [403, 404],
      explanation: 'The key is good; the model’s moderation or your data policy refuses the request.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sk-or-v1-0123456789abcdef' },
        body: '{"error":{"message":"Your chosen model requires moderation and your input was flagged","code":403}}',
      },
    },
  ],
});
