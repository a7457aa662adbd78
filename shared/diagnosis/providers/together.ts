import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const together = defineProvider({
  id: 'together',
  name: 'Together AI',
  category: 'ai',
  address: 'https://api.together.xyz/v1/models',
  hosts: /(^|\.)together\.(ai|xyz)$/,

  sources: ['https://docs.together.ai/docs/error-codes'],
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
