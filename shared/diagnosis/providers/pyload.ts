import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const pyload = defineProvider({
  id: 'pyload',
  name: 'pyLoad',
  category: 'device',
  address: 'http://pyload.example.com:8000/api/status_server',
  hosts: /^pyload\./,
  body: /^\s*\{"error": ?"Invalid API credentials"\}/,
  keys: [{ form: /^pl_[\w-]{16,}$/, kind: 'API key', goes: ['field x-api-key'] }],
  sources: ['https://github.com/pyload/pyload/issues/4739', 'https://github.com/pyload/pyload/wiki'],
  few: 'Its interface has one refusal.',
  doors: ['field x-api-key', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /Invalid API credentials/i,
      sent: /^authorization authorization: bearer /i,
      explanation:
        'Keys are read in X-API-Key alone; what stands in Authorization is taken for user and password.',
      seen: {
        sent: { Authorization: 'Bearer pl_q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error": "Invalid API credentials"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API credentials/i,
      sent: /^field x-api-key: ./i,
      explanation: 'pyLoad has no such key: it is shown once, when it is made.',
      seen: {
        sent: { 'X-API-Key': 'pl_q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error": "Invalid API credentials"}',
      },
    },
  ],
});
