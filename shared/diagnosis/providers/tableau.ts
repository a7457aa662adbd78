import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tableau = defineProvider({
  id: 'tableau',
  name: 'Tableau',
  category: 'data',
  address: 'https://10ax.online.tableau.com/api/3.8/auth/signin',
  paths: /^\/api\/3\.\d+\//,
  hosts: /\.online\.tableau\.com$/,
  fields: [['tableau'], ['server', /^Tableau$/]],
  body: /"summary"\s*:\s*"Signin Error"|xmlns="http:\/\/tableau\.com\/api"/,
  misleads: [
    {
      says: '401001 Signin Error',
      means:
        'Said to a wrong name or secret, to a site that does not exist, and where the server signs in by SAML only.',
    },
  ],
  sources: [
    'https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_auth.htm',
    'https://help.tableau.com/current/api/rest_api/en-us/REST/rest_api_concepts_errors.htm',
  ],
  doors: ['field x-tableau-auth', 'authorization bearer'],
  lives: { seconds: 14_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['401001'],
      says: /Signin Error/i,
      explanation:
        'Name, secret and site do not belong together. The site is the name that stands in the web page’s address after /site/, empty for the first one.',
      seen: {
        posted: '{"credentials":{"name":"kim","password":"x","site":{"contentUrl":""}}}',
        sent: {},
        body: '{"error":{"summary":"Signin Error","detail":"Error signing in to Tableau Server","code":"401001"}}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['401002'],
      explanation: 'The token in X-Tableau-Auth is not valid: it is over, or belongs to another site.',
      seen: {
        sent: { 'X-Tableau-Auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"error":{"summary":"Unauthorized Access","detail":"Invalid authentication credentials were provided","code":"401002"}}',
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN,
      code: ['401003'],
      explanation: 'Another sign-in with the same personal access token ended this session.',
      seen: {
        sent: { 'X-Tableau-Auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"error":{"summary":"Unauthorized Access","detail":"Session superseded","code":"401003"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['403004', '403000', '403001'],
      explanation: 'The user’s site role does not allow this.',
      seen: {
        status: 403,
        sent: { 'X-Tableau-Auth': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"error":{"summary":"Forbidden","detail":"This is not allowed","code":"403004"}}',
      },
    },
  ],
});
