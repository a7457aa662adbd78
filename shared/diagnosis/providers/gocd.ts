import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const gocd = defineProvider({
  id: 'gocd',
  name: 'GoCD',
  category: 'ci',
  address: 'https://gocd.example.com/go/api/agents',
  paths: /^\/go\/api\//,
  challenge: /^\w+ GoCD$/i,
  body: /"Invalid Personal Access Token|problem with your browser cookies\. Please check with your administrator/i,
  sources: ['https://api.gocd.org/current/#authentication'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid credentials\. Either your username and password are incorrect/i,
      explanation: 'GoCD’s authentication plugins do not know this user with this password.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { 'WWW-Authenticate': 'Basic realm="GoCD"' },
        body: '{"message":"Invalid credentials. Either your username and password are incorrect, or there is a problem with your browser cookies. Please check with your administrator."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid Personal Access Token/i,
      explanation: 'The access token is not known or was revoked.',
      seen: '{"message":"Invalid Personal Access Token."}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You are not authorized to (?:perform this action|access this)/i,
      explanation: 'The user’s role does not cover this pipeline group or page.',
      seen: {
        status: 403,
        received: { 'WWW-Authenticate': 'Basic realm="GoCD"' },
        body: '{"message":"You are not authorized to perform this action."}',
      },
    },
  ],
});
