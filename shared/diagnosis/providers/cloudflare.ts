import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cloudflare = defineProvider({
  id: 'cloudflare',
  name: 'Cloudflare',
  category: 'proxy',
  address: 'https://api.cloudflare.com/client/v4/user/tokens/verify',
  hosts: /^api\.cloudflare\.com$/,
  body: /cloudflareaccess\.com|Attention Required! \| Cloudflare|cf-error-details|used Cloudflare to restrict access|error code: 10\d\d/i,
  fields: [['cf-mitigated'], ['cf-access-*']],

  sources: [
    'https://developers.cloudflare.com/support/troubleshooting/http-status-codes/cloudflare-1xxx-errors/',
  ],
  doors: ['authorization bearer', 'field x-auth-key', 'field x-auth-user-service-key'],
  signs: [
    {
      cause: 'header-malformed',
      weight: STATED,
      code: ['6003', '6111', '6103', '6102'],
      explanation: 'Cloudflare’s API cannot read the form of the key or token.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['9103', '1000', '9106', '9109', '10001'],
      explanation: 'Cloudflare’s API does not know the key, e-mail or token.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Cannot use the access token from location|error code: 100[6-9]|error 100[6-9]/i,
      explanation: 'The token or site is restricted to certain addresses or countries.',
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /error code: 1010|banned your access based on your browser/i,
      explanation: 'The site refuses the signature of this client.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /error code: 1015|you are being rate limited/i,
      explanation: 'The site’s rate limit answered.',
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      says: /error code: 10(?:20|12)|Attention Required|used Cloudflare to restrict access|Just a moment|cloudflareaccess/i,
      explanation: 'Cloudflare’s firewall or Access answered, not the site.',
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      code: ['9104', '10000'],
      status: [403],
      explanation: 'The token has no right on this zone or account.',
    },
  ],
});
