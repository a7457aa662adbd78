import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const body = JSON.stringify({
  code: 401,
  message:
    'A request must contain the Authorization header. For details please refer to https://developers.soundcloud.com/blog/security-updates-api.',
  status: '401 - Unauthorized',
  link: 'https://developers.soundcloud.com/docs/api/explorer/open-api',
});

export const soundcloud = defineProvider({
  id: 'soundcloud',
  name: 'SoundCloud',
  category: 'social',
  address: 'https://api.soundcloud.com/tracks',
  hosts: /^(?:api(?:-v2)?|secure)\.soundcloud\.com$/,
  few: 'Its other refusals are those of the standard.',
  sources: [
    'https://developers.soundcloud.com/blog/security-updates-api',
    'https://developers.soundcloud.com/docs/api/guide#authentication',
  ],
  doors: ['authorization oauth', 'authorization bearer', 'query client_id'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /A request must contain the Authorization header/i,
      path: /[?&]client_id=/,
      host: /^api\./,
      explanation:
        'Since July 2021 a client id alone opens nothing here: get a token with id and secret, and send it behind OAuth.',
      seen: {
        url: 'https://api.soundcloud.com/tracks?ids=389870604&client_id=iZIs9mchVcX5lhVRyQGGAYlNPVldzAoX',
        sent: {},
        body,
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /A request must contain the Authorization header/i,
      path: /^(?!.*[?&]client_id=)/,
      notSent: /^authorization /,
      explanation: 'The token goes into Authorization, behind OAuth.',
      seen: { url: 'https://api.soundcloud.com/tracks?ids=389870604', sent: {}, body },
    },
  ],
});
