import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const user = { Authorization: 'Basic YW5uYTprZXljYXJk' };
const received = { Server: 'Transmission', 'Content-Type': 'text/html; charset=ISO-8859-1' };

export const transmission = defineProvider({
  id: 'transmission',
  name: 'Transmission',
  category: 'device',
  address: 'https://nas.example.com:9091/transmission/rpc',
  sends: ['x-transmission-session-id'],
  paths: /^\/transmission\/rpc/,
  fields: [['server', /^Transmission/], ['x-transmission-session-id']],
  challenge: /^basic Transmission$/i,
  misleads: [
    {
      says: '409 Conflict',
      means: 'No refusal: the answer’s X-Transmission-Session-Id goes into the same request once more.',
    },
  ],
  sources: ['https://github.com/transmission/transmission/blob/main/docs/rpc-spec.md'],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /Unauthorized IP Address|disable the IP address whitelist/i,
      explanation: 'The client’s address is not in rpc-whitelist.',
      seen: {
        status: 403,
        received,
        body: '<h1>403: Forbidden</h1><p>Unauthorized IP Address.</p><p>Either disable the IP address whitelist or add your address to it.</p>',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /Too many unsuccessful login attempts/i,
      explanation:
        'After a hundred wrong logins the daemon refuses everybody until it is started again: find the client that sends the old password first.',
      seen: {
        status: 403,
        sent: user,
        received,
        body: '<h1>403: Forbidden</h1><p>Too many unsuccessful login attempts. Please restart transmission-daemon.</p>',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN,
      status: [403, 421],
      says: /hostname was unrecognized|hostname whitelist/i,
      explanation:
        'The host name of the address is not in rpc-host-whitelist, a guard against DNS rebinding: add it, or call by number.',
      seen: {
        status: 421,
        received,
        body: '<h1>421: Misdirected Request</h1><p>Transmission received your request, but the hostname was unrecognized.</p>',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      status: [401],
      says: /Unauthorized User/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'rpc-username and rpc-password differ from what was sent; the daemon reads them when it starts.',
      seen: { sent: user, received, body: '<h1>401: Unauthorized</h1><p>Unauthorized User</p>' },
    },
  ],
});
