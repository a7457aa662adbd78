import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const frigate = defineProvider({
  id: 'frigate',
  name: 'Frigate',
  category: 'device',
  address: 'https://frigate.example.com:8971/api/events',
  hosts: /^frigate\./,
  body: /A user with the admin role is required|No valid roles found in \[|Role [\w, -]+ not authorized\. Required: |"message":"No authorization headers\."/,
  sources: [
    'https://docs.frigate.video/configuration/authentication',
    'https://github.com/blakeblackshear/frigate/blob/dev/frigate/api/auth.py',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'session-expired', idle: true, of: 'cookie' },
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /A user with the admin role is required|Role [\w, -]+ not authorized\. Required: /i,
      explanation: 'The user is a viewer; this is for the role admin.',
      seen: {
        status: 403,
        sent: { Cookie: 'frigate_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJraW0ifQ.c2ln' },
        body: '{"detail":"Access denied. A user with the admin role is required."}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /No valid roles found in \[/i,
      explanation:
        'The proxy in front tells a role that the configuration does not know: set header_map.role and role_map.',
      seen: {
        status: 403,
        sent: { Cookie: 'frigate_token=eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJraW0ifQ.c2ln' },
        body: '{"detail":"No valid roles found in [\'users\']. Required: admin. Available: admin, viewer"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      path: /\/api\/login$/,
      says: /^message: Login failed$/i,
      explanation: 'Frigate does not know this user and password; the log shows the first password of admin.',
      seen: {
        url: 'https://frigate.example.com:8971/api/login',
        sent: {},
        posted: '{"user":"kim","password":"word-of-kim"}',
        body: '{"message":"Login failed"}',
      },
    },
  ],
});
