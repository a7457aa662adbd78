import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const exactOnline = defineProvider({
  id: 'exact-online',
  name: 'Exact Online',
  category: 'commerce',
  address: 'https://start.exactonline.nl/api/v1/current/Me',
  hosts: /^start\.exactonline\.(?:nl|be|de|co\.uk|fr|es|com)$/,
  few: 'Its interfaces answer a bare 401; only the token endpoint tells more.',
  sources: [
    'https://support.exactonline.com/community/s/knowledge-base#All-All-DNO-Content-oauth-eol-oauth-dev-step4',
    'https://github.com/picqer/exact-php-client/issues/300',
    'https://github.com/websmurf/laravel-exact-online/issues/23',
  ],
  doors: ['authorization bearer'],
  lives: { seconds: 600, ends: 'token-expired' },
  signs: [
    {
      cause: 'grant-invalid',
      weight: PROVEN + STATED,
      says: /The refresh token expired at|Old refresh token used/i,
      path: /oauth2\/token/,
      explanation:
        'Each refresh token is good once and for thirty days: keep the one that came with the last answer, or let the user log in.',
      seen: {
        status: 400,
        url: 'https://start.exactonline.nl/api/oauth2/token',
        sent: {},
        posted: 'grant_type=refresh_token&refresh_token=x&client_id=y&client_secret=z',
        body: '{"error":"invalid_request","error_description":"The refresh token expired at 10/11/2022 9:18:20 PM and it is now 10/28/2022 4:15:50 PM."}',
      },
    },
  ],
});
