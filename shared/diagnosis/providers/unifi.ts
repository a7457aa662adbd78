import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const unifi = defineProvider({
  id: 'unifi',
  name: 'UniFi Network',
  category: 'device',
  address: 'https://unifi.example.com:8443/api/s/default/stat/health',
  paths: /^\/(?:proxy\/network|api\/s\/default)\//,
  hosts: /^unifi\.|(^|\.)ui\.com$/,
  body: /"msg"\s*:\s*"api\.err\./,
  sources: [
    'https://github.com/Art-of-WiFi/UniFi-API-client/blob/49d0986bd7bbae45dfd8ce62f6c3e56520549217/README.md',
  ],
  doors: ['field x-api-key'],
  lives: { seconds: 7_200, ends: 'session-expired' },
  signs: [
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /api\.err\.Ubic2faTokenRequired|MFA_AUTH_REQUIRED/i,
      explanation: 'Accounts of the cloud have a second factor; make a local user for programs.',
      seen: {
        status: 400,
        sent: {},
        posted: '{"username":"kim","password":"x"}',
        body: '{"meta":{"rc":"error","msg":"api.err.Ubic2faTokenRequired"},"data":[]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /AUTHENTICATION_FAILED_LIMIT_REACHED/i,
      explanation: 'The console counts logins; keep the session instead of logging in for each call.',
      seen: {
        status: 429,
        sent: {},
        posted: '{"username":"kim","password":"x"}',
        body: '{"code":"AUTHENTICATION_FAILED_LIMIT_REACHED","message":"You\'ve reached the login attempt limit"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /^msg: api\.err\.Invalid$|AUTHENTICATION_FAILED_INVALID_CREDENTIALS/i,
      explanation: 'The console does not know this local user and password.',
      seen: {
        status: 400,
        url: 'https://unifi.example.com:8443/api/login',
        sent: {},
        posted: '{"username":"kim","password":"x"}',
        body: '{"meta":{"rc":"error","msg":"api.err.Invalid"},"data":[]}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /api\.err\.LoginRequired/i,
      sent: /^cookie /,
      explanation:
        'The session cookie is over; log in again. On UniFi OS the path begins with /proxy/network and changes want X-CSRF-Token.',
      seen: {
        sent: { Cookie: 'TOKEN=abcdef0123456789abcdef' },
        body: '{"meta":{"rc":"error","msg":"api.err.LoginRequired"},"data":[]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /api\.err\.LoginRequired/i,
      notSent: /./,
      explanation: 'Log in first and send the cookie, or use an API key in X-API-KEY.',
      seen: { sent: {}, body: '{"meta":{"rc":"error","msg":"api.err.LoginRequired"},"data":[]}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /api\.err\.NoPermission/i,
      explanation: 'The user’s role on this site does not cover it.',
      seen: {
        status: 403,
        sent: { Cookie: 'unifises=abcdef' },
        body: '{"meta":{"rc":"error","msg":"api.err.NoPermission"},"data":[]}',
      },
    },
  ],
});
