import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const asUser = { 'X-Trino-User': 'anna', Authorization: 'Basic YW5uYTprZXljYXJk' };

export const trino = defineProvider({
  id: 'trino',
  name: 'Trino',
  category: 'database',
  address: 'https://trino.example.com:8443/v1/statement',
  paths: /^\/v1\/statement(?:\/|$)/,
  challenge: /^\w+ (?:Trino|Presto)$/i,
  body: /X-(?:Trino|Presto)-User|does not allow processing of the X-Forwarded-For header|Authentication over HTTP is not enabled/i,
  sources: [
    'https://trino.io/docs/current/security/authentication-types.html',
    'https://trino.io/docs/current/security/tls.html',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization negotiate'],
  signs: [
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      status: [406],
      says: /does not allow processing of the X-Forwarded-For header/i,
      explanation:
        'The coordinator stands behind a proxy and was not told so: set http-server.process-forwarded=true.',
      seen: {
        status: 406,
        sent: asUser,
        body: 'Server configuration does not allow processing of the X-Forwarded-For header',
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /(?:Password|JWT|OAuth2?|Kerberos)?\s*Authentication (?:over HTTP is )?not (?:enabled|allowed)|Authentication over HTTP is not enabled/i,
      explanation:
        'Trino takes passwords and tokens over HTTPS only: use the https port, or tell it behind a proxy to process X-Forwarded-Proto.',
      seen: {
        status: 403,
        url: 'http://trino.example.com:8080/v1/statement',
        sent: asUser,
        body: 'Authentication over HTTP is not enabled',
      },
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /(?:User must be set|Basic authentication or X-(?:Trino|Presto)-User must be sent|X-(?:Trino|Presto)-\w+ (?:must be|is not) set)/i,
      explanation: 'Each statement says in X-Trino-User for whom it runs, also without a password.',
      seen: { sent: {}, body: 'Basic authentication or X-Trino-User must be sent' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Access Denied: Invalid credentials/i,
      sent: /^authorization authorization: basic /i,
      explanation: 'The password file or directory does not know this user with this password.',
      seen: {
        sent: asUser,
        received: { 'WWW-Authenticate': 'Basic realm="Trino"' },
        body: 'Access Denied: Invalid credentials',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Access Denied: (?:User|Cannot|Principal) /i,
      explanation:
        'Access control refuses this user the catalogue, table or the right to act as somebody else.',
      seen: { status: 403, sent: asUser, body: 'Access Denied: User anna cannot impersonate user admin' },
    },
  ],
});
