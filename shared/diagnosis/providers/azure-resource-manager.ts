import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureResourceManager = defineProvider({
  id: 'azure-resource-manager',
  name: 'Azure Resource Manager',
  category: 'cloud',
  address: 'https://management.azure.com/subscriptions?api-version=2022-12-01',
  hosts: /^management\.azure\.com$/,
  fields: [['www-authenticate', /management\.(azure|core\.windows)/]],
  audience: {
    own: /^https:\/\/management\.(core\.windows\.net|azure\.com)\/?|797f4846-ba00-4fd7-ba43-dac1f8f63013/i,
    wanted: 'https://management.azure.com/',
  },
  sources: ['https://learn.microsoft.com/en-us/rest/api/azure/'],
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
      cause: 'permission-denied',
      weight: STATED,
      code: ['AuthorizationFailed', 'LinkedAuthorizationFailed'],
      explanation: 'The identity has no role on this resource.',
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
  ],
});
