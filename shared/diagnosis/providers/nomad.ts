import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const nomad = defineProvider({
  id: 'nomad',
  name: 'HashiCorp Nomad',
  category: 'security',
  address: 'https://nomad.example.com:4646/v1/jobs',
  sends: ['x-nomad-token'],
  paths: /^\/v1\/(?:jobs?|allocations?|evaluations?)(?:\/|$)/,
  hosts: /^nomad\./,
  fields: [['x-nomad-*']],
  body: /^(?:ACL token (?:not found|expired)|Permission denied$)/,
  sources: ['https://github.com/hashicorp/nomad/blob/main/nomad/structs/errors.go'],
  doors: ['field x-nomad-token', 'authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /ACL token not found/i,
      explanation: 'Nomad does not know the token’s secret id (not its accessor id) in this region.',
      seen: {
        status: 403,
        sent: { 'X-Nomad-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'ACL token not found',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /ACL token expired/i,
      explanation: 'The token’s time is over.',
      seen: {
        status: 403,
        sent: { 'X-Nomad-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'ACL token expired',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Permission denied/i,
      sent: /^(field x-nomad-token|authorization )/,
      explanation: 'The token’s policies do not allow it in this namespace.',
      seen: {
        status: 403,
        sent: { 'X-Nomad-Token': '0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0' },
        body: 'Permission denied',
      },
    },
  ],
});
