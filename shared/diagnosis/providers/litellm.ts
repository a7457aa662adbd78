import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const litellm = defineProvider({
  id: 'litellm',
  name: 'LiteLLM proxy',
  category: 'ai',
  address: 'https://litellm.example.com/v1/chat/completions',
  hosts: /^litellm\./,
  fields: [['x-litellm-*']],
  body: /LiteLLM Virtual Key expected|LiteLLM_VerificationToken|Invalid proxy server token passed|"type"\s*:\s*"(?:auth_error|token_not_found_in_db|expired_key|key_model_access_denied|budget_exceeded)"/,
  sources: [
    'https://docs.litellm.ai/docs/proxy/virtual_keys',
    'https://docs.litellm.ai/docs/exception_mapping',
  ],
  doors: [
    'authorization bearer',
    'field x-api-key',
    'field api-key',
    'field x-litellm-api-key',
    'field x-goog-api-key',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /LiteLLM Virtual Key expected/i,
      explanation:
        'The proxy takes its own keys, which begin with sk-: a provider’s key or a dummy opens nothing here.',
      seen: {
        sent: { Authorization: 'Bearer gsk-q7Rk2mXz0bT4wYc1q7Rk2mXz' },
        body: '{"error":{"message":"Authentication Error, LiteLLM Virtual Key expected. Received=gsk-****2mXz, expected to start with \'sk-\'.","type":"auth_error","param":"None","code":"401"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Expired Key\. Key Expiry time|^type: expired_key$/i,
      explanation: 'The virtual key’s duration is over.',
      seen: '{"error":{"message":"Authentication Error - Expired Key. Key Expiry time 2023-11-14 and current time 2023-11-15","type":"expired_key","param":"None","code":"400"}}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid proxy server token passed|^type: token_not_found_in_db$/i,
      explanation: 'The proxy’s database has no such key: it was deleted, or another proxy made it.',
      seen: '{"error":{"message":"Authentication Error, Invalid proxy server token passed. Received API Key = sk-...4wYc, Key Hash (Token) =9c3ad4bd. Unable to find token in cache or `LiteLLM_VerificationTokenTable`","type":"token_not_found_in_db","param":"key","code":"401"}}',
    },
    {
      cause: 'scope-insufficient',
      weight: STATED + HINTED,
      says: /key not allowed to access model|^type: key_model_access_denied$/i,
      explanation: 'The key was made for other models than the one that is asked for.',
      seen: {
        status: 401,
        body: '{"error":{"message":"key not allowed to access model. This key can only access models=[\'gpt-4o-mini\']. Tried to access claude-sonnet","type":"key_model_access_denied","param":"model","code":"401"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Budget has been exceeded|^type: budget_exceeded$/i,
      explanation:
        'The key, its user or its team has spent its budget, which begins anew at budget_reset_at.',
      seen: {
        status: 429,
        body: '{"error":{"message":"Budget has been exceeded! Current cost: 12.4, Max budget: 10.0","type":"budget_exceeded","param":null,"code":"429"}}',
      },
    },
  ],
});
