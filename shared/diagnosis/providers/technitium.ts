import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const technitium = defineProvider({
  id: 'technitium',
  name: 'Technitium DNS Server',
  category: 'device',
  address: 'http://technitium.example.com:5380/api/settings/get?token=932b2a34',
  hosts: /^technitium\./,
  body: /"status"\s*:\s*"(?:invalid-token|2fa-required)"/,
  sources: ['https://github.com/TechnitiumSoftware/DnsServer/blob/master/APIDOCS.md'],
  few: 'Its interface has but these statuses for a refusal.',
  doors: ['query token', 'authorization bearer'],
  signs: [
    {
      cause: 'token-expired',
      weight: STATED,
      says: /^status: invalid-token$/i,
      explanation:
        'The session’s token is over, or was never one: log in, or make an API token, which has no end.',
      seen: {
        status: 200,
        sent: {},
        received: { 'Content-Type': 'application/json' },
        body: '{"status":"invalid-token","errorMessage":"Invalid token or session expired."}',
      },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /^status: 2fa-required$/i,
      explanation: 'The account has a second factor: its code goes into totp.',
      seen: {
        url: 'http://technitium.example.com:5380/api/user/login',
        status: 200,
        sent: {},
        posted: 'user=kim&pass=word-of-kim',
        received: { 'Content-Type': 'application/json' },
        body: '{"status":"2fa-required","errorMessage":"A time-based one-time password (TOTP) is required for user: kim"}',
      },
    },
  ],
});
