import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: number, message: string) => ({
  status: 403,
  body: JSON.stringify({ error: { code, message } }),
});

export const netatmo = defineProvider({
  id: 'netatmo',
  name: 'Netatmo',
  category: 'device',
  address: 'https://api.netatmo.com/api/getstationsdata',
  hosts: /(^|\.)netatmo\.(?:com|net)$/,
  misleads: [{ says: '403', means: 'Netatmo says 403 also to a token that is merely over; the code tells.' }],
  sources: ['https://dev.netatmo.com/apidocumentation/general#error-codes'],
  doors: ['authorization bearer', 'query access_token'],
  lives: { seconds: 10_800, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^message: Access token expired/i,
      explanation:
        'The access token lives three hours: renew it, and keep the new refresh token that comes with it.',
      seen: seen(3, 'Access token expired'),
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /^message: Invalid access token/i,
      explanation: 'Netatmo does not know the token: a newer one may have taken its place.',
      seen: seen(2, 'Invalid access token'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /does not have the good scope rights|Insufficient scope|No device found/i,
      explanation:
        'The token was granted without the scope of this product, such as read_station or read_thermostat.',
      seen: seen(13, 'Application does not have the good scope rights'),
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /(?:User|Application) usage reached|Maximum usage reached/i,
      explanation: 'Fifty calls in ten seconds, five hundred in an hour for each user.',
      seen: seen(26, 'User usage reached'),
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Application deactivated|^message: .*(?:application|app) (?:is )?(?:deactivated|disabled|banned)/i,
      explanation: 'The app was switched off at dev.netatmo.com.',
      seen: seen(5, 'Application deactivated'),
    },
  ],
});
