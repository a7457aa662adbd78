import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const salesforceLightning = defineProvider({
  id: 'salesforce-lightning',
  name: 'Salesforce Lightning',
  category: 'productivity',
  address: 'https://example.lightning.force.com/services/data/v60.0/',
  family: 'salesforce',
  hosts: /\.lightning\.force\.com$/,

  few: 'There is one thing to know of it: it is the wrong host.',
  sources: ['https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/intro_rest.htm'],
  signs: [
    {
      cause: 'url-wrong',
      weight: PROVEN + 0.5,
      path: /^\/services\//,
      explanation:
        'The pages live under .lightning.force.com; the REST API is served under .my.salesforce.com and refuses its tokens here.',
      seen: {
        body: '[{"message":"This session is not valid for use with the REST API","errorCode":"INVALID_SESSION_ID"}]',
      },
    },
  ],
});
