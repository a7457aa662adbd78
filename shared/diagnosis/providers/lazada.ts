import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url =
  'https://api.lazada.sg/rest/orders/get?app_key=100132&timestamp=1700049600000&sign_method=sha256&access_token=50000&sign=9F86D081884C7D659A2FEAA0C55AD015A3BF4F1B2B0B822CD15D6C15B0F00A08';
const seen = (code: string, message: string) => ({
  status: 200,
  url,
  sent: {},
  received: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ code, type: 'ISV', message, request_id: '8f0c' }),
});

export const lazada = defineProvider({
  id: 'lazada',
  name: 'Lazada and AliExpress',
  category: 'commerce',
  address: url,
  hosts: /^(?:api|auth)\.lazada\.\w+(?:\.\w+)?$|^api-sg\.aliexpress\.com$/,
  body: /"type"\s*:\s*"IS[VP]"/,
  misleads: [
    {
      says: '200',
      means: 'The gateway answers 200 to all; the code in the body is the answer, "0" alone is good.',
    },
  ],
  sources: ['https://open.lazada.com/apps/doc/doc?nodeId=10455&docId=108069'],
  doors: ['query access_token', 'query app_key', 'query sign'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      says: /^code: IncompleteSignature$|does not conform to (?:\w+ )?(?:platform )?standards/i,
      explanation:
        'The sign is an HMAC-SHA256 with the app’s secret, upper-case hexadecimal, over the path and all parameters sorted by name.',
      seen: seen('IncompleteSignature', 'The request signature does not conform to lazada standards'),
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /^code: IllegalAccessToken$|access token is invalid or expired/i,
      explanation: 'The seller’s token is over or of another country: renew it with the refresh token.',
      seen: seen('IllegalAccessToken', 'The specified access token is invalid or expired'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^code: (?:InvalidAppKey|AppNotFound|MissingAppKey)$/,
      explanation: 'The gateway does not know this app key.',
      seen: seen('InvalidAppKey', 'The specified app key is invalid'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /^code: (?:IllegalTimestamp|InvalidTimestamp)$/,
      explanation: 'The timestamp is in milliseconds and may be two hours off.',
      seen: seen('IllegalTimestamp', 'The specified timestamp is invalid'),
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /^code: (?:InsufficientPermission|ApiNotAllowed|AppNoPermission)$/,
      explanation: 'The app’s category holds no right to this interface.',
      seen: seen('InsufficientPermission', 'App does not have permission to access this api'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /^code: AppWhiteIpLimit$/,
      explanation: 'The app lists the addresses from which it may call.',
      seen: seen('AppWhiteIpLimit', 'Source ip is not in the white list'),
    },
  ],
});
