import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mistral = defineProvider({
  id: 'mistral',
  name: 'Mistral AI',
  category: 'ai',
  address: 'https://api.mistral.ai/v1/models',
  hosts: /(^|\.)mistral\.ai$/,

  sources: ['https://docs.mistral.ai/api/'],
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
