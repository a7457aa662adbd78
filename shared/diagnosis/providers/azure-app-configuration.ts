import { HINTED, PROVEN, SUGGESTED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureAppConfiguration = defineProvider({
  id: 'azure-app-configuration',
  name: 'Azure App Configuration',
  category: 'cloud',
  address: 'https://contoso.azconfig.io/kv?api-version=1.0',
  hosts: /\.azconfig\.io$/,
  sources: ['https://learn.microsoft.com/en-us/azure/azure-app-configuration/rest-api-authentication-hmac'],
  doors: ['authorization hmac-sha256', 'authorization bearer'],
  signs: [
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      says: /Invalid Signature/i,
      explanation:
        'The HMAC over method, path with query, date, host and content hash differs, or the secret is not Base64-decoded first.',
      seen: {
        sent: {
          Authorization:
            'HMAC-SHA256 Credential=0-l0-s0:abc&SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=c2ln',
          'x-ms-date': 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        received: {
          'WWW-Authenticate':
            'HMAC-SHA256 error="invalid_token", error_description="Invalid Signature", Bearer',
        },
        body: '',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN + HINTED,
      says: /The access token has expired|x-ms-date is/i,
      sent: /^authorization authorization: hmac/i,
      explanation: 'The signed date is more than fifteen minutes off.',
      seen: {
        sent: {
          Authorization:
            'HMAC-SHA256 Credential=0-l0-s0:abc&SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=c2ln',
          'x-ms-date': 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        received: {
          'WWW-Authenticate':
            'HMAC-SHA256 error="invalid_token", error_description="The access token has expired", Bearer',
        },
        body: '',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /Invalid Credential/i,
      explanation: 'The store has no access key of that id.',
      seen: {
        sent: {
          Authorization:
            'HMAC-SHA256 Credential=0-l0-s0:abc&SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=c2ln',
          'x-ms-date': 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        received: {
          'WWW-Authenticate':
            'HMAC-SHA256 error="invalid_token", error_description="Invalid Credential", Bearer',
        },
        body: '',
      },
    },
    {
      cause: 'token-rejected',
      weight: SUGGESTED,
      code: ['InvalidAuthenticationToken'],
      explanation: 'The token is not taken.',
    },
  ],
});
