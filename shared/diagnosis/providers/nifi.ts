import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = { Authorization: 'Bearer eyJhbGciOiJSUzUxMiJ9.eyJzdWIiOiJ1MSIsImV4cCI6MTcwMDA1MzIwMH0.c2ln' };

export const nifi = defineProvider({
  id: 'nifi',
  name: 'Apache NiFi',
  category: 'data',
  address: 'https://nifi.example.com:8443/nifi-api/flow/status',
  paths: /^\/nifi-api\//,
  body: /Contact the system administrator\.|Insufficient Permissions\.?|The supplied username and password are not valid/,
  sources: [
    'https://nifi.apache.org/docs/nifi-docs/html/administration-guide.html#multi-tenant-authorization',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN + PROVEN,
      says: /No applicable policies could be found|Insufficient Permissions|Unable to (?:view|modify|access) .*Contact the system administrator/i,
      explanation:
        'The identity that the answer names has no policy for this; it must be written letter by letter as NiFi sees it, spaces of a certificate’s name included.',
      seen: {
        status: 403,
        sent: token,
        body: 'No applicable policies could be found. Contact the system administrator.',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /The supplied username and password are not valid/i,
      explanation:
        'The login provider does not know this user; the single-user provider prints its password once, in the first log.',
      seen: {
        status: 400,
        url: 'https://nifi.example.com:8443/nifi-api/access/token',
        sent: {},
        posted: 'username=anna&password=keycard',
        body: 'The supplied username and password are not valid.',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /System Error: The request contained an invalid host header|invalid host header/i,
      explanation: 'The name in the address is not in nifi.web.proxy.host: enter it there.',
      seen: {
        status: 403,
        sent: token,
        body: '<h1>System Error</h1><p>The request contained an invalid host header [<code>nifi.example.com</code>] in the request [<code>/nifi-api</code>]. Check for request manipulation or third-party intercept.</p><p>Contact the system administrator.</p>',
      },
    },
  ],
});
