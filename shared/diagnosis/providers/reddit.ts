import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const reddit = defineProvider({
  id: 'reddit',
  name: 'Reddit',
  category: 'social',
  address: 'https://oauth.reddit.com/api/v1/me',
  hosts: /(^|\.)reddit\.com$/,
  challenge: /reddit/i,
  sources: [
    'https://github.com/praw-dev/praw/blob/2c8eb23a8a3ad7832c28355dc167976420c666b4/docs/getting_started/authentication.rst',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'url-wrong',
      weight: TOLD,
      sent: /^authorization authorization: bearer /i,
      path: /^\/(?:r|user|api\/(?!v1\/access_token))/,
      status: [403],
      explanation: 'An access token is read at oauth.reddit.com only.',
      seen: {
        status: 403,
        url: 'https://www.reddit.com/r/test/about.json',
        body: '{"message":"Forbidden","error":403}',
      },
    },
    {
      cause: 'client-not-allowed',
      weight: PROVEN + HINTED,
      says: /whoa there, pardner|blocked by network security|use a unique.*User-Agent/i,
      explanation: 'Reddit refuses the User-Agent of common libraries; send one that names your app.',
      seen: {
        status: 429,
        sent: {},
        body: "<html><head><title>Too Many Requests</title></head><body><h1>whoa there, pardner!</h1><p>we're sorry, but you appear to be a bot</p></body></html>",
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      code: ['USER_REQUIRED'],
      explanation: 'The token is the app’s own; this call wants a user’s.',
      seen: {
        status: 403,
        body: '{"explanation":"Please log in to do that.","message":"Forbidden","reason":"USER_REQUIRED"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['private', 'quarantined', 'banned'],
      says: /SUBREDDIT_NOTALLOWED/,
      explanation: 'The community is private, quarantined or banned.',
      seen: { status: 403, body: '{"reason":"private","message":"Forbidden","error":403}' },
    },
  ],
});
