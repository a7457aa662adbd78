import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const wazuh = defineProvider({
  id: 'wazuh',
  name: 'Wazuh',
  category: 'security',
  address: 'https://wazuh.example.com:55000/agents',
  hosts: /^wazuh(?:-manager|-master|\.manager)?(?:\.|$)/,
  paths: /^\/security\/user\/authenticate\b/,
  body: /"title"\s*:\s*"Permission Denied"\s*,\s*"detail"\s*:\s*"(?:Permission denied: Resource type|Limit of login attempts)/,
  sources: [
    'https://documentation.wazuh.com/current/user-manual/api/getting-started.html',
    'https://github.com/wazuh/wazuh/blob/main/api/api/authentication.py',
  ],
  misleads: [
    {
      says: 'Invalid token',
      means: 'Also a token whose time is over, or whose user was given other roles since.',
    },
    {
      says: 'Token expired',
      means: 'The settings of tokens or roles were changed since it was made, whatever time it has left.',
    },
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      status: [401],
      path: /^\/(?!security\/user\/authenticate)/,
      sent: /^authorization authorization: basic /i,
      explanation:
        'User and password open /security/user/authenticate alone, which hands out the token for all else.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': '' },
        body: '{"title":"Unauthorized","detail":"No authorization token provided"}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Limit of login attempts reached/i,
      explanation: 'Failed logins have blocked the address for a while.',
      seen: {
        url: 'https://wazuh.example.com:55000/security/user/authenticate',
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"title":"Permission Denied","detail":"Limit of login attempts reached. The current IP has been blocked due to a high number of login attempts","error":6000}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Permission denied: Resource type/i,
      explanation: 'The roles of the user hold no policy for this action and resource.',
      seen: {
        status: 403,
        body: '{"title":"Permission Denied","detail":"Permission denied: Resource type: *:*","remediation":"Please, make sure you have permissions to execute the current request.","error":4000}',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      says: /^detail: Invalid token$/i,
      explanation: 'The token is over after fifteen minutes, or its user’s roles were changed since.',
      seen: '{"title":"Unauthorized","detail":"Invalid token"}',
    },
  ],
});
