import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const husqvarna = defineProvider({
  id: 'husqvarna',
  name: 'Husqvarna Group and Gardena',
  category: 'device',
  address: 'https://api.amc.husqvarna.dev/v1/mowers',
  hosts: /^api\.(?:amc|smart|authentication)\.(?:husqvarna(?:group)?|gardena)\.dev$/,
  few: 'What it says is the words of the gateway before it.',
  sources: [
    'https://developer.husqvarnagroup.cloud/docs/get-started',
    'https://developer.husqvarnagroup.cloud/apis/automower-connect-api',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 86_400, ends: 'token-expired' },
  needs: [{ at: ['field x-api-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      sent: /^authorization /,
      says: /^(?:message: )?Forbidden$/i,
      explanation: 'Connect the application to this API on the developers’ page; its key opens those alone.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer 0a1b2c3d', 'X-Api-Key': '4e5f6071' },
        body: '{"message":"Forbidden"}',
      },
    },
  ],
});
