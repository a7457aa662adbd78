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
  sources: ['https://platform.openai.com/docs/guides/error-codes'],
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
  ],
});
