import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const typesense = defineProvider({
  id: 'typesense',
  name: 'Typesense',
  category: 'database',
  address: 'https://xyz.a1.typesense.net/collections',
  hosts: /\.typesense\.net$|^typesense\./,
  sends: ['x-typesense-api-key'],
  body: /a valid `x-typesense-api-key` header must be sent/,
  sources: [
    'https://typesense.org/docs/latest/api/api-errors.html',
    'https://typesense.org/docs/latest/api/api-keys.html',
  ],
  misleads: [
    {
      says: 'Forbidden - a valid `x-typesense-api-key` header must be sent.',
      means:
        'It is said of a missing key, of an unknown one, and of one that may not do this to that collection.',
    },
  ],
  doors: ['field x-typesense-api-key', 'query x-typesense-api-key'],
  signs: [
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /a valid `x-typesense-api-key` header must be sent/i,
      sent: /^authorization |^field (?!x-typesense-api-key)/i,
      notSent: /^(?:field|query) x-typesense-api-key: ./i,
      explanation: 'The key goes into X-TYPESENSE-API-KEY; Authorization is not read.',
      seen: {
        body: '{"message":"Forbidden - a valid `x-typesense-api-key` header must be sent."}',
        sent: { Authorization: 'Bearer q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /a valid `x-typesense-api-key` header must be sent/i,
      notSent: /./,
      explanation: 'The key goes into X-TYPESENSE-API-KEY.',
      seen: {
        sent: {},
        body: '{"message":"Forbidden - a valid `x-typesense-api-key` header must be sent."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /a valid `x-typesense-api-key` header must be sent/i,
      sent: /^(?:field|query) x-typesense-api-key: ./i,
      explanation:
        'The cluster does not know the key, or the key was made for other actions or collections: a search key does not write.',
      seen: {
        sent: { 'X-TYPESENSE-API-KEY': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        body: '{"message":"Forbidden - a valid `x-typesense-api-key` header must be sent."}',
      },
    },
  ],
});
