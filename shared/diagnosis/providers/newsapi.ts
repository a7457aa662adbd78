import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const newsapi = defineProvider({
  id: 'newsapi',
  name: 'News API',
  category: 'data',
  address: 'https://newsapi.org/v2/everything',
  hosts: /(^|\.)newsapi\.org$/,

  sources: ['https://newsapi.org/docs/errors'],
  doors: ['field x-api-key', 'authorization', 'authorization bearer', 'query apikey'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      code: ['apiKeyMissing'],
      notSent: /./,
      explanation: 'News API saw no key: it goes into X-Api-Key, or apiKey in the query.',
      seen: {
        sent: {},
        body: '{"status":"error","code":"apiKeyMissing","message":"Your API key is missing. Append this to the URL with the apiKey param, or use the x-api-key HTTP header."}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['apiKeyDisabled'],
      explanation: 'The key was disabled; News API’s support can tell why.',
      seen: {
        status: 401,
        sent: { 'X-Api-Key': '0123456789abcdef0123456789abcdef' },
        body: '{"status":"error","code":"apiKeyDisabled","message":"Your API key has been disabled."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['apiKeyExhausted', 'rateLimited'],
      explanation: 'The plan’s requests are used up.',
      seen: {
        status: 429,
        sent: { 'X-Api-Key': '0123456789abcdef0123456789abcdef' },
        body: '{"status":"error","code":"rateLimited","message":"You have made too many requests recently."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['corsNotAllowed', 'maximumResultsReached'],
      says: /Developer plan are not allowed|Requests from the browser are not allowed/i,
      explanation: 'The free plan is for localhost and the first hundred results only.',
      seen: {
        status: 426,
        sent: { 'X-Api-Key': '0123456789abcdef0123456789abcdef' },
        body: '{"status":"error","code":"corsNotAllowed","message":"Requests from the browser are not allowed on the Developer plan, except from localhost."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|apiKeyInvalid|Not Authorized - Invalid Token|Invalid Application-ID or API key|EAPI:Invalid key/i,
      explanation: 'News API does not know the key: copy it anew from the account.',
      seen: {
        status: 401,
        sent: { 'X-Api-Key': '0123456789abcdef0123456789abcdef' },
        body: '{"status":"error","code":"apiKeyInvalid","message":"Your API key is invalid or incorrect. Check your key, or go to https://newsapi.org to create a free API key."}',
      },
    },
  ],
});
