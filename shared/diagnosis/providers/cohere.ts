import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cohere = defineProvider({
  id: 'cohere',
  name: 'Cohere',
  category: 'ai',
  address: 'https://api.cohere.com/v2/chat',
  hosts: /(^|\.)cohere\.(ai|com)$/,
  sources: [
    'https://docs.cohere.com/reference/errors',
    'https://www.developersdigest.tech/errors/api/openrouter',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /invalid api (?:token|key)/i,
      explanation: 'Cohere does not know the key.',
      seen: {
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCD' },
        body: '{"message":"invalid api token"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /no api key supplied/i,
      notSent: /./,
      explanation: 'Cohere saw no key; send it as Bearer.',
      seen: { sent: {}, body: '{"message":"no api key supplied"}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /billing limit|payment (?:method )?required|api key is (?:blocked|disabled)/i,
      explanation: 'The account is at its limit of payment.',
      seen: {
        status: 402,
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCD' },
        body: '{"message":"Your account has reached its billing limit"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      says: /Trial key|rate limit/i,
      status: [429],
      explanation: 'A trial key allows few calls.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer abcdefghijklmnopqrstuvwxyz0123456789ABCD' },
        body: '{"message":"You are using a Trial key, which is limited to 10 API calls / minute."}',
      },
    },
  ],
});
