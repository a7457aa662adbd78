import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureStaticWebApps = defineProvider({
  id: 'azure-static-web-apps',
  name: 'Azure Static Web Apps',
  category: 'cloud',
  address: 'https://calm-sea-012345.azurestaticapps.net/api/me',
  hosts: /\.azurestaticapps\.net$/,
  few: 'One peculiarity matters: what it does to Authorization.',
  sources: ['https://learn.microsoft.com/en-us/azure/static-web-apps/apis-functions'],
  signs: [
    {
      cause: 'header-stripped',
      weight: PROVEN,
      status: [401, 403],
      path: /^\/api\//,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Static Web Apps replaces Authorization by a token of its own before the function sees it. Send yours in a field of another name.',
      seen: { body: '{"error":"invalid token"}' },
    },
  ],
});
