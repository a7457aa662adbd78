import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const klaviyo = defineProvider({
  id: 'klaviyo',
  name: 'Klaviyo',
  category: 'messaging',
  address: 'https://a.klaviyo.com/api/profiles/',
  hosts: /(^|\.)klaviyo\.com$/,
  sources: [
    'https://developers.klaviyo.com/en/docs/authenticate_',
    'https://developers.klaviyo.com/en/docs/rate_limits_and_error_handling',
  ],
  doors: ['authorization klaviyo-api-key', 'authorization bearer', 'query api_key', 'query company_id'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      status: [401, 403],
      sent: /^authorization authorization: bearer pk_/i,
      explanation: 'A private key stands behind Klaviyo-API-Key; Bearer is for OAuth tokens.',
      seen: {
        sent: { Authorization: 'Bearer pk_32bf96c2eb78c7f999be0f03017483c6c7' },
        body: '{"errors":[{"status":401,"code":"authentication_failed","title":"Incorrect authentication credentials.","detail":"Incorrect authentication credentials."}]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['authentication_failed'],
      sent: /klaviyo-api-key/i,
      explanation: 'Klaviyo does not know the private key.',
      seen: {
        sent: { Authorization: 'Klaviyo-API-Key pk_32bf96c2eb78c7f999be0f03017483c6c7' },
        body: '{"errors":[{"status":401,"code":"authentication_failed","title":"Incorrect authentication credentials.","detail":"Incorrect authentication credentials."}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['not_authenticated'],
      notSent: /./,
      explanation: 'No key was seen in Authorization.',
      seen: {
        sent: {},
        body: '{"errors":[{"status":401,"code":"not_authenticated","title":"Authentication credentials were not provided.","detail":"Missing or invalid authorization scheme. Please use Klaviyo-API-Key."}]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['permission_denied'],
      explanation: 'The private key was made without this scope, which cannot be added later: make another.',
      seen: {
        status: 403,
        sent: { Authorization: 'Klaviyo-API-Key pk_32bf96c2eb78c7f999be0f03017483c6c7' },
        body: '{"errors":[{"status":403,"code":"permission_denied","title":"You do not have permission to perform this action.","detail":"The following scopes are missing: events:write"}]}',
      },
    },
  ],
});
