import { SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const grocy = defineProvider({
  id: 'grocy',
  name: 'Grocy',
  category: 'productivity',
  address: 'https://grocy.example.com/api/stock',
  hosts: /^grocy\./,
  sends: ['grocy-api-key'],
  sources: [
    'https://github.com/grocy/grocy/blob/master/middleware/ApiKeyAuthMiddleware.php',
    'https://github.com/grocy/grocy/blob/master/middleware/AuthMiddleware.php',
  ],
  doors: ['field grocy-api-key', 'query grocy-api-key', 'query secret'],
  few: 'It answers every refusal with an empty 401, and a page with a redirect to its login.',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      status: [401],
      path: /\/api\//,
      sent: /^(?:field|query) grocy-api-key: \w/i,
      explanation: 'Grocy has no such key, or its day of expiry is over: look at Manage API keys.',
      seen: {
        sent: { 'GROCY-API-KEY': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3GZx81kQp07vTnE4sWc2' },
        received: { 'WWW-Authenticate': '' },
      },
    },
  ],
});
