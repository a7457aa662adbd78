import { PROVEN, STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const openAi = defineProvider({
  id: 'openai',
  name: 'OpenAI and kin',
  hosts:
    /(^|\.)(openai\.com|openai\.azure\.com|anthropic\.com|mistral\.ai|groq\.com|openrouter\.ai|deepseek\.com|cohere\.(ai|com)|together\.(ai|xyz)|perplexity\.ai|x\.ai)$/,
  source: 'https://platform.openai.com/docs/guides/error-codes',
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'The service does not know the key.',
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
      explanation: 'The account behind the key is closed or has no credit.',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /insufficient permissions|Missing scopes/i,
      explanation: 'The key was restricted.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: TOLD,
      code: ['mismatched_organization', 'mismatched_project', 'invalid_organization'],
      explanation: 'The key belongs to another organisation or project than the one named.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      code: ['ip_not_authorized', 'unsupported_country_region_territory'],
      explanation: 'Requests from this address or country are refused.',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
    {
      cause: 'required-header-missing',
      weight: STATED,
      says: /anthropic-version/i,
      explanation: 'Anthropic’s API wants its version in a field.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /x-api-key header is required/i,
      sent: /^authorization /,
      explanation: 'Anthropic reads the key from x-api-key.',
    },
    {
      cause: 'auth-method-retired',
      weight: STATED,
      says: /OAuth authentication is currently not supported|only authorized for use with/i,
      explanation: 'The token is meant for the service’s own client.',
    },
    {
      cause: 'url-wrong',
      weight: SUGGESTED,
      says: /invalid subscription key or wrong API endpoint/i,
      explanation: 'Azure’s keys belong to one resource and region.',
    },
  ],
});
