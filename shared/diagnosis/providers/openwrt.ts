import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

const json = { 'Content-Type': 'application/json' };
const call = { url: 'https://router.example.com/ubus', status: 200, sent: {}, received: json };

export const openwrt = defineProvider({
  id: 'openwrt',
  name: 'OpenWrt',
  category: 'device',
  address: call.url,
  paths: /^\/(?:cgi-bin\/luci|ubus)(?:\/|$)/,
  body: /"code"\s*:\s*-32002,\s*"message"\s*:\s*"Access denied"/,
  misleads: [{ says: '200', means: 'ubus answers 200 to all; error.code is the answer.' }],
  lives: { seconds: 300, ends: 'session-expired', idle: true },
  few: 'The interface has one refusal.',
  sources: ['https://openwrt.org/docs/techref/ubus'],
  signs: [
    {
      cause: 'session-expired',
      weight: PROVEN + PROVEN,
      says: /^code: -32002$|^message: Access denied$/,
      explanation:
        'The session in params is over after five minutes, or its user’s access list does not hold this object: log in again first, then look at /usr/share/rpcd/acl.d.',
      seen: {
        ...call,
        posted:
          '{"jsonrpc":"2.0","id":1,"method":"call","params":["c1ed6c7b025d0caca723a816fa61b668","system","board",{}]}',
        body: '{"jsonrpc":"2.0","id":1,"error":{"code":-32002,"message":"Access denied"}}',
      },
    },
  ],
});
