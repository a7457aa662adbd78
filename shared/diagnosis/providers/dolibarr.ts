import { PROVEN, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const dolibarr = defineProvider({
  id: 'dolibarr',
  name: 'Dolibarr',
  category: 'productivity',
  address: 'https://erp.example.com/api/index.php/thirdparties',
  sends: ['dolapikey', 'dolapientity'],
  body: /No parameter 'HTTP_DOLAPIKEY' on HTTP header/,
  sources: [
    'https://wiki.dolibarr.org/index.php?title=Module_Web_Services_API_REST_(developer)',
    'https://github.com/Dolibarr/dolibarr/blob/develop/htdocs/api/class/api_access.class.php',
  ],
  doors: ['field dolapikey', 'query dolapikey', 'query api_key'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /No parameter 'HTTP_DOLAPIKEY' on HTTP header/i,
      sent: /^authorization |^field (?!dolapikey)/i,
      explanation: 'The key goes into DOLAPIKEY; Authorization is not read.',
      seen: {
        body: '{"error":{"code":401,"message":"Unauthorized: Failed to login to API. No parameter \'HTTP_DOLAPIKEY\' on HTTP header (and no parameter DOLAPIKEY in URL)."}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /No parameter 'HTTP_DOLAPIKEY' on HTTP header/i,
      notSent: /./,
      explanation: 'The user’s key goes into DOLAPIKEY.',
      seen: {
        sent: {},
        body: '{"error":{"code":401,"message":"Unauthorized: Failed to login to API. No parameter \'HTTP_DOLAPIKEY\' on HTTP header (and no parameter DOLAPIKEY in URL)."}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401, 403],
      sent: /^field dolapikey: \w/i,
      explanation: 'No user of this entity has the key: it is made on the user’s card, and saved there.',
      seen: {
        sent: { DOLAPIKEY: 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"error":{"code":401,"message":"Unauthorized"}}',
      },
    },
  ],
});
