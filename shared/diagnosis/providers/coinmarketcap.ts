import { PROVEN } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const coinmarketcap = defineProvider({
  id: 'coinmarketcap',
  name: 'CoinMarketCap',
  category: 'data',
  address: 'https://pro-api.coinmarketcap.com/v1/key/info',
  hosts: /(^|\.)coinmarketcap\.com$/,

  misleads: [
    {
      says: '1001 This API Key is invalid',
      means: 'Also that a key of the sandbox was sent to pro-api, or the other way.',
    },
  ],
  sources: ['https://coinmarketcap.com/api/documentation/v1/'],
  doors: ['field x-cmc_pro_api_key', 'query cmc_pro_api_key'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /This API Key is invalid/i,
      explanation:
        'CoinMarketCap does not know the key here: sandbox-api and pro-api have keys of their own.',
      seen: {
        status: 401,
        sent: { 'X-CMC_PRO_API_KEY': 'b54bcf4d-1bca-4e8e-9a24-22ff2c3d462c' },
        body: '{"status":{"timestamp":"x","error_code":1001,"error_message":"This API Key is invalid.","elapsed":0,"credit_count":0}}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /API key missing/i,
      notSent: /./,
      explanation: 'No key was seen; it goes into X-CMC_PRO_API_KEY.',
      seen: { sent: {}, body: '{"status":{"error_code":1002,"error_message":"API key missing."}}' },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /(?:API Key|subscription plan) (?:subscription plan )?doesn['’]t support this endpoint|not authorized for this endpoint/i,
      explanation: 'The plan does not include this endpoint.',
      seen: {
        status: 403,
        sent: { 'X-CMC_PRO_API_KEY': 'b54bcf4d-1bca-4e8e-9a24-22ff2c3d462c' },
        body: '{"status":{"timestamp":"x","error_code":1006,"error_message":"Your API Key subscription plan doesn\'t support this endpoint.","elapsed":0,"credit_count":0}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /Your API (?:Key|plan) (?:has been disabled|must be activated)|subscription plan has expired|API Key is disabled/i,
      explanation: 'The key or plan was disabled, not activated or is over.',
      seen: {
        status: 403,
        sent: { 'X-CMC_PRO_API_KEY': 'b54bcf4d-1bca-4e8e-9a24-22ff2c3d462c' },
        body: '{"status":{"timestamp":"x","error_code":1007,"error_message":"This API Key is disabled. Please contact support.","elapsed":0,"credit_count":0}}',
      },
    },
  ],
});
