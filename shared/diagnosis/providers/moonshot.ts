import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const moonshot = defineProvider({
  id: 'moonshot',
  name: 'Moonshot AI',
  category: 'ai',
  address: 'https://api.moonshot.ai/v1/models',
  hosts: /^api\.moonshot\.(ai|cn)$/,
  sources: ['https://platform.moonshot.ai/docs/api/chat', 'https://platform.moonshot.ai/docs/introduction'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['invalid_authentication_error'],
      sent: /./,
      explanation:
        'The key is not known at this host. Keys of platform.moonshot.cn work at api.moonshot.cn only, those of platform.moonshot.ai at api.moonshot.ai.',
      seen: '{"error":{"message":"Invalid Authentication","type":"invalid_authentication_error"}}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['incorrect_api_key_error'],
      explanation: 'The key is not one of this platform.',
      seen: '{"error":{"message":"Incorrect API key provided","type":"incorrect_api_key_error"}}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN + PROVEN,
      code: ['exceeded_current_quota_error'],
      explanation: 'The account is suspended for want of credit.',
      seen: {
        status: 429,
        body: '{"error":{"message":"Your account is suspended, please check your plan and billing details","type":"exceeded_current_quota_error"}}',
      },
    },
    {
      cause: 'rate-limited',
      weight: PROVEN,
      code: ['rate_limit_reached_error'],
      explanation: 'More calls or tokens than the tier allows.',
      seen: {
        status: 429,
        body: '{"error":{"message":"Your account reached max request","type":"rate_limit_reached_error"}}',
      },
    },
  ],
});
