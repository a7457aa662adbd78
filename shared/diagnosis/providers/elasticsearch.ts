import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const elasticsearch = defineProvider({
  id: 'elasticsearch',
  name: 'Elasticsearch',
  category: 'database',
  address: 'https://elastic.example.com:9200/_search',
  fields: [['x-elastic-product']],
  body: /security_exception/,

  sources: [
    'https://www.elastic.co/guide/en/elasticsearch/reference/current/setting-up-authentication.html',
    'https://www.elastic.co/guide/en/elasticsearch/reference/current/security-api-create-api-key.html',
    'https://elastic.co/docs/troubleshoot/elasticsearch/security/token-invalid-expired',
    'https://skills.sh/elastic/agent-skills/elasticsearch-security-troubleshooting',
  ],
  doors: ['authorization basic', 'authorization apikey', 'authorization bearer', 'authorization negotiate'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN + STATED,
      status: [401],
      sent: /^authorization authorization: \w+ (?:private|search|admin)-[a-z0-9]{24}$/i,
      explanation:
        'This is a key of App Search, which stands on top of the cluster and reads it as Bearer at its own address; the cluster’s interface takes an API key of its own.',
      seen: {
        sent: { Authorization: 'ApiKey private-bq6cxn1cv2xdsk3mqgpzzr9e' },
        body: '{"error":{"type":"security_exception","reason":"unable to authenticate with provided credentials and anonymous access is not allowed for this request","additional_unsuccessful_credentials":"API key: Illegal base64 character 2d"},"status":401}',
      },
    },
    {
      cause: 'scheme-mismatch',
      weight: PROVEN,
      says: /missing authentication credentials|unable to authenticate with provided credentials|invalid[_ ]token/i,
      sent: /^authorization authorization: bearer (?:[A-Za-z0-9+/]{58,62}={0,2}|[\w-]{20}:[\w-]{22})$/i,
      explanation: 'An API key goes as ApiKey, not as Bearer.',
      seen: {
        sent: { Authorization: 'Bearer VnVhQ2ZHY0JDZGJrUW0tZTVhT3g6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==' },
        body: '{"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/_search]"},"status":401}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /unable to authenticate with provided credentials and anonymous access is not allowed|(?:invalid credentials for|unable to find) (?:API key|apikey)|apikey authentication for id/i,
      sent: /^authorization /,
      explanation:
        'The cluster does not know the key: it is of another deployment, or was made in a form that this place does not take.',
      seen: {
        sent: { Authorization: 'ApiKey VnVhQ2Z4:dWkybH' },
        body: '{"error":{"type":"security_exception","reason":"unable to authenticate with provided credentials and anonymous access is not allowed for this request","additional_unsuccessful_credentials":"API key: unable to find apikey with id VnVhQ2Z4"},"status":401}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /api key (?:\[[^\]]*\] )?has been invalidated|apikey .* invalidated/i,
      explanation: 'Somebody invalidated the key; make a new one.',
      seen: {
        sent: { Authorization: 'ApiKey VnVhQ2Z4OmRXa3liSA==' },
        body: '{"error":{"type":"security_exception","reason":"unable to authenticate with provided credentials and anonymous access is not allowed for this request","additional_unsuccessful_credentials":"API key: api key [VnVhQ2Z4] has been invalidated"},"status":401}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /current license is non-compliant for|security_exception.*license/i,
      explanation: 'The licence is over or does not include the feature; the login is not at fault.',
      seen: {
        status: 403,
        body: '{"error":{"type":"security_exception","reason":"current license is non-compliant for [security]"},"status":403}',
      },
    },
    {
      cause: 'rate-limited',
      weight: TOLD,
      says: /circuit_breaking_exception|es_rejected_execution_exception/i,
      status: [429],
      explanation: 'The cluster has too much to do; send less at once.',
      seen: {
        status: 429,
        body: '{"error":{"type":"es_rejected_execution_exception","reason":"rejected execution of coordinating operation"},"status":429}',
      },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /missing authentication credentials/i,
      sent: /^authorization authorization: apikey (?!\S{52,}$)/i,
      explanation:
        'Behind ApiKey goes the Base64 of the key’s id, a colon and the key (“encoded” in the answer that made it); the plain key or id is read as no credential.',
      seen: {
        sent: { Authorization: 'ApiKey ui2lp2axTNmsyakw9tvNnw' },
        body: '{"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/_search]"},"status":401}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unable to authenticate user|failed to authenticate user|Invalid username or password/i,
      explanation:
        'The server compared user and password, or key, and they differ. An API key goes as ApiKey and the Base64 of id:key, which Kibana shows as “encoded”.',
      seen: {
        sent: { Authorization: 'Basic a2ltQGV4YW1wbGUuY29tOnB3LTEyMw==' },
        body: '{"error":{"root_cause":[{"type":"security_exception","reason":"unable to authenticate user [kim] for REST request [/_search]"}],"type":"security_exception","reason":"unable to authenticate user [kim] for REST request [/_search]"},"status":401}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing authentication credentials/i,
      notSent: /./,
      explanation: 'Elasticsearch saw no credential.',
      seen: {
        sent: {},
        body: '{"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/_search]"},"status":401}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /is unauthorized for API key/i,
      explanation:
        'The key was made with fewer privileges than the action needs, which the answer names; make a key whose role descriptors hold one of them.',
      seen: {
        status: 403,
        body: '{"error":{"type":"security_exception","reason":"action [indices:data/read/search] is unauthorized for API key id [x] of user [kim] on indices [logs], this action is granted by the index privileges [read,all]"},"status":403}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is unauthorized for (?:user|service account)/i,
      explanation:
        'The role or key does not cover the index or action, which the answer names: add the privilege to the role, or make a key with it.',
      seen: {
        status: 403,
        body: '{"error":{"type":"security_exception","reason":"action [indices:data/write/bulk[s]] is unauthorized for user [kim] with effective roles [viewer] on indices [logs], this action is granted by the index privileges [create_doc,create,delete,index,write,all]"},"status":403}',
      },
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
      seen: '{"error":{"type":"security_exception","reason":"token expired"},"status":401}',
    },
  ],
});
