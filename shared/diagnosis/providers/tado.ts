import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const sent = { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' };

export const tado = defineProvider({
  id: 'tado',
  name: 'tado°',
  category: 'device',
  address: 'https://my.tado.com/api/v2/me',
  hosts: /(?:^|\.)tado\.com$/,
  sources: [
    'https://support.tado.com/en/articles/8565472-how-do-i-authenticate-to-access-the-rest-api',
    'https://github.com/wmalgadey/PyTado/issues/155',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 600, ends: 'token-expired' },
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN + HINTED,
      says: /Please migrate: https:\/\/support\.tado\.com/i,
      explanation:
        'The grant with a password was switched off on 21 March 2025; log in with the device grant (RFC 8628) at login.tado.com.',
      seen: {
        url: 'https://auth.tado.com/oauth/token',
        status: 403,
        sent: {},
        posted: 'grant_type=password&client_id=tado-web-app&username=kim&password=word-of-kim',
        body: '{"error":"forbidden","error_description":"Please migrate: https://support.tado.com/en/articles/8565472-how-do-i-authenticate-to-access-the-rest-api"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      sent: /^query (?:username|password)/i,
      path: /^\/api\//,
      explanation: 'User and password in the address are not read since December 2023.',
      seen: { url: 'https://my.tado.com/api/v2/me?username=kim&password=word-of-kim', sent: {}, body: '' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /accessDenied|not allowed to access home/i,
      explanation: 'This account has no right for the home in the address.',
      seen: {
        status: 403,
        sent,
        body: '{"errors":[{"code":"accessDenied","title":"current user is not allowed to access home 1"}]}',
      },
    },
  ],
});
