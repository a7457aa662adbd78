import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const loki = defineProvider({
  id: 'loki',
  name: 'Grafana Loki, Mimir and Tempo',
  category: 'observability',
  address: 'https://loki.example.com/loki/api/v1/query',
  body: /no org id/i,

  sources: ['https://grafana.com/docs/loki/latest/operations/multi-tenancy/'],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /no org id/i,
      explanation: 'With several tenants Loki, Mimir and Tempo want X-Scope-OrgID on every request.',
    },
  ],
});
