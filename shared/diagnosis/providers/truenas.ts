import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const truenas = defineProvider({
  id: 'truenas',
  name: 'TrueNAS',
  category: 'device',
  address: 'https://truenas.example.com/api/v2.0/system/info',
  paths: /^\/api\/v2\.0\/(?:pool|sharing|disk|service|system|app|vm)\b/,
  hosts: /^(truenas|freenas)\./,
  misleads: [
    { says: '401 after one call over http', means: 'TrueNAS revokes a key that came over plain http.' },
    { says: '404 on api/v2.0', means: 'The REST API ended with TrueNAS 26.' },
  ],
  sources: [
    'https://truenas.com/docs/scale/api',
    'https://truenas.com/docs/scale/scaleuireference/toptoolbar/settings/apikeysscreen/',
    'https://www.truenas.com/docs/scale/26/api/',
  ],
  lives: { seconds: 600, ends: 'token-expired' },
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'auth-method-retired',
      weight: TOLD,
      path: /^\/?api\/v2\.0\//,
      status: [404],
      explanation: 'The REST API ended with TrueNAS 26: use JSON-RPC over WebSocket, at /api/current.',
      seen: { status: 404, sent: { Authorization: 'Bearer 1-abc' }, body: '404: Not Found' },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /API key (?:has been |is )?revoked|key .*insecure transport/i,
      explanation:
        'A key that came over plain http, or held an allow list before 25.04, is revoked: reset it and use https.',
      seen: {
        sent: { Authorization: 'Bearer 1-abc' },
        body: '{"message":"API key has been revoked","errname":"EPERM"}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /API key (?:has )?expired/i,
      explanation: 'The key’s date is over; make a new one under My API Keys.',
      seen: {
        sent: { Authorization: 'Bearer 1-abc' },
        body: '{"message":"API key has expired","errname":"EPERM"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      status: [403],
      sent: /^authorization authorization: bearer \d+-/i,
      explanation: 'The account of the key lacks the role for this call.',
      seen: { status: 403, sent: { Authorization: 'Bearer 1-abc' }, body: '403: Forbidden' },
    },
  ],
});
