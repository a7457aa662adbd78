import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const sharepoint = defineProvider({
  id: 'sharepoint',
  name: 'SharePoint',
  category: 'productivity',
  address: 'https://contoso.sharepoint.com/_api/web',
  hosts: /\.sharepoint\.com$/,

  audience: {
    own: /sharepoint\.com|00000003-0000-0ff1-ce00-000000000000/i,
    wanted: 'the tenant’s SharePoint address',
  },
  sources: ['https://learn.microsoft.com/en-us/sharepoint/dev/solution-guidance/security-apponly-azuread'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /Unsupported app only token/i,
      explanation: 'SharePoint takes app-only tokens only when they were obtained with a certificate.',
    },
    {
      cause: 'token-type-wrong',
      weight: TOLD,
      says: /ID3035|invalid JWT token/i,
      explanation: 'SharePoint cannot use this token.',
    },
    {
      cause: 'session-expired',
      weight: TOLD,
      says: /security validation for this page is invalid/i,
      explanation: 'The form digest of the page is over.',
    },
  ],
});
