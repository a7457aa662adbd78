import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openrouter = defineProvider({
  id: 'openrouter',
  name: 'OpenRouter',
  category: 'ai',
  address: 'https://openrouter.ai/api/v1/auth/key',
  hosts: /(^|\.)openrouter\.ai$/,

  sources: ['https://openrouter.ai/docs/api-reference/errors'],
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
