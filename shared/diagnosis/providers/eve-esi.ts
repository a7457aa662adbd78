import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const eveEsi = defineProvider({
  id: 'eve-esi',
  name: 'EVE Online ESI',
  category: 'social',
  address: 'https://esi.evetech.net/latest/characters/90000001/mail/',
  hosts: /^esi\.evetech\.net$/,
  sources: [
    'https://developers.eveonline.com/docs/services/esi/overview/',
    'https://developers.eveonline.com/docs/services/sso/',
  ],
  doors: ['authorization bearer', 'query token'],
  lives: { seconds: 1_200, ends: 'token-expired' },
  signs: [
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /token is not valid for (?:any )?scope/i,
      explanation:
        'The character logged in without the scope that the answer names; log in once more with it.',
      seen: { status: 403, body: '{"error":"token is not valid for scope: esi-mail.read_mail.v1"}' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Character does not have required role/i,
      explanation: 'The character’s role in its corporation does not cover this; Director mostly does.',
      seen: { status: 403, body: '{"error":"Character does not have required role(s)"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /token is expired/i,
      explanation: 'Access tokens last twenty minutes.',
      seen: { status: 403, body: '{"error":"token is expired","sso_status":200}' },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN + STATED,
      status: [420],
      says: /error limited/i,
      explanation:
        'Too many of the last minute’s calls were errors; X-ESI-Error-Limit-Reset tells when it answers again.',
      seen: {
        status: 420,
        body: '{"error":"This software has exceeded the error limit for ESI. (error limited)"}',
      },
    },
  ],
});
