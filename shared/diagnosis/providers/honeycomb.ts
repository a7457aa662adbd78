import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const honeycomb = defineProvider({
  id: 'honeycomb',
  name: 'Honeycomb',
  category: 'observability',
  address: 'https://api.honeycomb.io/1/events/shop',
  hosts: /^api(?:\.eu1)?\.honeycomb\.io$/,
  keys: [
    { form: /^hc[abx]ik_[a-z0-9]{20,}/, kind: 'ingest key', goes: ['field x-honeycomb-team'] },
    { form: /^hcamk_/, kind: 'management key', goes: ['authorization bearer'] },
  ],
  sources: ['https://docs.honeycomb.io/api/', 'https://github.com/honeycombio/libhoney-go'],
  doors: ['field x-honeycomb-team'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /missing ['"]?x-honeycomb-team/i,
      sent: /^authorization/,
      explanation:
        'Events and queries are proven by the key in X-Honeycomb-Team; Authorization is for the management API.',
      seen: {
        sent: { Authorization: 'Bearer 0123456789abcdef0123456789abcdef' },
        body: '{"error":"missing \'x-honeycomb-team\' header"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /missing ['"]?x-honeycomb-team/i,
      notSent: /./,
      explanation: 'Honeycomb reads the key from X-Honeycomb-Team and saw none.',
      seen: { sent: {}, body: '{"error":"missing \'x-honeycomb-team\' header"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unknown API key/i,
      sent: /^field x-honeycomb-team/,
      explanation:
        'The key is not known at this host: the EU has api.eu1.honeycomb.io, and each environment its own keys.',
      seen: {
        sent: { 'X-Honeycomb-Team': '0123456789abcdef0123456789abcdef' },
        body: '{"error":"unknown API key - check your credentials"}',
      },
    },
  ],
});
