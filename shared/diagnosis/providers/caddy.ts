import { STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const caddy = defineProvider({
  id: 'caddy',
  name: 'Caddy',
  category: 'proxy',
  address: 'https://app.example.com/',
  fields: [['server', /^Caddy$/i]],
  sources: [
    'https://caddyserver.com/docs/caddyfile/directives/basic_auth',
    'https://github.com/caddyserver/caddy/blob/master/modules/caddyhttp/caddyauth/basicauth.go',
  ],
  few: 'Its refusals have no body; what differs is what was sent.',
  misleads: [
    {
      says: 'Server: Caddy',
      means:
        'The application behind may have refused as well: its own field Server is passed on unless it is taken away.',
    },
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: SUGGESTED,
      status: [401],
      notSent: /^authorization/,
      explanation: 'basic_auth stands before the site and got no user and password.',
      seen: {
        sent: {},
        received: { Server: 'Caddy', 'WWW-Authenticate': 'Basic realm="restricted"' },
        body: '',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      sent: /^authorization authorization: basic /i,
      explanation:
        'basic_auth knows no such user with this password: the Caddyfile holds a hash made by “caddy hash-password”, not the password itself.',
      seen: {
        sent: { Authorization: 'Basic a2ltOndvcmQ=' },
        received: { Server: 'Caddy', 'WWW-Authenticate': 'Basic realm="restricted"' },
        body: '',
      },
    },
  ],
});
