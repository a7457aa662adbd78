import { SUGGESTED } from '../weights.ts';
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
  signs: [
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'Graph could not use the token; the words behind the code say more.',
    },
  ],
});
