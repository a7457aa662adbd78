import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dynamics = defineProvider({
  id: 'dynamics',
  name: 'Microsoft Dataverse and Dynamics 365',
  category: 'productivity',
  address: 'https://contoso.crm4.dynamics.com/api/data/v9.2/WhoAmI',
  hosts: /\.crm\d*\.dynamics\.com$/,
  audience: {
    own: /dynamics\.com|00000007-0000-0000-c000-000000000000/i,
    wanted: 'the organisation’s own address',
  },
  sources: ['https://learn.microsoft.com/en-us/power-apps/developer/data-platform/authenticate-oauth'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['0x80072560', '0x80041d1f'],
      says: /The user is not a member of the organization|The user is disabled/i,
      explanation:
        'The application or person has no enabled user in this environment: add an application user with a security role.',
      seen: { status: 403 },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      code: ['0x80095ffc'],
      explanation:
        'The administrators let only listed applications at this environment, and this one is not listed.',
      seen: {
        status: 403,
        body: '{"error":{"code":"0x80095ffc","message":"Access to Dataverse API is restricted for this application Id : \'51f81489-12ee-4a9e-aaae-a2591f45987d\'. Please contact your administrator for more information."}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['0x80040220', '0x80048306', '0x80042f09'],
      says: /is missing \w+ privilege|Principal user .* is missing/i,
      explanation: 'The security role lacks the privilege named.',
      seen: { status: 403 },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      says: /invalid_token/i,
      explanation: 'The token is not taken: its audience must be the environment’s own address.',
    },
  ],
});
