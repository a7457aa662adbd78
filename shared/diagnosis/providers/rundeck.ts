import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { 'X-Rundeck-Auth-Token': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const rundeck = defineProvider({
  id: 'rundeck',
  name: 'Rundeck',
  category: 'ci',
  address: 'https://rundeck.example.com/api/41/projects',
  sends: ['x-rundeck-auth-token'],
  paths: /^\/api\/\d+\/(?:project|job|execution|system)\b/,
  fields: [['x-rundeck-api-version'], ['x-rundeck-api-xml-response-wrapper']],
  body: /"apiversion"\s*:\s*\d+,"errorCode"|\(Token:\w*\*+\) is not authorized/,
  misleads: [
    {
      says: 'unauthorized, “(Token:…) is not authorized for: /api/…”',
      means: 'The token is not known or over; a missing right is told with the resource’s name.',
    },
  ],
  sources: [
    'https://docs.rundeck.com/docs/api/#authentication',
    'https://docs.rundeck.com/docs/administration/security/authorization.html',
  ],
  doors: ['field x-rundeck-auth-token', 'query authtoken'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /\(Token:[^)]*\) is not authorized for/i,
      explanation: 'Rundeck does not know the token: it was deleted with its user, or its time is over.',
      seen: {
        status: 403,
        sent: token,
        body: '{"error":true,"apiversion":41,"errorCode":"unauthorized","message":"(Token:Zx81k****) is not authorized for: /api/41/projects"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Not authorized for action "|is not authorized for (?:action|resource)/i,
      explanation: 'No access policy gives the user’s groups this action on this project or job.',
      seen: {
        status: 403,
        sent: token,
        body: '{"error":true,"apiversion":41,"errorCode":"api.error.item.unauthorized","message":"Not authorized for action \\"Run\\" for Job ID 1"}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /\(unauthenticated\) is not authorized for/i,
      sent: /^cookie /,
      explanation: 'The session behind the cookie is over.',
      seen: {
        status: 403,
        sent: { Cookie: 'JSESSIONID=node01x2' },
        body: '{"error":true,"apiversion":41,"errorCode":"unauthorized","message":"(unauthenticated) is not authorized for: /api/41/projects"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /\(unauthenticated\) is not authorized for/i,
      notSent: /./,
      explanation: 'No token was sent: it goes in X-Rundeck-Auth-Token.',
      seen: {
        status: 403,
        sent: {},
        body: '{"error":true,"apiversion":41,"errorCode":"unauthorized","message":"(unauthenticated) is not authorized for: /api/41/projects"}',
      },
    },
  ],
});
