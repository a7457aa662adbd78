import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureAppConfiguration = defineProvider({
  id: 'azure-app-configuration',
  name: 'Azure App Configuration',
  category: 'cloud',
  address: 'https://contoso.azconfig.io/kv?api-version=1.0',
  hosts: /\.azconfig\.io$/,

  sources: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/rest-api-authentication-hmac'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['InvalidAuthenticationTokenExpired', 'ExpiredAuthenticationToken', 'TokenExpired'],
      explanation: 'The token is over.',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
  ],
});
