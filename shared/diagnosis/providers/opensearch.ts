import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const opensearch = defineProvider({
  id: 'opensearch',
  name: 'OpenSearch',
  category: 'database',
  address: 'https://opensearch.example.com:9200/_cluster/health',
  fields: [['x-opensearch-version']],
  challenge: /OpenSearch Security/i,
  body: /OpenSearch Security|no permissions for \[[\w:/*, ]+\] and User/,
  misleads: [
    {
      says: 'no permissions for [] and User [name=…]',
      means: 'The login is good; the role mapping lacks the user or backend role.',
    },
  ],
  sources: [
    'https://github.com/opensearch-project/documentation-website/blob/22421e45ec403f50deea24dbbdccfdafde738ee4/_troubleshoot/security-admin.md',
  ],
  doors: ['authorization basic', 'authorization bearer', 'authorization aws4-hmac-sha256'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /(?:^|: )Unauthorized$/i,
      notSent: /./,
      status: [401],
      explanation: 'The cluster asks for a login.',
      seen: {
        sent: {},
        received: { 'WWW-Authenticate': 'Basic realm="OpenSearch Security"' },
        body: 'Unauthorized',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /User: (?:anonymous|arn:\S+) is not authorized to perform: es:|no identity-based policy allows/i,
      explanation:
        'The domain’s access policy in AWS refuses before any role is read: sign the request, or widen the policy.',
      seen: {
        status: 403,
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"Message":"User: anonymous is not authorized to perform: es:ESHttpGet because no resource-based policy allows the es:ESHttpGet action"}',
      },
    },
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Request must contain (?:a|an) (?:osd|kbn)-xsrf header/i,
      explanation: 'Dashboards wants the field osd-xsrf: true with every request that changes something.',
    },
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
      seen: {
        status: 503,
        sent: { Authorization: 'Basic YW5uYTprZXljYXJk' },
        body: 'OpenSearch Security not initialized.',
      },
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
