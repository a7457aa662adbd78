import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const casdoor = defineProvider({
  id: 'casdoor',
  name: 'Casdoor',
  category: 'identity',
  address: 'https://door.casdoor.com/api/get-users',
  hosts: /(?:^|\.)casdoor\.(?:com|org)$/,
  body: /"status"\s*:\s*"error",\s*"msg"\s*:\s*"(?:Unauthorized operation|Access token (?:doesn't exist|has expired)|Please login first|The user is forbidden to sign in|DPoP proof)/,
  sources: [
    'https://github.com/casdoor/casdoor/blob/master/routers/auto_signin_filter.go',
    'https://github.com/casdoor/casdoor/blob/master/routers/authz_filter.go',
  ],
  doors: [
    'authorization bearer',
    'authorization basic',
    'query accesstoken',
    'query access_token',
    'query clientid',
    'query accesskey',
    'query username',
  ],
  signs: [
    {
      cause: 'token-revoked',
      weight: STATED,
      says: /Access token doesn't exist/i,
      explanation:
        'Casdoor looks the token up in its own table: it was withdrawn, or another Casdoor signed it.',
      seen: {
        status: 403,
        body: '{"status":"error","msg":"Access token doesn\'t exist in database","data":null}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Access token has expired, expireTime = /i,
      explanation: 'The token’s time is over; the answer names its end.',
      seen: '{"status":"error","msg":"Access token has expired, expireTime = 2023-11-14T10:00:00Z","data":null}',
    },
    {
      cause: 'account-unusable',
      weight: PROVEN,
      says: /user is forbidden to sign in/i,
      explanation: 'The user was forbidden or deleted after the token was issued.',
      seen: '{"status":"error","msg":"The user is forbidden to sign in, please contact the administrator","data":null}',
    },
    {
      cause: 'sender-constraint-failed',
      weight: PROVEN,
      says: /^msg: DPoP proof/i,
      explanation: 'The token is bound to a key, and no fitting proof came in DPoP.',
      seen: '{"status":"error","msg":"DPoP proof header required for DPoP-bound access token","data":null}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /^msg: Please login first/i,
      notSent: /./,
      explanation: 'Neither a session’s cookie nor a token nor the application’s id and secret came.',
      seen: { status: 200, sent: {}, body: '{"status":"error","msg":"Please login first","data":null}' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /^msg: Unauthorized operation/i,
      explanation:
        'Whoever asks, or nobody, may not do this to that object: only the organisation’s administrator may.',
      seen: {
        status: 403,
        body: '{"status":"error","msg":"Unauthorized operation","data":null}',
      },
    },
  ],
});
