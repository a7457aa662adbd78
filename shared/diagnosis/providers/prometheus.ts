import { STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const prometheus = defineProvider({
  id: 'prometheus',
  name: 'Prometheus',
  category: 'observability',
  address: 'https://prometheus.example.com:9090/api/v1/query',
  hosts: /^(prometheus|alertmanager|pushgateway)\./,
  sources: [
    'https://github.com/prometheus/prometheus/blob/928f70a3daab8a2a9e5031fd74e35ab5e33c18f8/docs/configuration/https.md',
  ],
  few: 'Its web configuration knows one answer only: 401 Unauthorized in plain text.',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /^Unauthorized$/i,
      status: [401],
      sent: /^authorization authorization: basic /i,
      explanation:
        'The user stands not, or with another password, in basic_auth_users of the web configuration file, where passwords are bcrypt hashes.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic' },
        body: 'Unauthorized\n',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: STATED,
      says: /^Unauthorized$/i,
      status: [401],
      sent: /^authorization authorization: bearer /i,
      explanation: 'Prometheus itself knows Basic only; tokens need a proxy before it.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        received: { 'WWW-Authenticate': 'Basic' },
        body: 'Unauthorized\n',
      },
    },
  ],
});
