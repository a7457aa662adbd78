import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const consul = defineProvider({
  id: 'consul',
  name: 'HashiCorp Consul',
  category: 'security',
  address: 'https://consul.example.com:8501/v1/kv/app',
  sends: ['x-consul-token'],
  paths: /^\/v1\/(?:kv|catalog|agent|acl)\//,
  hosts: /^consul\./,
  fields: [['x-consul-*']],
  body: /^(?:Permission denied|ACL not found|rpc error making call: (?:Permission denied|ACL not found)|ACL support disabled)/,
  sources: ['https://github.com/hashicorp/consul/blob/main/acl/errors.go'],
  doors: ['field x-consul-token', 'authorization bearer', 'query token'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /ACL not found/i,
      explanation: 'Consul does not know the token: deleted, over, or not replicated to this datacenter yet.',
      seen: {
        status: 403,
        sent: { 'X-Consul-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'ACL not found',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission denied/i,
      sent: /^(field x-consul-token|authorization |query token)/,
      explanation: 'The token’s policies do not allow it; the answer names the missing permission.',
      seen: {
        status: 403,
        sent: { 'X-Consul-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: "Permission denied: token with AccessorID '0f1e' lacks permission 'key:read' on \"app\"",
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + HINTED,
      says: /Permission denied: anonymous token|anonymous token lacks permission/i,
      notSent: /./,
      explanation: 'Nothing was sent, so the anonymous token was tried.',
      seen: {
        status: 403,
        sent: {},
        body: 'Permission denied: anonymous token lacks permission \'key:read\' on "app". The anonymous token is used implicitly when a request does not specify a token.',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN + HINTED,
      says: /Permission denied$/i,
      notSent: /./,
      explanation:
        'Consul took the request for the anonymous token’s, which may do little: a token belongs in X-Consul-Token, as CONSUL_HTTP_TOKEN gives it to the command line.',
      seen: { status: 403, sent: {}, body: 'Permission denied' },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      says: /anonymous token (?:lacks|is used)/i,
      sent: /^field (?!x-consul-token)/i,
      explanation: 'Consul reads X-Consul-Token or Authorization: Bearer, and no field of another program.',
      seen: {
        status: 403,
        sent: { 'X-Vault-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'Permission denied: anonymous token lacks permission \'key:read\' on "app"',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN + HINTED,
      says: /anonymous token (?:lacks|is used)/i,
      sent: /^query token/,
      explanation:
        'Consul has read the token from X-Consul-Token or Authorization: Bearer alone since version 1.17, no longer from the address.',
      seen: {
        status: 403,
        url: 'https://consul.example.com:8501/v1/kv/app?token=0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0',
        sent: {},
        body: 'Permission denied: anonymous token lacks permission \'key:read\' on "app". The anonymous token is used implicitly when a request does not specify a token.',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: STATED,
      says: /ACL support disabled|ACL system must be bootstrapped/i,
      explanation: 'ACLs are off or not bootstrapped in this cluster.',
      seen: {
        status: 401,
        sent: { 'X-Consul-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'ACL support disabled',
      },
    },
  ],
});
