import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const token = {
  Authorization: 'token k3vx8rm2ztq6bwy1:Zx81kQp07vTnE4sWc2RbYh6LmU9aDf3G',
  'X-Kite-Version': '3',
};
const seen = (message: string, error_type: string) => ({
  status: 403,
  sent: token,
  body: JSON.stringify({ status: 'error', message, data: null, error_type }),
});

export const zerodhaKite = defineProvider({
  id: 'zerodha-kite',
  name: 'Zerodha Kite',
  category: 'trading',
  address: 'https://api.kite.trade/user/profile',
  hosts: /^(?:api\.kite\.trade|kite\.zerodha\.com)$/,
  body: /"error_type"\s*:\s*"(?:TokenException|TwoFAException|UserException|PermissionException)"/,
  misleads: [
    {
      says: '403 TokenException',
      means: 'Kite says 403 where others say 401: the access token ends each morning at six.',
    },
  ],
  sources: ['https://kite.trade/docs/connect/v3/exceptions/', 'https://kite.trade/docs/connect/v3/user/'],
  signs: [
    {
      cause: 'token-expired',
      weight: PROVEN + PROVEN,
      says: /Token is invalid or has expired/i,
      path: /session\/token/,
      explanation: 'A request_token is good once and for a few minutes.',
      seen: {
        status: 403,
        url: 'https://api.kite.trade/session/token',
        sent: { 'X-Kite-Version': '3' },
        posted:
          'api_key=k3vx8rm2ztq6bwy1&request_token=Zx81&checksum=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        body: '{"status":"error","message":"Token is invalid or has expired.","data":null,"error_type":"TokenException"}',
      },
    },
    {
      cause: 'token-rejected',
      weight: PROVEN + PROVEN,
      says: /Incorrect `api_key` or `access_token`/i,
      explanation:
        'The access token ended in the morning, at a new login elsewhere, or belongs to another api_key.',
      seen: seen('Incorrect `api_key` or `access_token`.', 'TokenException'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /Invalid `checksum`/i,
      explanation: 'checksum is the SHA-256 of api_key, request_token and api_secret, joined.',
      seen: {
        status: 403,
        url: 'https://api.kite.trade/session/token',
        sent: { 'X-Kite-Version': '3' },
        posted:
          'api_key=k3vx8rm2ztq6bwy1&request_token=Zx81&checksum=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
        body: '{"status":"error","message":"Invalid `checksum`.","data":null,"error_type":"TokenException"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: PROVEN,
      says: /Insufficient permission for that call/i,
      explanation: 'The app has no subscription to this interface.',
      seen: seen('Insufficient permission for that call.', 'PermissionException'),
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      says: /error_type: TwoFAException/i,
      explanation: 'The login wants its second factor.',
      seen: seen('Invalid TOTP', 'TwoFAException'),
    },
  ],
});
