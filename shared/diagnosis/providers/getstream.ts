import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://us-east-api.stream-io-api.com/api/v1.0/feed/timeline/kim/?limit=10&api_key=hmwext26344q';
const sent = {
  Authorization:
    'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJ1c2VyX2lkIjoia2ltIn0.fg1c3TDXi2yqGWCWmljOQgGM3NdgjZwFRw9Q_bK5mTA',
  'stream-auth-type': 'jwt',
};
const seen = (code: number, detail: string, fields: Readonly<Record<string, string>> = sent, at = url) => ({
  status: code === 17 ? 403 : 401,
  url: at,
  sent: fields,
  body: JSON.stringify({
    detail,
    status_code: 401,
    code,
    exception: 'AuthenticationFailed',
    duration: '0.10ms',
    more_info: 'https://getstream.io/docs/api_error_responses',
  }),
});

export const getstream = defineProvider({
  id: 'getstream',
  name: 'Stream (GetStream.io)',
  category: 'messaging',
  address: url,
  hosts: /(?:^|\.)stream-io-api\.com$|^[\w-]+\.getstream\.io$/,
  sends: ['stream-auth-type', 'x-stream-client'],
  body: /getstream\.io\/[\w/-]*docs\/api_error/,
  sources: [
    'https://getstream.io/chat/docs/node/api_errors_response/',
    'https://github.com/GetStream/stream-java/issues/84',
    'https://github.com/GetStream/stream-feed-flutter/issues/117',
  ],
  doors: ['authorization', 'authorization bearer', 'query api_key'],
  bare: true,
  needs: [{ at: ['query api_key'], beside: 'authorization' }],
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN + STATED,
      says: /api_key is missing|api_key not (?:provided|found)/i,
      explanation: 'Every call carries the application’s key as the parameter api_key, beside the token.',
      seen: seen(2, 'api_key is missing', sent, 'https://api.stream-io-api.com/api/v1.0/user/?api_key='),
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^code: 40$/,
      explanation: 'The user’s token is over: sign another at the server.',
      seen: seen(40, 'JWTAuth error: token is expired (exp)'),
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /^code: 4[12]$/,
      explanation:
        'The token begins later than Stream’s clock has it: the clock of the server that signs is ahead.',
      seen: seen(42, 'JWTAuth error: token used before issue at (iat)'),
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /^code: 43$/,
      explanation: 'The token was signed with the secret of another application.',
      seen: seen(43, 'JWTAuth error: signature is invalid'),
    },
    {
      cause: 'token-malformed',
      weight: PROVEN + STATED,
      says: /token contains an invalid number of segments/i,
      explanation:
        'What stands in Authorization is no signed token: mostly an object that was written as text.',
      seen: seen(17, 'token contains an invalid number of segments', { ...sent, Authorization: 'kim' }),
    },
  ],
});
