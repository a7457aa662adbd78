import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apigee = defineProvider({
  id: 'apigee',
  name: 'Apigee',
  category: 'gateway',
  address: 'https://example-eval.apigee.net/orders',
  hosts: /\.apigee\.net$/,
  body: /"errorcode"\s*:\s*"(?:oauth|keymanagement|steps)/,

  sources: ['https://cloud.google.com/apigee/docs/api-platform/reference/policies/oauthv2-policy'],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
        'oauth.v2.InvalidApiKeyForGivenResource',
      ],
      explanation: 'The key belongs to no product that covers this path.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['steps.oauth.v2.FailedToResolveAPIKey', 'oauth.v2.MissingAuthorization'],
      notSent: /./,
      explanation: 'Apigee found no key where its policy looks.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['keymanagement.service.access_token_expired'],
      explanation: 'The gateway knows the token and it is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['oauth.v2.InvalidApiKey'],
      explanation: 'The gateway does not know the key or token.',
    },
  ],
});
