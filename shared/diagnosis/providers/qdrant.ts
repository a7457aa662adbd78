import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const qdrant = defineProvider({
  id: 'qdrant',
  name: 'Qdrant',
  category: 'database',
  address: 'https://acme.eu-central.aws.cloud.qdrant.io:6333/collections',
  hosts: /\.cloud\.qdrant\.io$|^qdrant\./,
  body: /Must provide an API key or an Authorization bearer token|Invalid API key or JWT|Internal API requires the read-write API key|Invalid JWT, stateful validation failed|Global (?:manage )?access is required/,
  sources: [
    'https://qdrant.tech/documentation/guides/security/',
    'https://github.com/qdrant/qdrant/blob/master/src/common/auth/mod.rs',
  ],
  doors: ['field api-key', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Must provide an API key or an Authorization bearer token/i,
      notSent: /./,
      explanation: 'Send the key in api-key, or as Bearer.',
      seen: {
        sent: {},
        received: { 'Content-Type': 'text/plain' },
        body: 'Must provide an API key or an Authorization bearer token',
      },
    },
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Invalid JWT, stateful validation failed/i,
      explanation:
        'The token holds, and the point of the collection that value_exists names is gone, which withdraws it.',
      seen: {
        received: { 'Content-Type': 'text/plain' },
        body: 'Invalid JWT, stateful validation failed',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      status: [403],
      says: /Internal API requires the read-write API key|Global (?:manage )?access is required/i,
      explanation: 'A read-only key, or a token for one collection, does not open this.',
      seen: {
        status: 403,
        body: '{"status":{"error":"Forbidden: Global manage access is required"},"time":0.00001}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key or JWT/i,
      explanation:
        'The cluster does not know this key: each has its own, and tokens are read only where jwt_rbac is on.',
      seen: {
        sent: { 'api-key': 'q7Rk2mXz0bT4wYc1q7Rk2mXz0bT4wYc1' },
        received: { 'Content-Type': 'text/plain' },
        body: 'Invalid API key or JWT',
      },
    },
  ],
});
