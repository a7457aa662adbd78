import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const line = defineProvider({
  id: 'line',
  name: 'LINE',
  category: 'messaging',
  address: 'https://api.line.me/v2/bot/message/push',
  hosts: /^(?:api|api-data|notify-api|access)\.line\.(?:me|biz)$/,
  fields: [['x-line-request-id']],
  sources: [
    'https://developers.line.biz/en/reference/messaging-api/#error-messages',
    'https://developers.line.biz/en/docs/basics/channel-access-token/',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Authentication failed\. Confirm that the access token|Authentication failed due to the following reason: invalid token/i,
      explanation:
        'The channel access token is over, was reissued, or is of another channel; a short-lived one lives thirty days.',
      seen: '{"message":"Authentication failed. Confirm that the access token in the authorization header is valid."}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Access to this API (?:denied|is not available)|not available for your account/i,
      explanation: 'The account’s plan or kind does not cover this interface.',
      seen: { status: 403, body: '{"message":"Access to this API is not available for your account"}' },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /invalid client_(?:secret|id)|client_assertion/i,
      explanation: 'Channel id and channel secret do not fit.',
      seen: {
        status: 400,
        url: 'https://api.line.me/v2/oauth/accessToken',
        sent: {},
        posted: 'grant_type=client_credentials&client_id=1650&client_secret=8f0c',
        body: '{"error":"invalid_request","error_description":"invalid client_secret"}',
      },
    },
  ],
});
