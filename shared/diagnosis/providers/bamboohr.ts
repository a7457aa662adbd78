import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { Authorization: 'Basic MGExYjJjM2Q0ZTVmNjA3MTgyOTM6eA==' };

export const bamboohr = defineProvider({
  id: 'bamboohr',
  name: 'BambooHR',
  category: 'productivity',
  address: 'https://api.bamboohr.com/api/gateway.php/acme/v1/employees/directory',
  hosts: /^api\.bamboohr\.com$|^[\w-]+\.bamboohr\.com$/,
  fields: [['x-bamboohr-error-message']],
  few: 'It tells more in a sentence of X-BambooHR-Error-Message, if at all.',
  sources: [
    'https://documentation.bamboohr.com/docs/getting-started',
    'https://documentation.bamboohr.com/docs/api-details',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      status: [403],
      says: /^x-bamboohr-error-message: .*(?:permission|access|allowed)/i,
      explanation: 'The key has the rights of the user who made it.',
      seen: {
        status: 403,
        sent,
        received: { 'X-BambooHR-Error-Message': 'You do not have permission to view this employee' },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      sent: /^basic authorization: [0-9a-f]{20,}:/,
      explanation:
        'The key is the user of Basic, with any password; it is unknown in the company of this address.',
      seen: { sent, body: '' },
    },
  ],
});
