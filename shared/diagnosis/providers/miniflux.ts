import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const refusal = '{"error_message":"access unauthorized"}';

export const miniflux = defineProvider({
  id: 'miniflux',
  name: 'Miniflux',
  category: 'productivity',
  address: 'https://miniflux.example.com/v1/me',
  hosts: /^miniflux\.|(?:^|\.)miniflux\.app$/,
  body: /^\s*\{"error_message":"access (?:unauthorized|forbidden)"\}/i,
  sources: ['https://miniflux.app/docs/api.html'],
  doors: ['field x-auth-token', 'authorization basic', 'authorization googlelogin'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /access unauthorized/i,
      notSent: /./,
      explanation: 'Send the key of the settings in X-Auth-Token, or user and password as Basic.',
      seen: { sent: {}, body: refusal },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /access unauthorized/i,
      sent: /^(?:field x-auth-token|authorization authorization: basic)/i,
      explanation: 'Miniflux has no such key, or does not know user and password.',
      seen: { sent: { 'X-Auth-Token': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' }, body: refusal },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /access forbidden/i,
      explanation: 'The call is for administrators.',
      seen: {
        status: 403,
        sent: { 'X-Auth-Token': 'Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"error_message":"access forbidden"}',
      },
    },
  ],
});
