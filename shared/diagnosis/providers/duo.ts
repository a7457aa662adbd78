import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const duo = defineProvider({
  id: 'duo',
  name: 'Duo',
  category: 'identity',
  address: 'https://api-1a2b3c4d.duosecurity.com/admin/v1/users',
  hosts: /\.duosecurity\.com$/,
  sources: [
    'https://duo.com/docs/adminapi',
    'https://community.duo.com/t/40102-invalid-integration-key-in-request-credentials/1452',
    'https://community.duo.com/t/auth-v2-auth-giving-a-40103-but-auth-v2-preauth-working-fine/8371',
  ],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      code: ['40102'],
      says: /Invalid integration key/i,
      explanation:
        'Duo does not know the integration key at this API host: each application has keys and a host of its own, and an Auth API key does not open the Admin API.',
      seen: {
        status: 401,
        sent: {
          Authorization: 'Basic RElXSjhYNkFFWU9SNU9NQzZUUTE6MmQ5N2Q2MTY2MzE5Nzgx',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"code":40102,"message":"Invalid integration key in request credentials","stat":"FAIL"}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      code: ['40103'],
      says: /Invalid signature in request credentials/i,
      explanation:
        'Duo computes another signature: parameters must be sorted and percent-encoded, the host in lower case, the signature in hexadecimal.',
      seen: {
        status: 401,
        sent: {
          Authorization: 'Basic RElXSjhYNkFFWU9SNU9NQzZUUTE6MmQ5N2Q2MTY2MzE5Nzgx',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"code":40103,"message":"Invalid signature in request credentials","stat":"FAIL"}',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + HINTED,
      code: ['40105', '40104'],
      says: /Bad request timestamp|Missing or invalid date/i,
      explanation: 'Date must be the very text that was signed, and within five minutes of Duo’s clock.',
      seen: {
        status: 401,
        sent: {
          Authorization: 'Basic RElXSjhYNkFFWU9SNU9NQzZUUTE6MmQ5N2Q2MTY2MzE5Nzgx',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"code":40105,"message":"Bad request timestamp","stat":"FAIL"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['40101'],
      says: /Missing request credentials/i,
      notSent: /^authorization /,
      explanation: 'The request carries no signature.',
      seen: {
        status: 401,
        sent: {},
        body: '{"code":40101,"message":"Missing request credentials","stat":"FAIL"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['40301', '40302', '40303', '40304'],
      says: /Access forbidden|Wrong integration type/i,
      explanation: 'The application’s type or its granted permissions do not include this call.',
      seen: {
        status: 403,
        sent: {
          Authorization: 'Basic RElXSjhYNkFFWU9SNU9NQzZUUTE6MmQ5N2Q2MTY2MzE5Nzgx',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"code":40301,"message":"Access forbidden","message_detail":"Wrong integration type for this API.","stat":"FAIL"}',
      },
    },
  ],
});
