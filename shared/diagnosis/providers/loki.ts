import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const loki = defineProvider({
  id: 'loki',
  name: 'Grafana Loki, Mimir and Tempo',
  category: 'observability',
  address: 'https://loki.example.com/loki/api/v1/query',
  paths: /^\/loki\/api\/v1\//,
  body: /no org id/i,

  sources: ['https://grafana.com/docs/loki/latest/operations/multi-tenancy/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /invalid authentication credentials|authentication error: invalid token|legacy auth cannot be upgraded/i,
      explanation:
        'Grafana Cloud does not take user and token: the user is the number of this very stack and data source, the password a token of an access policy.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"status":"error","error":"authentication error: invalid authentication credentials"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /authentication error: invalid scope requested|access policy .* (?:does not|lacks)/i,
      explanation: 'The access policy of the token lacks the scope, such as logs:write or metrics:read.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"status":"error","error":"authentication error: invalid scope requested"}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /no org id/i,
      explanation:
        'With several tenants Loki, Mimir and Tempo want X-Scope-OrgID on every request: add it with the tenant’s name, or let the proxy before them set it.',
      seen: { sent: {}, body: 'no org id' },
    },
  ],
});
