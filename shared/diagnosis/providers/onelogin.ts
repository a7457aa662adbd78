import { HINTED, PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const onelogin = defineProvider({
  id: 'onelogin',
  name: 'OneLogin',
  category: 'identity',
  address: 'https://api.us.onelogin.com/api/2/users',
  hosts: /\.onelogin\.com$/,
  body: /^\s*\{"message"\s*:\s*"[^"]*"\s*,\s*"name"\s*:\s*"UnauthorizedError"\s*,\s*"statusCode"/,
  sources: ['https://blog.serverworks.co.jp/onelogin-api-v2-401-unauthorized-error'],
  signs: [
    {
      cause: 'header-malformed',
      weight: PROVEN + HINTED,
      sent: /^authorization authorization: bearer:/i,
      status: [401, 400],
      explanation:
        'OneLogin’s first API takes “bearer:” and the token without a space; the second one takes Bearer, a space and the token as in RFC 6750 only.',
      seen: {
        status: 401,
        sent: { Authorization: 'bearer:Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G' },
        body: '{"message":"Unauthorized","name":"UnauthorizedError","statusCode":401}',
      },
    },
    {
      cause: 'token-rejected',
      weight: TOLD,
      code: ['UnauthorizedError'],
      sent: /^authorization authorization: bearer /i,
      explanation:
        'OneLogin does not know the token: ten hours old, withdrawn, or of the other region (us, eu).',
      seen: { status: 401, body: '{"message":"Unauthorized","name":"UnauthorizedError","statusCode":401}' },
    },
    {
      cause: 'client-authentication-failed',
      weight: STATED,
      says: /Authentication Failure/i,
      path: /\/auth\/oauth2/,
      explanation: 'OneLogin does not know client id and secret in this region.',
      seen: {
        url: 'https://api.us.onelogin.com/auth/oauth2/v2/token',
        posted: 'grant_type=client_credentials',
        sent: { Authorization: 'Basic YXBwOnNlY3JldA==' },
        body: '{"status":{"error":true,"code":401,"type":"Unauthorized","message":"Authentication Failure"}}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /Insufficient Permission/i,
      explanation: 'The API credential pair was made with a smaller scope than the call needs.',
      seen: {
        status: 401,
        body: '{"status":{"error":true,"code":401,"type":"Unauthorized","message":"Insufficient Permission"}}',
      },
    },
    {
      cause: 'mfa-required',
      weight: STATED,
      says: /MFA is required for this user/i,
      explanation: 'The login needs the factor as a second call.',
      seen: {
        status: 401,
        sent: {},
        body: '{"status":{"type":"success","code":200,"message":"MFA is required for this user","error":false}}',
      },
    },
  ],
});
