import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const opnsense = defineProvider({
  id: 'opnsense',
  name: 'OPNsense',
  category: 'device',
  address: 'https://opnsense.example.com/api/core/firmware/status',
  hosts: /^opnsense\./,
  fields: [['server', /^OPNsense$/i]],
  paths: /^\/api\/(?:core|diagnostics|unbound|kea|dhcpv4|wireguard|openvpn|ids)\/\w+\/\w+/,
  sources: [
    'https://github.com/opnsense/docs/blob/bbb27123374b87c6d4c33ee811e6c9003995dfcc/source/development/how-tos/api.rst',
  ],
  doors: ['authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^message: Authentication Failed$/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'OPNsense takes an API key as user and its secret as password, not the login of the web page.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'OPNsense' },
        body: '{"status":401,"message":"Authentication Failed"}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: bearer /i,
      status: [401],
      explanation: 'The API takes Basic with key and secret.',
      seen: {
        sent: { Authorization: 'Bearer abcdefghijklmnop' },
        received: { Server: 'OPNsense' },
        body: '{"status":401,"message":"Authentication Failed"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /^message: Forbidden$/i,
      status: [403],
      explanation: 'The key’s user has no privilege for this page.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { Server: 'OPNsense' },
        body: '{"status":403,"message":"Forbidden"}',
      },
    },
  ],
});
