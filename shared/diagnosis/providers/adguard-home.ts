import { PROVEN, STATED, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const adguardHome = defineProvider({
  id: 'adguard-home',
  name: 'AdGuard Home',
  category: 'device',
  address: 'http://adguard.example.com/control/status',
  hosts: /^adguard(?:home)?\./,
  paths:
    /^\/control\/(?:status|stats|querylog|filtering\/|clients|rewrite\/|dns_info|dhcp\/|login$|protection$|safebrowsing\/|parental\/|blocked_services\/|access\/|tls\/|profile)/,
  body: /^auth: blocked for \d/,
  sources: [
    'https://github.com/AdguardTeam/AdGuardHome/blob/master/internal/home/authhttp.go',
    'https://github.com/AdguardTeam/AdGuardHome/blob/master/openapi/openapi.yaml',
  ],
  misleads: [
    {
      says: 'an empty 401 to a good password',
      means:
        'The address is blocked after failed logins, or a cookie agh_session came along: where there is one the password is not read.',
    },
  ],
  doors: ['authorization basic'],
  lives: { seconds: 2_592_000, ends: 'session-expired', of: 'cookie' },
  signs: [
    {
      cause: 'rate-limited',
      weight: PROVEN,
      says: /auth: blocked for /i,
      explanation: 'Five failed logins block the address, for fifteen minutes unless set otherwise.',
      seen: {
        url: 'http://adguard.example.com/control/login',
        status: 429,
        sent: {},
        posted: '{"name":"kim","password":"word-of-kim"}',
        received: { 'Content-Type': 'text/plain', 'Retry-After': '899' },
        body: 'auth: blocked for 14m59s',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      path: /^\/control\/login/,
      says: /invalid username or password/i,
      explanation: 'AdGuard Home does not know this name and password.',
      seen: {
        url: 'http://adguard.example.com/control/login',
        status: 403,
        sent: {},
        posted: '{"name":"kim","password":"word-of-kim"}',
        received: { 'Content-Type': 'text/plain' },
        body: 'invalid username or password',
      },
    },
    {
      cause: 'session-expired',
      weight: SUGGESTED,
      status: [401, 403],
      path: /^\/control\/(?!login)/,
      sent: /^cookie agh_session: [0-9a-f]{16}/,
      explanation: 'The session behind agh_session is over, or the server was set up anew.',
      seen: {
        sent: { Cookie: 'agh_session=5f2c9d1e7b3a4c60' },
        received: { 'WWW-Authenticate': '' },
      },
    },
  ],
});
