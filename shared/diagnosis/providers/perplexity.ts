import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const perplexity = defineProvider({
  id: 'perplexity',
  name: 'Perplexity',
  category: 'ai',
  address: 'https://api.perplexity.ai/chat/completions',
  hosts: /(^|\.)perplexity\.ai$/,

  sources: ['https://docs.perplexity.ai/'],
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
