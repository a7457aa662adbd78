import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const seen = (
  code: string,
  message: string,
  sent: Readonly<Record<string, string>> = {
    Authorization: 'Bearer 0a1b2c3d4e5f60718293a4b5c6d7e8f9.kT4vB1sZpLcR8wYh',
  },
) => ({
  sent,
  posted: '{"model":"glm-4"}',
  body: JSON.stringify({ error: { code, message } }),
});

export const zhipu = defineProvider({
  id: 'zhipu',
  name: 'Zhipu AI (Z.ai)',
  category: 'ai',
  address: 'https://open.bigmodel.cn/api/paas/v4/chat/completions',
  hosts: /^open\.bigmodel\.cn$|^api\.z\.ai$/,
  misleads: [
    {
      says: 'Authorization Token非法',
      means: 'A key of the other of open.bigmodel.cn and api.z.ai is unknown as well.',
    },
  ],
  sources: ['https://docs.bigmodel.cn/cn/api/api-code', 'https://docs.z.ai/api-reference/api-code'],
  doors: ['authorization bearer', 'authorization', 'field x-api-key'],
  bare: true,
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /^code: 1001$/,
      notSent: /^authorization /,
      explanation: 'The key goes into Authorization, behind Bearer.',
      seen: seen('1001', 'Header中未收到Authentication参数，无法进行身份验证。', {}),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^code: (?:1000|1002|401)$|Authorization Token非法/i,
      explanation:
        'The key is unknown here: China (open.bigmodel.cn) and the world (api.z.ai) have keys of their own.',
      seen: seen('1002', 'Authorization Token非法，请确认Authorization Token正确传递。'),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^code: 1003$/,
      explanation: 'The token that was signed with the key is over: sign another.',
      seen: seen('1003', 'Authorization Token已过期，请重新生成/获取。'),
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^code: (?:1110|1111|1112|1113|1120)$/,
      explanation: 'The account is locked, or owes.',
      seen: seen('1112', '您的账户已被锁定，请联系客服解锁。'),
    },
  ],
});
