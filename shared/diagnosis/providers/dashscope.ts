import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (code: string, message: string, status = 401, sent?: Readonly<Record<string, string>>) => ({
  status,
  sent: sent ?? { Authorization: 'Bearer sk-8f1c2d3e4b5a69788695a4b3c2d1e0f9' },
  posted: '{"model":"qwen-plus"}',
  body: JSON.stringify({ code, message, request_id: '01415ff3-53f4-989d-83c0-3eb61fa1418e' }),
});

export const dashscope = defineProvider({
  id: 'dashscope',
  name: 'Alibaba Cloud Model Studio (DashScope)',
  category: 'ai',
  address: 'https://dashscope.aliyuncs.com/compatible-mode/v1/chat/completions',
  family: 'alibaba-cloud',
  hosts: /^(?:coding\.)?dashscope(?:-intl|-us)?\.aliyuncs\.com$/,
  misleads: [
    {
      says: 'Incorrect API key provided',
      means: 'Said of a good key of another region: China and abroad each have their own host.',
    },
  ],
  sources: [
    'https://www.alibabacloud.com/help/en/model-studio/error-code',
    'https://github.com/BerriAI/litellm/issues/12571',
    'https://github.com/dinoanderson/qwen_cli_coder/issues/1',
  ],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['InvalidApiKey', 'invalid_api_key'],
      sent: /^authorization authorization: bearer sk-/i,
      explanation:
        'The key is unknown here: keys of China, of Singapore and of the coding plan each have a host of their own.',
      seen: seen('InvalidApiKey', 'Invalid API-key provided.'),
    },
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      code: ['InvalidApiKey', 'invalid_api_key'],
      sent: /^authorization authorization: bearer LTAI/i,
      explanation: 'That is an access key of the cloud account; this platform has keys of its own, sk-….',
      seen: seen('InvalidApiKey', 'Invalid API-key provided.', 401, {
        Authorization: 'Bearer LTAI5tQJ2KQH7VNX3B4C9d8e',
      }),
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['AccessDenied', 'Model.AccessDenied', 'AccessDenied.Unpurchased'],
      explanation: 'The workspace or the account does not cover this model; switch the service on.',
      seen: seen('AccessDenied', 'Access denied.', 403),
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      code: ['Arrearage'],
      explanation: 'The account owes; pay, and it answers again.',
      seen: seen('Arrearage', 'Access denied, please make sure your account is in good standing.', 403),
    },
  ],
});
