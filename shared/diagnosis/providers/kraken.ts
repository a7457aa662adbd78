import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kraken = defineProvider({
  id: 'kraken',
  name: 'Kraken',
  category: 'trading',
  address: 'https://api.kraken.com/0/private/Balance',
  hosts: /(^|\.)kraken\.com$/,
  sources: [
    'https://docs.kraken.com/exchange/guides/general/errors',
    'https://docs.kraken.com/exchange/guides/rest/authentication',
    'https://support.kraken.com/articles/360001491786-api-error-messages',
  ],
  doors: ['field api-key', 'field api-sign', 'field apikey', 'field authent'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /EAPI:Invalid key/i,
      explanation: 'Kraken does not know the key: mistyped, deleted, or limited to other addresses.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1700049600000',
        body: '{"error":["EAPI:Invalid key"]}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /EGeneral:Permission denied/i,
      explanation: 'The key’s own permissions do not cover the call.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1700049600000',
        body: '{"error":["EGeneral:Permission denied"]}',
      },
    },
    {
      cause: 'nonce-stale',
      weight: STATED,
      says: /EAPI:Invalid nonce/i,
      explanation:
        'Each request must carry a larger nonce than the one before, as a parameter that is signed; threads need keys of their own or a nonce window.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1',
        body: '{"error":["EAPI:Invalid nonce"]}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /EAPI:Invalid signature/i,
      explanation:
        'API-Sign is HMAC-SHA512 with the Base64-decoded secret over the path and SHA-256 of nonce and body.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1700049600000',
        body: '{"error":["EAPI:Invalid signature"]}',
      },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /EGeneral:Temporary lockout/i,
      explanation:
        'After several invalid keys Kraken shuts the account’s API for some minutes; stop and wait.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1700049600000',
        body: '{"error":["EGeneral:Temporary lockout"]}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /EAPI:Rate limit exceeded/i,
      explanation: 'Kraken counts calls of the key.',
      seen: {
        status: 200,
        sent: { 'API-Key': 'abc', 'API-Sign': 'def' },
        posted: 'nonce=1700049600000',
        body: '{"error":["EAPI:Rate limit exceeded"]}',
      },
    },
  ],
});
