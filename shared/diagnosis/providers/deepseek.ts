import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const deepseek = defineProvider({
  id: 'deepseek',
  name: 'DeepSeek',
  category: 'ai',
  address: 'https://api.deepseek.com/models',
  hosts: /(^|\.)deepseek\.com$/,
  sources: [
    'https://api-docs.deepseek.com/quick_start/error_codes',
    'https://www.developersdigest.tech/errors/api/openrouter',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication Fails \((?:auth header format|governor)|no such user/i,
      notSent: /./,
      explanation: 'DeepSeek saw no key; it goes into Authorization: Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"message":"Authentication Fails (auth header format should be Bearer sk-...)","type":"authentication_error"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /account (?:has been|is) (?:suspended|disabled|banned)/i,
      explanation: 'The account is suspended; DeepSeek’s support can tell why.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer sk-0123' },
        body: '{"error":{"message":"Your account has been suspended","type":"forbidden"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['authentication_error'],
      says: /Authentication Fails/i,
      explanation: 'DeepSeek does not know the key.',
      seen: {
        sent: { Authorization: 'Bearer sk-0123456789abcdef0123456789abcdef' },
        body: '{"error":{"message":"Authentication Fails, Your api key: ****cdef is invalid","type":"authentication_error","code":"invalid_request_error"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Insufficient Balance/i,
      explanation: 'The account has no credit left.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer sk-0123456789abcdef0123456789abcdef' },
        body: '{"error":{"message":"Insufficient Balance","type":"unknown_error","code":"invalid_request_error"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer sk-0123456789abcdef0123456789abcdef' },
        body: '{"error":{"message":"Rate limit reached","type":"rate_limit_error"}}',
      },
    },
  ],
});
