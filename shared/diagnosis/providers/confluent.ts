import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { Authorization: 'Basic UUhZVEtYV0JWVDZLTUdBNTpMb1AybXZLOHhRejRzVGIx' };

export const confluent = defineProvider({
  id: 'confluent',
  name: 'Confluent',
  category: 'data',
  address: 'https://psrc-abc12.us-east-2.aws.confluent.cloud/subjects',
  hosts: /(^|\.)confluent\.cloud$/,
  body: /"error_code":40[13]\d\d\b|is denied operation \w+ on (?:Subject|Topic|Cluster)/i,
  misleads: [
    {
      says: '401 Unauthorized',
      means:
        'A key belongs to one cluster, one schema registry or the cloud’s own API: each of the other two answers the same 401.',
    },
  ],
  sources: [
    'https://docs.confluent.io/cloud/current/security/authenticate/workload-identities/service-accounts/api-keys/overview.html',
    'https://docs.confluent.io/platform/current/schema-registry/develop/api.html#errors',
  ],
  doors: ['authorization basic', 'authorization bearer'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /make sure you're using a Cloud API Key and not a Cluster API Key/i,
      explanation:
        'The cloud’s own API takes Cloud API keys; one that was made for a cluster opens that cluster only.',
      seen: {
        url: 'https://api.confluent.cloud/org/v2/environments',
        sent: key,
        body: '{"errors":[{"status":"401","detail":"invalid API key: make sure you\'re using a Cloud API Key and not a Cluster API Key"}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      code: ['40301', '40302', '40303'],
      says: /is denied operation/i,
      explanation: 'The key’s owner lacks the role or access rule for this subject, topic or cluster.',
      seen: {
        status: 403,
        sent: key,
        body: '{"error_code":40301,"message":"User is denied operation Write on Subject: orders-value"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['40101', '40102', '40100'],
      sent: /^authorization /,
      explanation:
        'The key is not known here: a key opens the one cluster or schema registry that it was made for, some minutes after it was made.',
      seen: { sent: key, body: '{"error_code":40101,"message":"Unauthorized"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      status: [401],
      sent: /^authorization authorization: basic /i,
      says: /^message: Unauthorized$/,
      explanation:
        'The key is not known here: a key opens the one cluster or schema registry that it was made for.',
      seen: { sent: key, body: '{"error_code":401,"message":"Unauthorized"}' },
    },
  ],
});
