import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openai = defineProvider({
  id: 'openai',
  name: 'OpenAI',
  category: 'ai',
  address: 'https://api.openai.com/v1/models',
  hosts: /(^|\.)openai\.com$/,
  keys: [
    { form: /^sk-proj-/, kind: 'project key', goes: ['authorization bearer'] },
    { form: /^sk-admin-/, kind: 'admin key', goes: ['authorization bearer'] },
    { form: /^sk-svcacct-/, kind: 'service account key', goes: ['authorization bearer'] },
    { form: /^sess-/, kind: 'session key of the web page' },
  ],
  misleads: [
    { says: 'invalid_issuer', means: 'A token of another service was sent in place of an API key.' },
    { says: '429 insufficient_quota', means: 'The account has no credit; waiting does not help.' },
  ],
  sources: ['https://platform.openai.com/docs/guides/error-codes'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /You didn['’]t provide an API key/i,
      notSent: /./,
      explanation:
        'OpenAI saw no key; it goes into Authorization: Bearer. An unset variable leaves only the word Bearer.',
      seen: {
        sent: {},
        body: '{"error":{"message":"You didn\'t provide an API key. You need to provide your API key in an Authorization header using Bearer auth (i.e. Authorization: Bearer YOUR_KEY)","type":"invalid_request_error","param":null,"code":null}}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: PROVEN,
      says: /You didn['’]t provide an API key/i,
      sent: /^(?:field (?:api-key|x-api-key)|query )/,
      explanation: 'OpenAI reads the key from Authorization: Bearer; api-key is the field of Azure OpenAI.',
      seen: {
        sent: { 'api-key': 'sk-proj-abc' },
        body: '{"error":{"message":"You didn\'t provide an API key. You need to provide your API key in an Authorization header using Bearer auth","type":"invalid_request_error","param":null,"code":null}}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      says: /must be made with a session key|made with a secret key|session key \(that is, it can only be made from the browser\)/i,
      explanation:
        'This address is for OpenAI’s own pages; programs have the usage and costs endpoints with an admin key.',
      seen: '{"error":{"message":"Your request to GET /v1/dashboard/billing/usage must be made with a session key (that is, it can only be made from the browser). You made it with the following key type: secret.","type":"server_error","param":null,"code":null}}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['model_not_found'],
      says: /does not have access to model|you do not have access to it|must be verified to (?:use|stream)/i,
      explanation:
        'The key’s project does not include this model: allow it in the project’s limits, verify the organisation, or check its name.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Project `proj_x` does not have access to model `gpt-5`","type":"invalid_request_error","param":null,"code":"model_not_found"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /must be a member of an organization|not a member of (?:the|this) (?:organization|project)/i,
      explanation: 'The account belongs to no organisation any more; be invited to one, or make a new one.',
      seen: '{"error":{"message":"You must be a member of an organization to use the API. Please contact us through our help center at help.openai.com.","type":"invalid_request_error","param":null,"code":null}}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: STATED,
      code: ['invalid_issuer'],
      explanation: 'A token of another service was sent in place of an API key.',
      seen: '{"error":{"message":"Invalid issuer","type":"invalid_request_error","param":null,"code":"invalid_issuer"}}',
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation:
        'OpenAI does not know the key: it was mistyped, deleted, or belongs to another service. The message shows its end; compare it with the list of keys.',
      seen: '{"error":{"message":"Incorrect API key provided: sk-proj-********abcd. You can find your API key at https://platform.openai.com/account/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: [
        'account_deactivated',
        'billing_not_active',
        'billing_hard_limit_reached',
        'insufficient_quota',
        'deactivated_workspace',
      ],
      explanation:
        'The account behind the key is closed or has no credit: buy credit or raise the limit; a subscription to ChatGPT does not count.',
      seen: {
        status: 429,
        body: '{"error":{"message":"You exceeded your current quota, please check your plan and billing details.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /insufficient permissions|Missing scopes/i,
      explanation:
        'The key was restricted, or its user lacks the role in the project: the message names the missing scopes; set the key to all, or tick them.',
      seen: {
        status: 403,
        body: '{"error":{"message":"You have insufficient permissions for this operation. Missing scopes: model.request. Check that you have the correct role in your organization (Reader, Writer, Owner) and project (Member, Owner), and if you\'re using a restricted API key, that it has the necessary scopes.","type":"invalid_request_error","param":null,"code":null}}',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: TOLD,
      code: ['mismatched_organization', 'mismatched_project', 'invalid_organization'],
      explanation:
        'The key belongs to another organisation or project than the one named in OpenAI-Organization or OpenAI-Project: leave the fields out, or set those of the key.',
      seen: {
        sent: { Authorization: 'Bearer sk-proj-abc', 'OpenAI-Organization': 'org-x' },
        body: '{"error":{"message":"OpenAI-Organization header should match organization for API key","type":"invalid_request_error","param":null,"code":"mismatched_organization"}}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['ip_not_authorized', 'unsupported_country_region_territory'],
      explanation:
        'Requests from this address or country are refused: OpenAI serves listed countries only, and a project may list addresses.',
      seen: {
        status: 403,
        body: '{"error":{"code":"unsupported_country_region_territory","message":"Country, region, or territory not supported","param":null,"type":"request_forbidden"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
  ],
});
