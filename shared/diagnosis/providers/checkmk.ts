import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const checkmk = defineProvider({
  id: 'checkmk',
  name: 'Checkmk',
  category: 'observability',
  address: 'https://monitor.example.com/prod/check_mk/api/1.0/version',
  paths: /\/check_mk\/(?:api\/\d|webapi\.py|login\.py)/,
  body: /Wrong credentials \((?:Bearer|Basic) header\)|"detail"\s*:\s*"You need to be logged in to access this resource/,
  sources: ['https://docs.checkmk.com/latest/en/rest_api.html'],
  misleads: [
    {
      says: 'Bearer',
      means: 'Checkmk’s Bearer is no token: behind the word stand the user’s name, a space and its secret.',
    },
  ],
  doors: ['authorization bearer', 'authorization basic'],
  prescribes: /^authorization authorization: bearer \S+ \S+$/i,
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN + HINTED,
      status: [401],
      sent: /^authorization authorization: bearer \S+$/i,
      explanation:
        'Behind Bearer belong two words: the name of the automation user and, after a space, its secret.',
      seen: {
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"title":"Unauthorized","status":401,"detail":"Wrong credentials (Bearer header)"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Wrong credentials \((?:Bearer|Basic) header\)/i,
      explanation:
        'The site has no automation user with this name and secret; each site of a machine has its own.',
      seen: {
        sent: { Authorization: 'Bearer automation 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: '{"title":"Unauthorized","status":401,"detail":"Wrong credentials (Bearer header)"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /You need to be logged in to access this resource/i,
      notSent: /./,
      explanation: 'Send Authorization: Bearer, the automation user’s name, a space and its secret.',
      seen: {
        sent: {},
        body: '{"title":"Unauthorized","status":401,"detail":"You need to be logged in to access this resource."}',
      },
    },
  ],
});
