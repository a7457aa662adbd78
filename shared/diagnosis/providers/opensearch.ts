import { PROVEN, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const opensearch = defineProvider({
  id: 'opensearch',
  name: 'OpenSearch',
  category: 'database',
  address: 'https://opensearch.example.com:9200/_cluster/health',
  fields: [['x-opensearch-version']],
  challenge: /OpenSearch Security/i,
  body: /OpenSearch Security|no permissions for \[[\w:/*, ]+\] and User/,
  sources: [
    'https://github.com/opensearch-project/documentation-website/blob/22421e45ec403f50deea24dbbdccfdafde738ee4/_troubleshoot/security-admin.md',
  ],
  signs: [
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /no permissions for \[/i,
      explanation: 'No role that is mapped to the user holds this action; the answer names user and action.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"root_cause":[{"type":"security_exception","reason":"no permissions for [indices:data/read/search] and User [name=kim, backend_roles=[], requestedTenant=null]"}],"type":"security_exception"},"status":403}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /OpenSearch Security not initialized/i,
      explanation: 'The security index was never set up; run securityadmin.sh.',
    },
    {
      cause: 'credentials-rejected',
      weight: TOLD,
      says: /Authentication finally failed|^: Unauthorized$/i,
      sent: /./,
      explanation: 'No authentication domain accepts the credential.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        received: { 'WWW-Authenticate': 'Basic realm="OpenSearch Security"' },
        body: 'Unauthorized',
      },
    },
  ],
});
