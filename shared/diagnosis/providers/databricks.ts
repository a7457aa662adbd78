import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const databricks = defineProvider({
  id: 'databricks',
  name: 'Databricks',
  category: 'database',
  address: 'https://dbc-1234.cloud.databricks.com/api/2.0/clusters/list',
  hosts: /(^|\.)(cloud\.databricks\.com|azuredatabricks\.net|gcp\.databricks\.com)$/,
  fields: [['x-databricks-reason-phrase'], ['x-databricks-org-id']],
  keys: [
    { form: /^dapi[0-9a-f]{32}/, kind: 'personal access token' },
    { form: /^dose[0-9a-f]{32}/, kind: 'OAuth secret' },
  ],
  sources: [
    'https://docs.gitguardian.com/secrets-detection/secrets-detection-engine/detectors/specifics/databricks_token_with_hostname',
    'https://github.com/databricks/databricks-sdk-go/issues/953',
    'https://github.com/databricks/databricks-sdk-py/blob/5d94067479dd0908b0ef93d9131e3ed02d8b9851/docs/authentication.md',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /(?:Access )?token (?:is|has|was) expired|ExpiredJwtException|expired (?:access )?token/i,
      explanation: 'The token’s lifetime is over; make a new one.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer dapi0123456789abcdef0123456789abcdef' },
        body: '{"error_code":403,"message":"Invalid access token. Token has expired."}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /Invalid (?:access )?[Tt]oken/i,
      explanation: 'This workspace does not know the token: deleted, or of another workspace.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer dapi0123456789abcdef0123456789abcdef' },
        body: '{"error_code":"403","message":"Invalid access token."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Credential was not sent or was of an unsupported type/i,
      notSent: /./,
      explanation: 'Databricks saw no token; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"error_code":401,"message":"Credential was not sent or was of an unsupported type for this API. [ReqId: x]"}',
      },
    },
    {
      cause: 'auth-method-retired',
      weight: PROVEN,
      says: /Credential was not sent or was of an unsupported type|basic auth(?:entication)? .{0,20}(?:end of life|no longer|disabled)/i,
      sent: /^authorization authorization: basic /i,
      explanation:
        'Databricks took user and password until 10 July 2024; a token or OAuth of a service principal takes their place.',
      seen: {
        sent: { Authorization: 'Basic YWRhOkxvdmVsYWNlLTE4NDM=' },
        body: '{"error_code":401,"message":"Credential was not sent or was of an unsupported type for this API. [ReqId: x]"}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /Credential was not sent or was of an unsupported type/i,
      sent: /^(?!authorization authorization: basic )/i,
      explanation:
        'This API does not take the credential’s kind: account APIs want OAuth of a service principal.',
      seen: {
        sent: { Authorization: 'Bearer dapi0123456789abcdef0123456789abcdef' },
        body: '{"error_code":401,"message":"Credential was not sent or was of an unsupported type for this API. [ReqId: x]"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /Source IP address: \S+ is blocked by Databricks IP ACL/i,
      explanation: 'The workspace’s access list does not hold this address.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer dapi0123456789abcdef0123456789abcdef' },
        body: '{"error_code":"PERMISSION_DENIED","message":"Source IP address: 192.0.2.1 is blocked by Databricks IP ACL for workspace: 1234"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /does not have (?:the )?required scopes/i,
      explanation: 'The OAuth token lacks the scope that the answer names.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer eyJ' },
        body: '{"error_code":403,"message":"Provided OAuth token does not have required scopes: sql"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['PERMISSION_DENIED'],
      explanation: 'The user lacks the permission named.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer dapi0123456789abcdef0123456789abcdef' },
        body: '{"error_code":"PERMISSION_DENIED","message":"kim@example.com does not have Attach permissions on cluster"}',
      },
    },
  ],
});
