import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const cloudflareAccess = defineProvider({
  id: 'cloudflare-access',
  name: 'Cloudflare Access',
  category: 'proxy',
  address: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/app.example.com',
  family: 'cloudflare',
  hosts: /\.cloudflareaccess\.com$/,
  fields: [
    ['cf-access-*'],
    ['location', /cloudflareaccess\.com/],
    ['www-authenticate', /cloudflare-access/i],
  ],
  body: /cloudflareaccess\.com/,
  sources: ['https://developers.cloudflare.com/pages/platform/functions/plugins/cloudflare-access/'],
  lives: { seconds: 86_400, ends: 'session-expired' },
  signs: [
    {
      cause: 'blocked-by-intermediary',
      weight: PROVEN + HINTED,
      status: [302, 303, 401, 403],
      notSent: /cf-access-|cf_authorization|^jwt \w+: .*"iss":"https:\/\/[\w-]+\.cloudflareaccess\.com"/i,
      explanation:
        'Cloudflare Access stands before the application and wants its own login: a service token in CF-Access-Client-Id and CF-Access-Client-Secret, or the cookie CF_Authorization. The application’s token is not looked at.',
      seen: {
        status: 302,
        sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        url: 'https://app.example.com/api/items',
        received: {
          Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/app.example.com?kid=1',
        },
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [302, 401, 403],
      sent: /^field cf-access-client-(?:id|secret):/i,
      explanation:
        'Access does not accept the service token: wrong pair, expired, or no policy of the application has the action Service Auth.',
      seen: {
        status: 403,
        url: 'https://app.example.com/api/items',
        sent: { 'CF-Access-Client-Id': 'a1.access', 'CF-Access-Client-Secret': 'b2c3d4e5f6' },
        body: '<html><title>Error</title><a href="https://team.cloudflareaccess.com">Forbidden</a></html>',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + STATED,
      status: [302, 401, 403],
      sent: /^jwt authorization: .*"iss":"https:\/\/[\w-]+\.cloudflareaccess\.com"/i,
      explanation:
        'Access reads its own token from the field cf-access-token or the cookie CF_Authorization, and leaves Authorization to the application behind it.',
      seen: {
        status: 302,
        url: 'https://app.example.com/api/items',
        sent: {
          Authorization:
            'Bearer eyJhbGciOiJSUzI1NiJ9.eyJpc3MiOiJodHRwczovL3RlYW0uY2xvdWRmbGFyZWFjY2Vzcy5jb20iLCJ0eXBlIjoiYXBwIn0.c2ln',
        },
        received: {
          Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/app.example.com?kid=1',
        },
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN + HINTED,
      status: [302, 401, 403],
      sent: /^cookie cf_authorization/i,
      explanation: 'The login with Access is over or of another application.',
      seen: {
        status: 302,
        url: 'https://app.example.com/api/items',
        sent: { Cookie: 'CF_Authorization=eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        received: {
          Location: 'https://team.cloudflareaccess.com/cdn-cgi/access/login/app.example.com?kid=1',
        },
      },
    },
  ],
});
