import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const oauth2Proxy = defineProvider({
  id: 'oauth2-proxy',
  name: 'OAuth2 Proxy',
  category: 'proxy',
  address: 'https://app.example.com/api/items',
  body: /oauth2[-_ ]proxy|\/oauth2\/(?:start|sign_in)/i,
  fields: [['set-cookie', /^_oauth2_proxy/], ['gap-auth'], ['location', /\/oauth2\/(?:start|sign_in)/]],
  sources: ['https://github.com/oauth2-proxy/oauth2-proxy/blob/master/docs/docs/configuration/overview.md'],
  lives: { seconds: 604_800, ends: 'session-expired' },
  signs: [
    {
      cause: 'session-expired',
      weight: STATED,
      status: [401, 403, 302],
      sent: /^cookie _oauth2_proxy/,
      explanation:
        'The cookie of OAuth2 Proxy no longer opens a session: expired, its secret changed, or part of it lost because it was too large.',
      seen: {
        status: 403,
        sent: { Cookie: '_oauth2_proxy=abc|1700000000|sig' },
        body: '<html><title>Sign In</title><form method="GET" action="/oauth2/start"></form></html>',
      },
    },
    {
      cause: 'blocked-by-intermediary',
      weight: STATED,
      status: [401, 403, 302],
      sent: /^authorization /,
      explanation:
        'OAuth2 Proxy stands before the application and looks for its own cookie; it accepts a Bearer token only with skip-jwt-bearer-tokens and a matching audience.',
      seen: {
        status: 403,
        body: '<html><title>Sign In</title><form method="GET" action="/oauth2/start"></form></html>',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Invalid Account|You do not have permission to access this resource/i,
      explanation: 'The person is logged in, and e-mail, domain or group is not among those allowed.',
      seen: {
        status: 403,
        sent: { Cookie: '_oauth2_proxy_csrf=x' },
        body: '<html><title>403 Permission Denied</title><p>Invalid Account</p><footer>OAuth2 Proxy</footer></html>',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: STATED,
      says: /CSRF|Unable to find a valid CSRF token/i,
      explanation: 'The login took too long, or the cookie of the login’s beginning did not come back.',
      seen: {
        status: 403,
        sent: {},
        body: '<html><title>403 Forbidden</title><p>Unable to find a valid CSRF token. Please try again.</p><footer>OAuth2 Proxy</footer></html>',
      },
    },
  ],
});
