import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const groq = defineProvider({
  id: 'groq',
  name: 'Groq',
  category: 'ai',
  address: 'https://api.groq.com/openai/v1/models',
  hosts: /(^|\.)groq\.com$/,
  keys: [{ form: /^gsk_/, kind: 'API key', goes: ['authorization bearer'] }],
  sources: [
    'https://console.groq.com/docs/errors',
    'https://www.developersdigest.tech/errors/api/openrouter',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key'],
      says: /Invalid API Key/i,
      explanation: 'Groq does not know the key.',
      seen: {
        sent: { Authorization: 'Bearer gsk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"error":{"message":"Invalid API Key","type":"invalid_request_error","code":"invalid_api_key"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['organization_restricted', 'organization_deactivated', 'blocked_api_access'],
      says: /Organization has been restricted/i,
      explanation: 'Groq has restricted the organisation; write to its support.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer gsk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"error":{"message":"Organization has been restricted. Please reach out to support if you believe this was in error.","type":"invalid_request_error","code":"organization_restricted"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['model_permission_blocked_org', 'model_permission_blocked_project'],
      explanation: 'The organisation or project does not allow this model.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer gsk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"error":{"message":"The model is blocked at the organization level.","type":"permissions_error","code":"model_permission_blocked_org"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
      seen: {
        status: 429,
        sent: { Authorization: 'Bearer gsk_abcdefghijklmnopqrstuvwxyz' },
        body: '{"error":{"message":"Rate limit reached","code":"rate_limit_exceeded"}}',
      },
    },
  ],
});
