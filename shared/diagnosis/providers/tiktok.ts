import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tiktok = defineProvider({
  id: 'tiktok',
  name: 'TikTok',
  category: 'social',
  address: 'https://open.tiktokapis.com/v2/user/info/',
  hosts: /(^|\.)(tiktokapis|tiktok)\.com$/,
  sources: [
    'https://developers.tiktok.com/doc/tiktok-api-v2-error-handling',
    'https://developers.tiktok.com/doc/oauth-error-handling',
    'https://developers.tiktok.com/doc/oauth-user-access-token-management',
    'https://www.volcengine.com/article/1422075',
  ],
  doors: [
    'authorization bearer',
    'field access-token',
    'field x-tts-access-token',
    'query access_token',
    'query sign',
  ],
  lives: { seconds: 86_400, ends: 'token-expired' },
  signs: [
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['access_token_invalid'],
      explanation: 'An access token of TikTok lasts a day; refresh it.',
      seen: '{"data":{},"error":{"code":"access_token_invalid","message":"The access token is invalid or not found in the request.","log_id":"x"}}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['scope_not_authorized', 'scope_permission_missed'],
      explanation: 'The user has not granted the scope of this call or of one of the fields asked for.',
      seen: '{"data":{},"error":{"code":"scope_not_authorized","message":"The user did not authorize the scope required for completing this request.","log_id":"x"}}',
    },
    {
      cause: 'header-malformed',
      weight: STATED + HINTED,
      sent: /^field access-token: bearer /i,
      explanation: 'The business API’s Access-Token holds the token alone, without Bearer.',
      seen: {
        status: 200,
        url: 'https://business-api.tiktok.com/open_api/v1.3/business/get/',
        sent: { 'Access-Token': 'Bearer abcdef0123456789abcdef0123456789' },
        body: '{"code":40105,"message":"Access token is incorrect or has been revoked.","request_id":"x","data":{},"success":false}',
      },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['40105'],
      explanation: 'The business API does not know the token, or it belongs to the sandbox.',
      seen: {
        status: 400,
        sent: { 'Access-Token': 'abcdef0123456789abcdef0123456789' },
        body: '{"code":40105,"message":"Access token is incorrect or has been revoked."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['40104'],
      explanation: 'The business API reads the token from Access-Token.',
      seen: { status: 400, sent: {}, body: '{"code":40104,"message":"Access token is empty."}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['40001'],
      explanation: 'The app or the user has no right to this advertiser.',
      seen: {
        status: 400,
        sent: { 'Access-Token': 'abcdef0123456789abcdef0123456789' },
        body: '{"code":40001,"message":"No permission to operate advertiser."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['rate_limit_exceeded', '40100'],
      explanation: 'Wait; TikTok counts each endpoint in windows of a minute.',
      seen: {
        status: 429,
        body: '{"error":{"code":"rate_limit_exceeded","message":"The API rate limit was exceeded."}}',
      },
    },
  ],
});
