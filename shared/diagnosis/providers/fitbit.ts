import { PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fitbit = defineProvider({
  id: 'fitbit',
  name: 'Fitbit',
  category: 'device',
  address: 'https://api.fitbit.com/1/user/-/profile.json',
  hosts: /^api\.fitbit\.com$/,
  sources: ['https://dev.fitbit.com/build/reference/web-api/troubleshooting-guide/error-messages/'],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 28_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_token'],
      explanation: 'An access token lives eight hours; renew it with the refresh token.',
      seen: '{"errors":[{"errorType":"expired_token","message":"Access token expired: x"}],"success":false}',
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['invalid_token'],
      explanation:
        'Fitbit does not know the token; one that was replaced by a refresh or withdrawn answers the same.',
      seen: '{"errors":[{"errorType":"invalid_token","message":"Access token invalid: x"}],"success":false}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['insufficient_scope', 'insufficient_permissions'],
      explanation: 'The user has not granted this scope; ask for consent again with it.',
      seen: {
        status: 403,
        body: '{"errors":[{"errorType":"insufficient_scope","message":"This application does not have permission to access sleep data."}],"success":false}',
      },
    },
    {
      cause: 'grant-invalid',
      weight: PROVEN,
      code: ['invalid_grant'],
      explanation: 'A refresh token works once; the newest must be kept.',
      seen: {
        status: 400,
        url: 'https://api.fitbit.com/oauth2/token',
        posted: 'grant_type=refresh_token&refresh_token=x',
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"errors":[{"errorType":"invalid_grant","message":"Refresh token invalid: x"}],"success":false}',
      },
    },
  ],
});
