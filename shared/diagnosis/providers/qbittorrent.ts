import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const login = {
  url: 'https://nas.example.com:8080/api/v2/auth/login',
  sent: { Referer: 'https://nas.example.com:8080' },
  posted: 'username=admin&password=keycard',
};

export const qbittorrent = defineProvider({
  id: 'qbittorrent',
  name: 'qBittorrent',
  category: 'device',
  address: login.url,
  paths: /^\/api\/v2\/(?:auth|torrents|transfer|sync)\//,
  body: /^\s*(?:Fails\.|Your IP address has been banned after too many failed authentication attempts)/,
  misleads: [
    {
      says: '200',
      means:
        'A wrong password is answered 200 with the word “Fails.”; a right one 200 with “Ok.” and the cookie SID.',
    },
    {
      says: '401 Unauthorized',
      means:
        'Without a password in play: the Referer, Origin or Host does not fit the address that the server knows of itself.',
    },
  ],
  lives: { seconds: 3_600, ends: 'session-expired', idle: true },
  few: 'The interface speaks three sentences; its 401 and 403 have no words.',
  sources: [
    'https://github.com/qbittorrent/qBittorrent/wiki/WebUI-API-(qBittorrent-4.1)',
    'https://github.com/qbittorrent/qBittorrent/blob/master/src/webui/api/authcontroller.cpp',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^: Fails\.$/,
      explanation:
        'User or password is wrong; since 4.6.1 there is no fixed first password, the log prints one at each start until you set your own.',
      seen: { ...login, status: 200, received: { 'Content-Type': 'text/plain' }, body: 'Fails.' },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      says: /banned after too many failed authentication attempts/i,
      explanation:
        'The server bans the address for an hour after five wrong logins: stop the client that keeps trying.',
      seen: {
        ...login,
        status: 403,
        body: 'Your IP address has been banned after too many failed authentication attempts.',
      },
    },
  ],
});
