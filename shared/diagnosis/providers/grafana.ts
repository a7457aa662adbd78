import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const grafana = defineProvider({
  id: 'grafana',
  name: 'Grafana',
  category: 'observability',
  address: 'https://grafana.example.com/api/org',
  hosts: /(^|\.)grafana\./,
  body: /"messageId"\s*:\s*"[\w-]+\.[\w.-]+"|Invalid username or password|invalid API key|api-key\.invalid/i,
  keys: [
    { form: /^glsa_/, kind: 'service account token' },
    { form: /^glc_/, kind: 'token of Grafana Cloud' },
  ],
  sources: ['https://grafana.com/docs/grafana/latest/developers/http_api/authentication/'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unable to authenticate user|failed to authenticate user|Invalid username or password/i,
      explanation: 'The server compared user and password, or key, and they differ.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
    },
  ],
});
