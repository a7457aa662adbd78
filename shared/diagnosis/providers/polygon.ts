import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  body: Readonly<Record<string, string>>,
  status: number,
  sent?: Readonly<Record<string, string>>,
) => ({
  status,
  sent: sent ?? { Authorization: 'Bearer kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7' },
  body: JSON.stringify({ ...body, request_id: 'ceb0d8fe19988a8ee42bf8048ac0d74d' }),
});

export const polygon = defineProvider({
  id: 'polygon',
  name: 'Massive (Polygon.io)',
  category: 'trading',
  address: 'https://api.polygon.io/v3/reference/tickers',
  hosts: /^(?:api|socket|files)\.(?:polygon\.io|massive\.com)$/,
  sources: ['https://massive.com/docs/rest/quickstart', 'https://massive.com/knowledge-base'],
  doors: ['authorization bearer', 'query apikey'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Unknown API Key/i,
      explanation: 'No such key: it was deleted, or was cut when it was copied.',
      seen: seen({ status: 'ERROR', error: 'Unknown API Key' }, 401),
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /API Key was not provided/i,
      notSent: /./,
      explanation: 'The key goes behind Bearer, or into the parameter apiKey.',
      seen: seen({ status: 'ERROR', error: 'API Key was not provided' }, 401, {}),
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['NOT_AUTHORIZED'],
      says: /You are not entitled to this data/i,
      explanation: 'The plan does not cover this kind of data, or not as fresh.',
      seen: seen(
        {
          status: 'NOT_AUTHORIZED',
          message:
            'You are not entitled to this data. Please upgrade your plan at https://massive.com/pricing',
        },
        403,
      ),
    },
  ],
});
