import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const ably = defineProvider({
  id: 'ably',
  name: 'Ably',
  category: 'messaging',
  address: 'https://rest.ably.io/channels/x/messages',
  hosts: /(^|\.)(ably\.io|ably\.net|ably-realtime\.com)$/,
  fields: [['x-ably-errorcode']],
  sources: [
    'https://ably.com/docs/platform/errors/codes/40101-invalid-credentials',
    'https://ably.com/docs/platform/errors/codes/40131-key-revoked',
  ],
  doors: [
    'authorization basic',
    'authorization bearer',
    'query key',
    'query accesstoken',
    'query access_token',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['40101'],
      says: /Invalid (?:key|credential)/i,
      explanation:
        'Key or token do not fit: the whole key is appId.keyId:secret, and a token’s clientId must be the client’s.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":40101,"statusCode":401,"message":"Invalid credentials","href":"https://help.ably.io/error/40101"}}',
      },
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['40131', '40132', '40141'],
      says: /key\/token status changed \(revoke\)|token revoked/i,
      explanation: 'The key or token was revoked; take another one of the app.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":40131,"statusCode":401,"message":"key/token status changed (revoke)"}}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['40142', '40172'],
      says: /key\/token status changed \(expire\)|token expired/i,
      explanation: 'The token’s time is over; let the client ask its authUrl or authCallback for a new one.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":{"code":40142,"statusCode":401,"message":"key/token status changed (expire)"}}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      code: ['40104'],
      says: /Timestamp not current/i,
      explanation: 'The signed token request’s timestamp is off; set the clock, or ask Ably for the time.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":{"code":40104,"statusCode":401,"message":"Timestamp not current"}}',
      },
    },
    {
      cause: 'nonce-stale',
      weight: PROVEN,
      code: ['40105'],
      says: /Nonce value replayed/i,
      explanation: 'A token request is good once; sign a new one.',
      seen: {
        sent: { Authorization: 'Bearer abc' },
        body: '{"error":{"code":40105,"statusCode":401,"message":"Nonce value replayed"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['40160', '40161', '40162'],
      says: /not permitted to (?:perform|access)|Channel denied access|denied access based on given capability/i,
      explanation: 'The key’s or token’s capability does not cover this channel or action.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":40160,"statusCode":401,"message":"Channel denied access based on given capability; channelId = x"}}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      code: ['40102', '40110', '40111', '40112', '40120', '40121'],
      says: /account (?:disabled|blocked)|app(?:lication)? disabled/i,
      explanation: 'The account or app is disabled or over its limits.',
      seen: {
        sent: { Authorization: 'Basic a2ltOnB3LTEyMw==' },
        body: '{"error":{"code":40110,"statusCode":401,"message":"account disabled"}}',
      },
    },
  ],
});
