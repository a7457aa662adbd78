import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };
const seen = (status: number, code: string, description: string, field?: string) => ({
  status,
  body: JSON.stringify({ error: { code, description, ...(field === undefined ? {} : { field }) } }),
});

export const yelp = defineProvider({
  id: 'yelp',
  name: 'Yelp',
  category: 'data',
  address: 'https://api.yelp.com/v3/businesses/search',
  hosts: /^api\.yelp\.com$/,
  sources: [
    'https://docs.developer.yelp.com/docs/fusion-authentication',
    'https://docs.developer.yelp.com/docs/fusion-error-codes',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-malformed',
      weight: PROVEN,
      status: [400],
      says: /does not match '\^\(\?i\)Bearer|does not match .*Bearer \[A-Za-z0-9/,
      explanation: 'A key of Yelp has 128 letters: this one is cut off, or stands without the word Bearer.',
      seen: {
        ...seen(
          400,
          'VALIDATION_ERROR',
          "'Bearer Zx81' does not match '^(?i)Bearer [A-Za-z0-9\\\\-\\\\_]{128}$'",
          'Authorization',
        ),
        sent: key,
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Authorization is a required parameter/i,
      notSent: /^authorization /,
      explanation: 'No key was sent: it goes as Bearer.',
      seen: {
        ...seen(400, 'VALIDATION_ERROR', 'Authorization is a required parameter.', 'Authorization'),
        sent: {},
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['TOKEN_INVALID', 'UNAUTHORIZED_API_KEY', 'TOKEN_MISSING'],
      explanation: 'Yelp does not know the key.',
      seen: { ...seen(401, 'TOKEN_INVALID', 'Invalid access token or authorization header.'), sent: key },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['NOT_AUTHORIZED', 'AUTHORIZATION_ERROR', 'UNAUTHORIZED_ACCESS'],
      explanation: 'The plan of the key does not hold this interface.',
      seen: {
        ...seen(403, 'AUTHORIZATION_ERROR', 'You are not authorized to access this endpoint.'),
        sent: key,
      },
    },
  ],
});
