import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const teslaPowerwall = defineProvider({
  id: 'tesla-powerwall',
  name: 'Tesla Powerwall gateway',
  category: 'device',
  address: 'https://powerwall.local/api/meters/aggregates',
  hosts: /^(?:powerwall|teg)(?:\.local|\.lan)?$/,
  paths: /^\/api\/(?:meters\/aggregates|system_status\/soe|login\/Basic|site_info|powerwalls)(?:\/|$)/,
  body: /"error"\s*:\s*"Unable to GET to resource"/,
  sources: ['https://github.com/vloschiavo/powerwall2', 'https://github.com/jasonacox/Powerwall-Dashboard'],
  misleads: [
    {
      says: 'User does not have adequate access rights',
      means: 'The cookies AuthCookie and UserRecord of /api/login/Basic did not come, or their day is over.',
    },
  ],
  few: 'It answers every refusal with one sentence.',
  lives: { seconds: 86_400, ends: 'session-expired', of: 'cookie' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + STATED,
      says: /User does not have adequate access rights/i,
      notSent: /./,
      explanation:
        'The gateway wants the cookies of /api/login/Basic, since firmware 20.49 for its readings too.',
      seen: {
        status: 403,
        sent: {},
        body: '{"code":403,"error":"Unable to GET to resource","message":"User does not have adequate access rights"}',
      },
    },
    {
      cause: 'session-expired',
      weight: PROVEN + STATED,
      says: /User does not have adequate access rights/i,
      sent: /^cookie (?:AuthCookie|UserRecord): /i,
      explanation: 'The cookies of the login are over, which last a day: log in at /api/login/Basic again.',
      seen: {
        status: 403,
        sent: { Cookie: 'AuthCookie=q7Rk2mXz0bT4wYc1q7Rk2mXz; UserRecord=ZXhhbXBsZQ' },
        body: '{"code":403,"error":"Unable to GET to resource","message":"User does not have adequate access rights"}',
      },
    },
  ],
});
