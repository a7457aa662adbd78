import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const user = { Authorization: 'Basic YW5uYTprZXljYXJk' };

export const kibana = defineProvider({
  id: 'kibana',
  name: 'Kibana',
  category: 'observability',
  address: 'https://kibana.example.com:5601/api/saved_objects/_find',
  sends: ['kbn-xsrf', 'kbn-version'],
  paths: /^\/(?:s\/[^/]+\/)?api\/(?:saved_objects|spaces|fleet|detection_engine)\b/,
  fields: [['kbn-name'], ['kbn-license-sig'], ['kbn-version'], ['osd-name']],
  body: /must contain an? (?:kbn|osd)-xsrf header|\[security_exception/,
  sources: [
    'https://www.elastic.co/docs/api/doc/kibana/authentication',
    'https://www.elastic.co/guide/en/kibana/current/api.html#api-request-headers',
  ],
  doors: ['authorization basic', 'authorization apikey', 'authorization bearer', 'authorization negotiate'],
  signs: [
    {
      cause: 'csrf-token-missing',
      weight: PROVEN,
      says: /Request must contain an? (?:kbn|osd)-xsrf header/i,
      explanation: 'Every change wants the field kbn-xsrf (osd-xsrf at OpenSearch), whatever its value.',
      seen: {
        status: 400,
        sent: user,
        posted: '{}',
        body: '{"statusCode":400,"error":"Bad Request","message":"Request must contain a kbn-xsrf header."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /unable to authenticate user|unable to authenticate with provided credentials/i,
      explanation: 'Elasticsearch behind Kibana does not know user and password, or the API key.',
      seen: {
        sent: user,
        body: '{"statusCode":401,"error":"Unauthorized","message":"[security_exception\\n\\tRoot causes:\\n\\t\\tsecurity_exception: unable to authenticate user [anna] for REST request [/_security/_authenticate]]"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /API \[\w+ [^\]]+\] is unauthorized for user|this action is granted by the Kibana privileges|Unable to (?:bulk_\w+|get|find|create|update|delete) /i,
      explanation: 'The role lacks the Kibana privilege in this space; the answer names it.',
      seen: {
        status: 403,
        sent: user,
        received: { 'kbn-name': 'kibana' },
        body: '{"statusCode":403,"error":"Forbidden","message":"API [GET /api/fleet/agents] is unauthorized for user, this action is granted by the Kibana privileges [fleet-read]"}',
      },
    },
  ],
});
