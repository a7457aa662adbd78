import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const powerBi = defineProvider({
  id: 'power-bi',
  name: 'Power BI',
  category: 'productivity',
  address: 'https://api.powerbi.com/v1.0/myorg/groups',
  hosts: /^api\.powerbi\.(com|cn)$/,
  fields: [['x-powerbi-error-info']],
  audience: {
    own: /analysis\.windows\.net\/powerbi|00000009-0000-0000-c000-000000000000/i,
    wanted: 'https://analysis.windows.net/powerbi/api',
  },
  sources: [
    'https://github.com/MicrosoftDocs/powerbi-docs/blob/79a8083bfca1a45ec8f7841f55721ca3d7ca3115/powerbi-docs/developer/embedded/embedded-troubleshoot.md',
  ],
  doors: ['authorization bearer', 'authorization embedtoken'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['TokenExpired'],
      says: /Access token has expired/i,
      explanation: 'The token is over; get a new one.',
      seen: {
        status: 403,
        received: { 'X-PowerBI-Error-Info': 'TokenExpired' },
        body: '{"error":{"code":"TokenExpired","message":"Access token has expired, resubmit with a new access token"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['PowerBINotAuthorizedException', 'PowerBIEntityNotFound'],
      says: /API is not accessible for application/i,
      explanation:
        'The tenant’s settings must let service principals use the API, and the principal must be a member of the workspace.',
      seen: {
        status: 401,
        body: '{"code":"PowerBINotAuthorizedException","message":"API is not accessible for application"}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['PowerBINotLicensedException'],
      explanation: 'The user has no licence of Power BI.',
      seen: {
        status: 401,
        received: { 'X-PowerBI-Error-Info': 'PowerBINotLicensedException' },
        body: '{"error":{"code":"PowerBINotLicensedException"}}',
      },
    },
  ],
});
