import { TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const shelly = defineProvider({
  id: 'shelly',
  name: 'Shelly devices',
  category: 'device',
  address: 'https://shellyplus1-08b61fcb7f3c.local/rpc/Shelly.GetStatus',
  paths: /^\/rpc\/(?:Shelly|Switch|Cover|Light|Sys)\./,
  hosts: /^shelly|\.shelly\.cloud$/,
  challenge: /^(?:Digest|Basic) shelly/i,
  sources: [
    'https://github.com/home-assistant-libs/aioshelly/blob/9209cb5e28d5102ec7ef7f8392e6ff720fb030ee/README.md',
  ],
  few: 'A Shelly says nothing beyond its challenge.',
  doors: ['authorization digest', 'authorization basic'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: TOLD,
      sent: /^authorization authorization: basic /i,
      status: [401],
      explanation: 'Devices of the second generation on take Digest with SHA-256; the user is always admin.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: {
          'WWW-Authenticate':
            'Digest qop="auth", realm="shellyplus1-08b61fcb7f3c", nonce="61a4a55e", algorithm=SHA-256',
        },
      },
    },
  ],
});
