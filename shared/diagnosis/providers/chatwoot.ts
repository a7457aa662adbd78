import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const chatwoot = defineProvider({
  id: 'chatwoot',
  name: 'Chatwoot',
  category: 'messaging',
  address: 'https://app.chatwoot.com/api/v1/accounts/1/conversations',
  hosts: /(?:^|\.)chatwoot\.com$|^chatwoot\./,
  paths:
    /^\/(?:api\/v[12]\/accounts\/\d+\/(?:conversations|contacts|inboxes|agents|messages)|platform\/api\/v1)\b/,
  sources: ['https://developers.chatwoot.com/api-reference/introduction'],
  few: 'Its answers are those of its framework.',
  doors: ['field api_access_token', 'field api-access-token'],
  signs: [
    {
      cause: 'header-stripped',
      weight: STATED,
      status: [401],
      sent: /^field api_access_token: ./i,
      says: /You need to (?:sign in|log ?in)/i,
      explanation:
        'A name with underscores is dropped by nginx unless underscores_in_headers is on: the application did not see api_access_token.',
      seen: {
        url: 'https://chatwoot.example.com/api/v1/accounts/1/conversations',
        sent: { api_access_token: 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        received: { 'WWW-Authenticate': '', Server: 'nginx' },
        body: '{"errors":["You need to sign in or sign up before continuing."]}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^error: Invalid Access Token$/i,
      explanation:
        'No user, agent bot or platform app has this token, or it is of the kind for the other interface.',
      seen: {
        sent: { api_access_token: 'q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":"Invalid Access Token"}',
      },
    },
  ],
});
