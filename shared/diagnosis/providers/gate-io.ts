import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const signed = {
  KEY: '8f0c1b2a9d8e7f6a5b4c3d2e1f0a9b8c',
  Timestamp: '1700049600',
  SIGN: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a089f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
};
const seen = (status: number, label: string, message: string) => ({
  status,
  sent: signed,
  body: JSON.stringify({ label, message }),
});

export const gateIo = defineProvider({
  id: 'gate-io',
  name: 'Gate',
  category: 'trading',
  address: 'https://api.gateio.ws/api/v4/spot/accounts',
  hosts: /^(?:api|fx-api)(?:-testnet)?\.gate(?:io\.ws|api\.io|\.io)$/,
  testHosts: /testnet/,
  body: /"label"\s*:\s*"(?:INVALID_KEY|INVALID_SIGNATURE|REQUEST_EXPIRED|MISSING_REQUIRED_HEADER)"/,
  sources: ['https://www.gate.com/docs/developers/apiv4/en/#error-handling'],
  doors: ['field key', 'field sign'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['INVALID_KEY', 'INVALID_CREDENTIALS'],
      explanation:
        'No such key: deleted, of the test network, or over after ninety days without a bound address.',
      seen: seen(401, 'INVALID_KEY', 'Invalid key provided'),
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + STATED,
      code: ['INVALID_SIGNATURE'],
      explanation:
        'Signed is: method, path, query, SHA-512 of the body and the timestamp, on five lines; the query as it is sent.',
      seen: seen(401, 'INVALID_SIGNATURE', 'Signature mismatch'),
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + STATED,
      code: ['REQUEST_EXPIRED', 'INVALID_TIMESTAMP'],
      explanation: 'The timestamp is in seconds and may be a minute off.',
      seen: seen(403, 'REQUEST_EXPIRED', 'gap between request Timestamp and server time exceeds 60'),
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN + STATED,
      says: /(?:Request )?IP not in whitelist/i,
      explanation: 'The key lists addresses, and the answer names the one that called.',
      seen: seen(403, 'FORBIDDEN', 'Request IP not in whitelist: 203.0.113.9'),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['READ_ONLY'],
      says: /^message: Request API key does not have \w+ permission/i,
      explanation: 'The key was made without this right.',
      seen: seen(403, 'FORBIDDEN', 'Request API key does not have spot permission'),
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      code: ['MISSING_REQUIRED_HEADER'],
      explanation: 'KEY, Timestamp and SIGN belong together.',
      seen: {
        ...seen(401, 'MISSING_REQUIRED_HEADER', 'Missing required header: Timestamp'),
        sent: { KEY: signed.KEY, SIGN: signed.SIGN },
      },
    },
  ],
});
