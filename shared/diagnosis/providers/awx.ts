import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const awx = defineProvider({
  id: 'awx',
  name: 'AWX and Ansible Automation Platform',
  category: 'ci',
  address: 'https://awx.example.com/api/v2/me/',
  paths: /^\/api\/v2\/(?:job_templates|inventories|workflow_job_templates|projects\/\d+\/update)\b/,
  fields: [['x-api-product-name'], ['www-authenticate', /authorization_url=\/(?:api\/)?o\/authorize/i]],
  body: /To establish a login session, visit \/api\/(?:\w+\/)*login\//,
  misleads: [
    {
      says: 'Authentication credentials were not provided',
      means:
        'Also said where a Bearer token was sent to a gateway that no longer reads it, or a cookie ran out.',
    },
  ],
  sources: ['https://docs.ansible.com/automation-controller/latest/html/controllerapi/authentication.html'],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid username\/password/i,
      explanation:
        'The user does not exist here with this password, or logs in through a directory by SSO only.',
      seen: {
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        received: { 'X-API-Product-Name': 'AWX' },
        body: '{"detail":"Invalid username/password."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication credentials were not provided\. To establish a login session/i,
      notSent: /./,
      explanation: 'Nothing was sent: a token goes as Bearer, user and password as Basic.',
      seen: {
        sent: {},
        body: '{"detail":"Authentication credentials were not provided. To establish a login session, visit /api/login/."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /Authentication credentials were not provided\. To establish a login session/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'The token was read and is not known: it is over or deleted. The product says then that nothing was provided.',
      seen: '{"detail":"Authentication credentials were not provided. To establish a login session, visit /api/login/."}',
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /Authentication credentials were not provided\. To establish a login session/i,
      sent: /^cookie /,
      notSent: /^authorization /,
      explanation: 'The session behind the cookie is over.',
      seen: {
        sent: { Cookie: 'awx_sessionid=k2j3h4g5f6' },
        body: '{"detail":"Authentication credentials were not provided. To establish a login session, visit /api/login/."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You do not have permission to perform this action/i,
      explanation: 'The user lacks a role on this organisation, inventory or template.',
      seen: {
        status: 403,
        received: { 'X-API-Product-Name': 'AWX' },
        body: '{"detail":"You do not have permission to perform this action."}',
      },
    },
  ],
});
