import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const newRelic = defineProvider({
  id: 'new-relic',
  name: 'New Relic',
  category: 'observability',
  address: 'https://api.newrelic.com/v2/applications.json',
  hosts: /(^|\.)(newrelic\.com|nr-data\.net)$/,
  keys: [
    { form: /^NRAK-/, kind: 'user key', goes: ['field api-key', 'field x-api-key'] },
    {
      form: /^.+NRAL$/,
      kind: 'licence key',
      goes: ['field api-key', 'field x-license-key', 'query api-key'],
    },
    { form: /^NRII-/, kind: 'insert key', goes: ['field x-insert-key'] },
    { form: /^NRIQ-/, kind: 'query key', goes: ['field x-query-key'] },
    { form: /^NRRA-/, kind: 'REST key' },
    { form: /^eu01/, kind: 'licence key of the EU' },
  ],
  sources: [
    'https://github.com/newrelic/docs-website/blob/fc6360d50f054fd25bf2623b5a61127830643201/src/content/docs/apis/intro-apis/new-relic-api-keys.mdx',
  ],
  doors: [
    'field api-key',
    'field x-license-key',
    'field x-insert-key',
    'field x-query-key',
    'field x-api-key',
    'query api-key',
    'query license_key',
    'path',
  ],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: TOLD + HINTED,
      sent: /^(?:field|authorization) \S+ (?:\S+ )?\S*NRAL$/,
      status: [401, 403],
      host: /^(?:api|insights-api)\./,
      explanation: 'A licence key sends data in; reading wants a user key, which begins with NRAK-.',
      seen: {
        sent: { 'Api-Key': '0123456789abcdef0123456789abcdefFFFFNRAL' },
        body: '{"error":{"title":"The API key provided is invalid"}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      status: [401, 403],
      sent: /^(?:field|query|authorization) \S+ (?:\S+ )?eu01/,
      host: /^(?!.*\beu\d*\.).*\.(?:newrelic\.com|nr-data\.net)$/,
      explanation:
        'A key that begins with eu01 is of the European region, whose hosts have eu in their names: log-api.eu.newrelic.com.',
      seen: {
        status: 403,
        url: 'https://log-api.newrelic.com/log/v1',
        sent: { 'Api-Key': 'eu01xx0123456789abcdef0123456789abFFNRAL' },
        body: '{}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /API key (?:provided )?is invalid|Invalid (?:API|license|insert) key|Unknown API key/i,
      explanation:
        'New Relic does not know the key in this region; the EU has hosts of its own (api.eu.newrelic.com).',
      seen: {
        sent: { 'Api-Key': 'NRAK-ABCDEFGHIJKLMNOPQRSTUVWXYZ1' },
        body: '{"error":{"title":"The API key provided is invalid"}}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /No API key specified/i,
      sent: /^field (?!x-api-key:)/,
      path: /^\/v2\//,
      explanation:
        'The REST API v2 reads the key from X-Api-Key; Api-Key is for NerdGraph and the newer APIs.',
      seen: {
        sent: { 'Api-Key': 'NRAK-ABCDEFGHIJKLMNOPQRSTUVWXYZ1' },
        body: '{"error":{"title":"No API key specified"}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /API key (?:is )?(?:required|missing)|must (?:supply|provide) an API key/i,
      notSent: /./,
      explanation: 'New Relic reads the key from Api-Key.',
      seen: { sent: {}, body: '{"error":{"title":"An API key is required for this request"}}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /errorclass: ACCESS_DENIED|not authorized to access (?:the )?account/i,
      explanation: 'The user behind the key has no access to this account.',
      seen: {
        status: 200,
        sent: { 'Api-Key': 'NRAK-ABCDEFGHIJKLMNOPQRSTUVWXYZ1' },
        body: '{"data":null,"errors":[{"message":"Not authorized to access account 1234","extensions":{"errorClass":"ACCESS_DENIED"}}]}',
      },
    },
  ],
});
