import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const anthropic = defineProvider({
  id: 'anthropic',
  name: 'Anthropic',
  category: 'ai',
  address: 'https://api.anthropic.com/v1/messages',
  hosts: /(^|\.)anthropic\.com$/,
  keys: [
    { form: /^sk-ant-api/, kind: 'API key', goes: ['field x-api-key'] },
    { form: /^sk-ant-admin/, kind: 'admin key', goes: ['field x-api-key'] },
    { form: /^sk-ant-oat/, kind: 'token of Claude Code', goes: ['authorization bearer'] },
  ],
  sources: ['https://docs.anthropic.com/en/api/errors'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'The service does not know the key.',
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
  ],
});
