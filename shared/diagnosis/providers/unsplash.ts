import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (Authorization: string) => ({
  sent: { Authorization, 'Accept-Version': 'v1' },
  received: {
    'WWW-Authenticate':
      'Bearer realm="Unsplash", error="invalid_token", error_description="The access token is invalid"',
  },
  body: '{"errors":["OAuth error: The access token is invalid"]}',
});

export const unsplash = defineProvider({
  id: 'unsplash',
  name: 'Unsplash',
  category: 'social',
  address: 'https://api.unsplash.com/photos',
  hosts: /^api\.unsplash\.com$/,
  misleads: [
    {
      says: 'OAuth error: The access token is invalid',
      means: 'Said of an access key behind Client-ID as well.',
    },
  ],
  sources: [
    'https://unsplash.com/documentation#authorization',
    'https://github.com/unsplash/unsplash-js/issues/62',
  ],
  doors: ['authorization client-id', 'authorization bearer', 'query client_id'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + STATED,
      says: /OAuth error: The access token is invalid/i,
      sent: /^authorization authorization: client-id /i,
      explanation:
        'Behind Client-ID stands the access key; the application’s number, or its secret, is none.',
      seen: seen('Client-ID 17563'),
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /OAuth error: The access token is invalid/i,
      sent: /^authorization authorization: bearer [\w-]{43}$/i,
      explanation: 'An access key goes behind Client-ID; Bearer is for tokens of users.',
      seen: seen('Bearer kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7kT4vB1sZpLc'),
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      status: [403],
      says: /^(?:\w+: )?Rate Limit Exceeded$/i,
      explanation: 'An application that is not approved has fifty calls an hour.',
      seen: {
        status: 403,
        sent: { Authorization: 'Client-ID kT4vB1sZpLcR8wYhD5gF6eUa9jN2mXq7kT4vB1sZpLc' },
        received: { 'X-Ratelimit-Remaining': '0' },
        body: 'Rate Limit Exceeded',
      },
    },
  ],
});
