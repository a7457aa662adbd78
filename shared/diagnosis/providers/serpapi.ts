import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const at = 'https://serpapi.com/search.json?q=coffee&engine=google';
const error = 'Invalid API key. Your API key should be here: https://serpapi.com/manage-api-key';
const key = '8f1c2d3e4b5a69788695a4b3c2d1e0f98f1c2d3e4b5a69788695a4b3c2d1e0f9';

export const serpapi = defineProvider({
  id: 'serpapi',
  name: 'SerpApi',
  category: 'data',
  address: at,
  hosts: /^(?:www\.)?serpapi\.com$/,
  sources: ['https://serpapi.com/api-status-and-error-codes'],
  doors: ['query api_key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /Invalid API key\. Your API key should be here/i,
      notSent: /./,
      explanation: 'The key goes into the parameter api_key.',
      seen: { url: at, sent: {}, body: JSON.stringify({ error }) },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key\. Your API key should be here/i,
      sent: /^query api_key: /,
      explanation: 'The key is not known: it was made anew, or is one of another service of a like name.',
      seen: { url: `${at}&api_key=${key}`, sent: {}, body: JSON.stringify({ error }) },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /run out of searches/i,
      explanation: 'The plan’s searches of this month are used up.',
      seen: {
        status: 429,
        url: `${at}&api_key=${key}`,
        sent: {},
        body: '{"error":"Your account has run out of searches."}',
      },
    },
  ],
});
