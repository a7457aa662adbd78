import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mastodon = defineProvider({
  id: 'mastodon',
  name: 'Mastodon',
  category: 'social',
  address: 'https://mastodon.social/api/v1/accounts/verify_credentials',
  paths: /^\/api\/v1\/(?:statuses|timelines\/\w+|accounts\/verify_credentials)\b/,
  hosts: /(^|\.)(mastodon\.(social|online)|mstdn\.social|fosstodon\.org|hachyderm\.io)$/,
  fields: [['server', /^Mastodon$/i]],
  body: /requires an authenticated user|outside the authorized scopes|Your login is (?:missing|currently|pending)/,
  sources: [
    'https://github.com/mastodon/documentation/blob/2074f0afed840b9a8f4ad402386d68912b9dabed/content/en/methods/oauth.md',
  ],
  doors: ['authorization bearer', 'authorization basic', 'query access_token'],
  signs: [
    {
      cause: 'token-revoked',
      weight: PROVEN,
      says: /The access token was revoked/i,
      explanation: 'The user or an administrator withdrew the app.',
      seen: { received: { Server: 'Mastodon' }, body: '{"error":"The access token was revoked"}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      says: /The access token is invalid/i,
      explanation: 'This server does not know the token; each Mastodon server hands out its own.',
      seen: { received: { Server: 'Mastodon' }, body: '{"error":"The access token is invalid"}' },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /outside the authorized scopes/i,
      explanation: 'The app was registered or authorized without this scope.',
      seen: { status: 403, body: '{"error":"This action is outside the authorized scopes"}' },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /This (?:API|method) requires an authenticated user/i,
      sent: /./,
      explanation: 'The token is the app’s own; this call wants a user’s.',
      seen: { status: 422, body: '{"error":"This method requires an authenticated user"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /This (?:API|method) requires an authenticated user/i,
      notSent: /./,
      explanation: 'The server shows this to users only; send a token.',
      seen: { sent: {}, body: '{"error":"This API requires an authenticated user"}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Your login is (?:missing a confirmed e-mail|currently (?:disabled|pending)|pending)/i,
      explanation: 'The account must be confirmed or approved, or was disabled.',
      seen: { status: 403, body: '{"error":"Your login is missing a confirmed e-mail address"}' },
    },
  ],
});
