import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const deepseek = defineProvider({
  id: 'deepseek',
  name: 'DeepSeek',
  category: 'ai',
  address: 'https://api.deepseek.com/models',
  hosts: /(^|\.)deepseek\.com$/,

  sources: ['https://api-docs.deepseek.com/quick_start/error_codes'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'The service does not know the key.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
  ],
});
