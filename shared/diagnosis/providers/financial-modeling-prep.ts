import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (path: string, message: string, status: number) => ({
  status,
  url: `https://financialmodelingprep.com${path}?apikey=kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7`,
  sent: {},
  body: JSON.stringify({ 'Error Message': message }),
});

export const financialModelingPrep = defineProvider({
  id: 'financial-modeling-prep',
  name: 'Financial Modeling Prep',
  category: 'trading',
  address: 'https://financialmodelingprep.com/stable/profile',
  hosts: /^(?:site\.)?financialmodelingprep\.com$/,
  sources: [
    'https://site.financialmodelingprep.com/developer/docs/quickstart',
    'https://site.financialmodelingprep.com/faqs',
  ],
  doors: ['query apikey', 'field apikey'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN + STATED,
      says: /Legacy Endpoint ?: Due to Legacy endpoints being no longer supported/i,
      explanation:
        'Keys made since the end of August 2025 are for the paths below /stable; /api/v3 and /api/v4 are for older subscriptions.',
      seen: seen(
        '/api/v3/profile/AAPL',
        'Legacy Endpoint : Due to Legacy endpoints being no longer supported - This endpoint is only available for legacy users who have valid subscriptions prior August 31, 2025.',
        403,
      ),
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API KEY/i,
      explanation: 'The key is unknown.',
      seen: seen(
        '/stable/profile',
        'Invalid API KEY. Please retry or visit our documentation to create one FREE https://site.financialmodelingprep.com/developer/docs',
        401,
      ),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /(?:Exclusive|Special) Endpoint|not available under your current subscription/i,
      explanation: 'The plan does not cover this.',
      seen: seen(
        '/stable/profile',
        'Exclusive Endpoint : This endpoint is not available under your current subscription please visit our subscription page to upgrade your plan',
        403,
      ),
    },
  ],
});
