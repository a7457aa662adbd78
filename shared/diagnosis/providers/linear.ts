import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const linear = defineProvider({
  id: 'linear',
  name: 'Linear',
  category: 'productivity',
  address: 'https://api.linear.app/graphql',
  hosts: /^api\.linear\.app$/,
  bare: true,
  keys: [
    { form: /^lin_api_/, kind: 'personal API key', goes: ['authorization'] },
    { form: /^lin_oauth_/, kind: 'OAuth access token', goes: ['authorization bearer'] },
  ],
  misleads: [
    {
      says: 'Authentication required, not authenticated',
      means: 'Also said when a personal key stands behind the word Bearer.',
    },
  ],
  sources: [
    'https://github.com/RiddimSoftware/epac/pull/590',
    'https://tangled.org/aliou.me/linear-cli/blob/main/src/api.ts',
  ],
  doors: ['authorization', 'authorization bearer'],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      says: /Bearer token|Authentication required, not authenticated|AUTHENTICATION_ERROR/i,
      sent: /^authorization authorization: bearer lin_api_/i,
      explanation: 'A personal key (lin_api_) stands alone in Authorization; Bearer is for OAuth tokens.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer lin_api_abcdef' },
        body: '{"errors":[{"message":"It looks like you\'re trying to use an API key as a Bearer token. Remove the Bearer prefix from the Authorization header.","extensions":{"type":"authentication error","code":"AUTHENTICATION_ERROR","statusCode":400}}]}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authentication required, not authenticated/i,
      notSent: /./,
      explanation: 'Linear saw no credential.',
      seen: {
        sent: {},
        body: '{"errors":[{"message":"Authentication required, not authenticated","extensions":{"type":"authentication error","code":"AUTHENTICATION_ERROR","statusCode":401}}]}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + HINTED,
      says: /Authentication required, not authenticated/i,
      sent: /^authorization /,
      explanation:
        'The token is over, revoked or of another workspace; OAuth tokens last a day and are renewed with the refresh token.',
      seen: {
        sent: { Authorization: 'Bearer lin_oauth_abcdef' },
        body: '{"errors":[{"message":"Authentication required, not authenticated","extensions":{"type":"authentication error","code":"AUTHENTICATION_ERROR","statusCode":401}}]}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You don['’]t have permission|Forbidden.*(?:scope|role)|^\S*code: FORBIDDEN$/i,
      explanation: 'The token lacks the scope, or its user the role or the team.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer lin_oauth_abcdef' },
        body: '{"errors":[{"message":"You don\'t have permission to create issues","extensions":{"code":"FORBIDDEN","statusCode":403}}]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /^\S*code: RATELIMITED$|Rate limit exceeded/i,
      explanation: 'Linear counts requests and the complexity of queries.',
      seen: {
        status: 400,
        sent: { Authorization: 'Bearer lin_oauth_abcdef' },
        body: '{"errors":[{"message":"Rate limit exceeded","extensions":{"code":"RATELIMITED","statusCode":429}}]}',
      },
    },
  ],
});
