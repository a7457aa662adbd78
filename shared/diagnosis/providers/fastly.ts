import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fastly = defineProvider({
  id: 'fastly',
  name: 'Fastly API',
  category: 'gateway',
  address: 'https://api.fastly.com/service',
  hosts: /^api\.fastly\.com$/,
  sources: [
    'https://www.fastly.com/documentation/reference/api/auth-tokens/',
    'https://github.com/fastly/magento',
  ],
  few: 'The API has one sentence for a token that is missing, wrong or over, and one for what it may not do.',
  doors: ['field fastly-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Provided credentials are missing or invalid/i,
      notSent: /^field fastly-key|^authorization/,
      explanation: 'Fastly reads the token from the field Fastly-Key, which is not there.',
      seen: { sent: {}, body: '{"msg":"Provided credentials are missing or invalid"}' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /Provided credentials are missing or invalid/i,
      sent: /^authorization/,
      notSent: /^field fastly-key/,
      explanation: 'Fastly reads the token from the field Fastly-Key; Authorization is not looked at.',
      seen: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"msg":"Provided credentials are missing or invalid"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /Provided credentials are missing or invalid/i,
      sent: /^field fastly-key/,
      explanation:
        'The token in Fastly-Key is not known any more: it was deleted, or its end date has passed.',
      seen: {
        sent: { 'Fastly-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"msg":"Provided credentials are missing or invalid"}',
      },
    },
  ],
});
