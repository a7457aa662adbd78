import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const groq = defineProvider({
  id: 'groq',
  name: 'Groq',
  category: 'ai',
  address: 'https://api.groq.com/openai/v1/models',
  hosts: /(^|\.)groq\.com$/,

  sources: ['https://console.groq.com/docs/errors'],
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
