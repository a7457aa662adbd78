import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const perplexity = defineProvider({
  id: 'perplexity',
  name: 'Perplexity',
  category: 'ai',
  address: 'https://api.perplexity.ai/chat/completions',
  hosts: /(^|\.)perplexity\.ai$/,

  misleads: [
    { says: '401 with an HTML page of openresty', means: 'The key is wrong or the account has no credit.' },
  ],
  sources: ['https://docs.perplexity.ai/'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /401 Authorization Required/i,
      sent: /^authorization /,
      explanation: 'So Perplexity answers a wrong key, and one whose account has no credit left.',
      seen: {
        received: { Server: 'openresty', 'Content-Type': 'text/html' },
        body: '<html><head><title>401 Authorization Required</title></head><body><center><h1>401 Authorization Required</h1></center><hr><center>openresty/1.25.3.1</center></body></html>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation:
        'Perplexity does not know the key: it was deleted, or the account has no credit left; see the API settings.',
      seen: '{"error":{"message":"Invalid API key provided. You can find your API key at https://www.perplexity.ai/settings/api","type":"invalid_api_key","code":401}}',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
  ],
});
