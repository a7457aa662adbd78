import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const fronius = defineProvider({
  id: 'fronius',
  name: 'Fronius inverter',
  category: 'device',
  address: 'http://fronius.example.com/config/timeofuse',
  fields: [['x-www-authenticate', /^digest\b/i]],
  sources: [
    'https://github.com/wiggal/GEN24_Ladesteuerung',
    'https://www.fronius.com/en/solar-energy/installers-partners/technical-data/all-products/system-monitoring/open-interfaces/fronius-solar-api-json-',
  ],
  few: 'It answers with nothing but a challenge.',
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      status: [401],
      sent: /^authorization authorization: (?:basic|bearer) /i,
      explanation:
        'The inverter asks for Digest, in a field of its own, X-WWW-Authenticate, which programs do not see by themselves.',
      seen: {
        sent: { Authorization: 'Basic Y3VzdG9tZXI6cHctMTIz' },
        received: {
          'X-WWW-Authenticate':
            'Digest realm="Webinterface area", nonce="65f1a2b3:9c3ad4bd", algorithm=MD5, qop="auth"',
        },
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      status: [401],
      notSent: /./,
      explanation:
        'The inverter’s challenge stands in X-WWW-Authenticate, which programs do not see by themselves: answer it by Digest as customer or technician.',
      seen: {
        sent: {},
        received: {
          'X-WWW-Authenticate':
            'Digest realm="Webinterface area", nonce="65f1a2b3:9c3ad4bd", algorithm=MD5, qop="auth"',
        },
      },
    },
  ],
});
