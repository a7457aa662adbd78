import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body = '{"detail":{"error":"Unauthorized: missing or invalid API key."}}';

export const tavily = defineProvider({
  id: 'tavily',
  name: 'Tavily',
  category: 'ai',
  address: 'https://api.tavily.com/search',
  hosts: /^api\.tavily\.com$/,
  sources: [
    'https://docs.tavily.com/documentation/api-reference/introduction',
    'https://docs.tavily.com/documentation/rate-limits',
  ],
  doors: ['authorization bearer'],
  keys: [{ form: /^tvly-/, kind: 'API key', goes: ['authorization bearer'] }],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /missing or invalid API key/i,
      notSent: /./,
      explanation:
        'The key goes into Authorization, behind Bearer; as a member of the body it is an older way.',
      seen: { sent: {}, posted: '{"query":"hi"}', body },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /missing or invalid API key/i,
      sent: /^authorization authorization: bearer tvly-/i,
      explanation: 'The key is unknown or was deleted.',
      seen: {
        sent: { Authorization: 'Bearer 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' },
        posted: '{"query":"hi"}',
        body,
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      status: [432, 433],
      says: /exceeds your plan|usage limit/i,
      explanation: 'The plan’s credits, or the limit of pay-as-you-go, are used up.',
      seen: {
        status: 432,
        sent: { Authorization: 'Bearer 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' },
        posted: '{"query":"hi"}',
        body: '{"detail":{"error":"This request exceeds your plan\'s set usage limit. Please upgrade your plan or contact support@tavily.com"}}',
      },
    },
  ],
});
