import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const xai = defineProvider({
  id: 'xai',
  name: 'xAI',
  category: 'ai',
  address: 'https://api.x.ai/v1/models',
  hosts: /(^|\.)x\.ai$/,

  sources: ['https://docs.x.ai/docs/api-reference'],
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
