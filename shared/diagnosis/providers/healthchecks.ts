import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const healthchecks = defineProvider({
  id: 'healthchecks',
  name: 'Healthchecks',
  category: 'observability',
  address: 'https://healthchecks.io/api/v3/checks/',
  hosts: /(?:^|\.)healthchecks\.io$|^healthchecks\./,
  body: /^\s*\{"error": ?"(?:missing|wrong) api key"\}/,
  sources: [
    'https://healthchecks.io/docs/api/',
    'https://github.com/healthchecks/healthchecks/blob/master/hc/api/decorators.py',
  ],
  misleads: [
    {
      says: 'missing api key',
      means:
        'No key came, or one that is not 32 letters long: a ping key, one cut short, or one with a space in it.',
    },
  ],
  doors: ['field x-api-key'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^error: missing api key/i,
      notSent: /^field x-api-key: ./i,
      explanation: 'X-Api-Key with a key of the project’s settings did not come.',
      seen: { sent: {}, body: '{"error": "missing api key"}' },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /^error: missing api key/i,
      sent: /^field x-api-key: (?!.{32}$)./i,
      explanation:
        'A key came that is not 32 letters long, which counts as none: it is cut short, has something around it, or is a ping key.',
      seen: {
        sent: { 'X-Api-Key': 'q7Rk2mXz0bT4wYc1q7Rk2m' },
        body: '{"error": "missing api key"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^error: wrong api key/i,
      explanation: 'No project has this key; a read-only key does not open what changes something.',
      seen: {
        sent: { 'X-Api-Key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"error": "wrong api key"}',
      },
    },
  ],
});
