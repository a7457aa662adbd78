import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mikrotik = defineProvider({
  id: 'mikrotik',
  name: 'MikroTik RouterOS',
  category: 'device',
  address: 'https://mikrotik.example.com/rest/system/resource',
  paths: /^\/rest\/(?:ip|interface|ppp|routing)\b/,
  hosts: /^(mikrotik|routeros)\./,
  challenge: /^Basic (?:RouterOS|Mikrotik)/i,
  body: /RouterOS|not enough permissions \(9\)/,
  sources: [
    'https://help.mikrotik.com/docs/display/ROS/User',
    'https://www.skills.sh/wiresage/routeros-skills/routeros-api',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^(?:message: )?Unauthorized$/i,
      status: [401],
      sent: /^authorization authorization: basic /i,
      path: /^\/?rest\//,
      explanation:
        'User and password do not fit, the user’s address list does not hold this client, or its group lacks the policies rest-api and api.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":401,"message":"Unauthorized"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^(?:message: )?Unauthorized$/i,
      status: [401],
      notSent: /./,
      path: /^\/?rest\//,
      explanation: 'RouterOS wants Basic with a user of the router.',
      seen: { sent: {}, body: '{"error":401,"message":"Unauthorized"}' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /not enough permissions/i,
      explanation:
        'The user’s group lacks the policy: write for changes, sensitive for passwords, policy for users.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":403,"message":"Forbidden","detail":"not enough permissions (9)"}',
      },
    },
  ],
});
