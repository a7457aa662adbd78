import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const contentful = defineProvider({
  id: 'contentful',
  name: 'Contentful',
  category: 'productivity',
  address: 'https://cdn.contentful.com/spaces/x/entries',
  hosts: /^(cdn|preview|api|upload|images|graphql)(\.eu)?\.contentful\.com$/,
  keys: [
    { form: /^CFPAT-/, kind: 'personal access token', goes: ['authorization bearer', 'query access_token'] },
  ],
  sources: [
    'https://www.contentful.com/developers/docs/references/authentication/',
    'https://www.contentful.com/developers/docs/references/errors/',
  ],
  doors: ['authorization bearer', 'query access_token'],
  signs: [
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['AccessTokenInvalid'],
      explanation:
        'The token is unknown here: delivery, preview and management each have tokens of their own, and each belongs to one space.',
      seen: '{"sys":{"type":"Error","id":"AccessTokenInvalid"},"message":"The access token you sent could not be found or is invalid."}',
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['AccessTokenInvalid'],
      sent: /^authorization authorization: bearer CFPAT-/i,
      explanation: 'A personal token (CFPAT-) opens the management interface only, not delivery or preview.',
      seen: {
        sent: { Authorization: 'Bearer CFPAT-Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"sys":{"type":"Error","id":"AccessTokenInvalid"},"message":"The access token you sent could not be found or is invalid."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied'],
      explanation: 'The role behind the token may not do this.',
      seen: {
        status: 403,
        body: '{"sys":{"type":"Error","id":"AccessDenied"},"message":"You do not have access to this resource."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['RateLimitExceeded'],
      explanation: 'More calls per second than the plan allows.',
      seen: {
        status: 429,
        body: '{"sys":{"type":"Error","id":"RateLimitExceeded"},"message":"You have exceeded the rate limit of the Organization this Space belongs to by making too many API requests within a short timespan."}',
      },
    },
  ],
});
