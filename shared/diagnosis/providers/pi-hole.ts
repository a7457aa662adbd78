import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const piHole = defineProvider({
  id: 'pi-hole',
  name: 'Pi-hole',
  category: 'device',
  address: 'http://pi.hole/api/auth',
  sends: ['x-ftl-sid'],
  hosts: /^pi\.hole$/,
  body: /"session":\{"valid":false,|\{"error":\{"key":"(?:unauthorized|api_seats_exceeded|rate_limiting|bad_request)"/,
  sources: [
    'https://docs.pi-hole.net/api/auth/',
    'https://github.com/pi-hole/FTL/blob/master/src/api/auth.c',
  ],
  doors: ['field x-ftl-sid', 'query sid', 'query auth'],
  lives: { seconds: 1_800, ends: 'session-expired', idle: true },
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /password incorrect/i,
      explanation:
        'Neither the password of the web interface nor an application password. With two factors only an application password works.',
      seen: {
        url: 'http://pi.hole/api/auth',
        posted: '{"password":"word-of-kim"}',
        body: '{"session":{"valid":false,"totp":false,"sid":null,"validity":-1,"message":"password incorrect"},"took":0.05}',
      },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      code: ['unauthorized'],
      sent: /(?:sid|cookie)/i,
      explanation: 'A session ends after some minutes without requests, and at every restart of Pi-hole.',
      seen: {
        sent: { 'X-FTL-SID': 'q7Rk2mXz0bT4wYc1q7Rk2g==', Cookie: 'sid=q7Rk2mXz0bT4wYc1q7Rk2g==' },
        body: '{"error":{"key":"unauthorized","message":"Unauthorized","hint":null},"took":0.0001}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['unauthorized'],
      notSent: /./,
      explanation: 'Log in at /api/auth first, and send the sid that it gives.',
      seen: {
        sent: {},
        body: '{"error":{"key":"unauthorized","message":"Unauthorized","hint":null},"took":0.0001}',
      },
    },
    {
      cause: 'url-wrong',
      weight: PROVEN,
      says: /The API is hosted at pi\.hole\/api/i,
      explanation:
        'Since version 6 the interface stands at /api, with a login of its own; /admin/api.php and its token are gone.',
      seen: {
        status: 400,
        url: 'http://pi.hole/admin/api.php?summaryRaw&auth=5b1c0f2d7a9e38465b1c0f2d7a9e3846',
        body: '{"error":{"key":"bad_request","message":"Bad request","hint":"The API is hosted at pi.hole/api, not pi.hole/admin/api"},"took":0.0001}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['api_seats_exceeded', 'rate_limiting'],
      explanation:
        'Too many logins, or too many open sessions: a client should log out, or use one session for all its requests.',
      seen: {
        status: 429,
        body: '{"error":{"key":"api_seats_exceeded","message":"API seats exceeded","hint":"increase webserver.api.max_sessions"},"took":0.0001}',
      },
    },
  ],
});
