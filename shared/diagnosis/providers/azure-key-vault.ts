import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureKeyVault = defineProvider({
  id: 'azure-key-vault',
  name: 'Azure Key Vault',
  category: 'cloud',
  address: 'https://contoso.vault.azure.net/secrets/x?api-version=7.4',
  hosts: /\.vault\.azure\.net$/,
  audience: {
    own: /^https:\/\/vault\.azure\.net\/?|cfa8b339-82a2-471a-a3c9-0fc0be7a4093/i,
    wanted: 'https://vault.azure.net',
  },
  sources: [
    'https://learn.microsoft.com/en-us/azure/key-vault/general/authentication-requests-and-responses',
  ],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['InvalidAuthenticationTokenExpired', 'ExpiredAuthenticationToken', 'TokenExpired'],
      explanation: 'The token is over.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenTenant'],
      explanation: 'The token comes from another tenant than the one that owns the subscription.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      code: ['InvalidAuthenticationTokenAudience'],
      explanation: 'The token was made for another resource.',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
  ],
});
