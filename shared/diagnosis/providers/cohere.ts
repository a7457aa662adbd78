import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cohere = defineProvider({
  id: 'cohere',
  name: 'Cohere',
  category: 'ai',
  address: 'https://api.cohere.com/v1/models',
  hosts: /(^|\.)cohere\.(ai|com)$/,

  sources: ['https://docs.cohere.com/reference/errors'],
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
