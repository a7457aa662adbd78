import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const key = { 'X-Cybozu-API-Token': 'k7MZ1QeF4vT0yWmDpE3sRjLu2xGhN9aB' };
const seen = (status: number, code: string, message: string) => ({
  status,
  sent: key,
  body: JSON.stringify({ code, id: 'lzQPJ1hkW3Aj4iVebWCG', message }),
});

export const kintone = defineProvider({
  id: 'kintone',
  name: 'kintone',
  category: 'productivity',
  address: 'https://example.cybozu.com/k/v1/records.json',
  hosts: /\.(?:cybozu\.(?:com|cn)|kintone\.com)$/,
  fields: [['x-cybozu-error']],
  body: /"code":\s*"(?:GAIA|CB)_[A-Z]{2}\d{2}"/,
  sources: [
    'https://kintone.dev/en/docs/kintone/rest-api/authentication/',
    'https://cybozu.dev/ja/kintone/docs/rest-api/overview/authentication/',
  ],
  doors: [
    'field x-cybozu-api-token',
    'field x-cybozu-authorization',
    'authorization basic',
    'authorization bearer',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['GAIA_IA02'],
      explanation:
        'No app has this API token: it is made in an app’s settings and holds only after the app was updated.',
      seen: seen(
        400,
        'GAIA_IA02',
        'The specified API token does not match the API token generated via an app.',
      ),
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['GAIA_NO01'],
      explanation:
        'The API token was made for another app, or without the permission that this call needs; some calls take no API token at all.',
      seen: seen(403, 'GAIA_NO01', 'Using this API token, you cannot run the specified API.'),
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['CB_WA01'],
      explanation:
        'Login name and password in X-Cybozu-Authorization do not fit; a user with two-factor login or SAML alone has no password there.',
      seen: {
        status: 401,
        sent: { 'X-Cybozu-Authorization': 'dXNlcjpwYXNzd29yZA==' },
        body: '{"code":"CB_WA01","id":"b7","message":"Password authentication failed."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['CB_AU01'],
      explanation: 'kintone saw neither token, password nor session.',
      seen: { status: 401, sent: {}, body: '{"code":"CB_AU01","id":"b7","message":"Please login."}' },
    },
    {
      cause: 'token-rejected',
      weight: STATED,
      code: ['CB_OA01'],
      explanation: 'The OAuth access token is over or not known.',
      seen: {
        status: 401,
        sent: { Authorization: 'Bearer 9f40c5eecf0ac6f0e2d0ef9c4b07a0a1' },
        body: '{"code":"CB_OA01","id":"b7","message":"The access token is invalid."}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['CB_NO02'],
      explanation: 'The user has no right for this app or record.',
      seen: seen(403, 'CB_NO02', 'No privilege to proceed.'),
    },
  ],
});
