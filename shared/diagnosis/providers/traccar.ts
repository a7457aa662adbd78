import { STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

const refusal =
  'HTTP 401 Unauthorized - WebApplicationException (SecurityRequestFilter:126 < ResourceInvoker < ...)';

export const traccar = defineProvider({
  id: 'traccar',
  name: 'Traccar',
  category: 'device',
  address: 'https://traccar.example.com/api/positions',
  hosts: /^traccar\.|(?:^|\.)traccar\.org$/,
  body: /SecurityRequestFilter/,
  sources: ['https://www.traccar.org/traccar-api/', 'https://www.traccar.org/api-reference/'],
  doors: ['authorization basic', 'authorization bearer', 'query token'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /SecurityRequestFilter/,
      notSent: /./,
      explanation:
        'Send the cookie of /api/session with each call, a token as Bearer, or e-mail address and password as Basic.',
      seen: { sent: {}, body: refusal },
    },
    {
      cause: 'session-expired',
      weight: SUGGESTED,
      says: /SecurityRequestFilter/,
      sent: /^cookie jsessionid/i,
      explanation: 'The session has ended, or the server was started anew.',
      seen: { sent: { Cookie: 'JSESSIONID=node01abcdefghijklmnop0.node0' }, body: refusal },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      says: /SecurityRequestFilter/,
      sent: /^authorization authorization: bearer /i,
      explanation: 'The token is over, or was made by another server.',
      seen: { sent: { Authorization: 'Bearer Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' }, body: refusal },
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /SecurityRequestFilter/,
      sent: /^authorization authorization: basic /i,
      explanation: 'Traccar has no user with this e-mail address and password.',
      seen: { sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' }, body: refusal },
    },
  ],
});
