import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const together = defineProvider({
  id: 'together',
  name: 'Together AI',
  category: 'ai',
  address: 'https://api.together.xyz/v1/models',
  hosts: /(^|\.)together\.(ai|xyz)$/,

  sources: ['https://docs.together.ai/docs/error-codes'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /(?:monthly )?spending limit|Credit limit exceeded|account is currently (?:restricted|suspended)/i,
      code: ['credit_limit_exceeded'],
      explanation: 'The account reached its spending limit or has no credit.',
      seen: {
        status: 402,
        body: '{"error":{"message":"Credit limit exceeded, please visit https://api.together.xyz/settings/billing","type":"credit_limit","code":"credit_limit_exceeded"}}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /Unable to access (?:non-serverless )?model|not have access to (?:this |the )?model/i,
      explanation: 'The model is private, or needs an endpoint of its own.',
      seen: {
        status: 403,
        body: '{"error":{"message":"Unable to access model acme/private. Please visit https://api.together.ai/models to view the list of supported models.","type":"invalid_request_error","code":"model_not_available"}}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['invalid_api_key', 'authentication_error'],
      explanation: 'Together does not know the key: copy it anew from the settings.',
      seen: '{"error":{"message":"Invalid API key provided. You can find your API key at https://api.together.ai/settings/api-keys.","type":"invalid_request_error","param":null,"code":"invalid_api_key"}}',
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_error', 'rate_limit_exceeded'],
      explanation: 'The service counts requests and tokens.',
    },
  ],
});
