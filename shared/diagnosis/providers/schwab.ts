import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const schwab = defineProvider({
  id: 'schwab',
  name: 'Schwab Trader API',
  category: 'trading',
  address: 'https://api.schwabapi.com/trader/v1/accounts',
  hosts: /^api\.schwabapi\.com$/,
  few: 'Its interfaces answer a bare 401; only the token endpoint tells more.',
  misleads: [
    {
      says: 'unsupported_token_type',
      means: 'The refresh token is over, seven days after the login, or was replaced.',
    },
  ],
  sources: [
    'https://developer.schwab.com/products/trader-api--individual',
    'https://github.com/tylerebowers/Schwabdev/issues/40',
    'https://github.com/gporter0205/schwab-api-client/issues/5',
    'https://github.com/alexgolec/schwab-py/issues/100',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 1_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'grant-invalid',
      weight: PROVEN + STATED,
      code: ['unsupported_token_type'],
      says: /refresh_token_authentication_error/,
      path: /oauth\/token/,
      explanation: 'A refresh token lives seven days and no longer: log in once more.',
      seen: {
        status: 400,
        url: 'https://api.schwabapi.com/v1/oauth/token',
        sent: { Authorization: 'Basic azlQZEw6bVQ0dkIxc1pw' },
        posted: 'grant_type=refresh_token&refresh_token=k3V8rM2Yx%40',
        body: '{"error":"unsupported_token_type","error_description":"400 Bad Request: \\"{\\"error_description\\":\\"Exception while authenticating refresh token [tokenDigest=R8QKLpff, Exception=Failed refresh token authentication [tokenDigest=R8QKLpff]]\\",\\"error\\":\\"refresh_token_authentication_error\\"}\\""}',
      },
    },
  ],
});
