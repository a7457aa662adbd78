import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const coinbase = defineProvider({
  id: 'coinbase',
  name: 'Coinbase',
  category: 'trading',
  address: 'https://api.exchange.coinbase.com/accounts',
  hosts: /(^|\.)coinbase\.com$/,
  testHosts: /sandbox/,
  sources: [
    'https://docs.cdp.coinbase.com/exchange/rest-api/authentication',
    'https://docs.cdp.coinbase.com/prime/rest-api/authentication',
    'https://github.com/coinbase/coinbase-php/issues/65',
  ],
  doors: [
    'authorization bearer',
    'field cb-access-key',
    'field cb-access-sign',
    'field cb-access-passphrase',
  ],
  signs: [
    {
      cause: 'scheme-mismatch',
      weight: PROVEN + HINTED,
      status: [401],
      sent: /^field cb-access-key: organizations\//,
      explanation:
        'A key that is called organizations/…/apiKeys/… signs a JWT (ES256 or EdDSA) that goes behind Bearer, a new one for each request; CB-ACCESS-SIGN belongs to the keys before it.',
      seen: {
        url: 'https://api.coinbase.com/api/v3/brokerage/accounts',
        sent: { 'CB-ACCESS-KEY': 'organizations/1/apiKeys/2', 'CB-ACCESS-SIGN': 'def' },
        body: 'Unauthorized',
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /request timestamp expired|invalid timestamp/i,
      explanation: 'CB-ACCESS-TIMESTAMP is in seconds and may be thirty of them off.',
      seen: {
        sent: { 'CB-ACCESS-KEY': 'abc', 'CB-ACCESS-SIGN': 'def', 'CB-ACCESS-TIMESTAMP': '1700049600' },
        body: '{"message":"request timestamp expired"}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid (?:API key|passphrase)/i,
      explanation:
        'Coinbase does not know the key, or the passphrase is not the one chosen for it; sandbox and live each have their own.',
      seen: {
        sent: { 'CB-ACCESS-KEY': 'abc', 'CB-ACCESS-SIGN': 'def', 'CB-ACCESS-TIMESTAMP': '1700049600' },
        body: '{"message":"Invalid API Key"}',
      },
    },
    {
      cause: 'signature-mismatch',
      weight: PROVEN + HINTED,
      says: /invalid signature/i,
      explanation:
        'The signature is over timestamp, method, path with query, and body, with the Base64-decoded secret.',
      seen: {
        sent: { 'CB-ACCESS-KEY': 'abc', 'CB-ACCESS-SIGN': 'def', 'CB-ACCESS-TIMESTAMP': '1700049600' },
        body: '{"message":"invalid signature"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not (?:allowed|whitelisted)/i,
      explanation: 'The key lists other addresses.',
      seen: { status: 403, sent: { 'CB-ACCESS-KEY': 'abc' }, body: '{"message":"IP not allowed"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      code: ['expired_token'],
      explanation: 'An OAuth token lasts an hour; refresh it.',
      seen: '{"errors":[{"id":"expired_token","message":"The access token expired"}]}',
    },
    {
      cause: 'token-revoked',
      weight: PROVEN,
      code: ['revoked_token'],
      explanation: 'The user disconnected the app.',
      seen: '{"errors":[{"id":"revoked_token","message":"The access token was revoked"}]}',
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      code: ['invalid_scope'],
      explanation: 'The user has not granted the scope.',
      seen: { status: 403, body: '{"errors":[{"id":"invalid_scope","message":"Invalid scope"}]}' },
    },
    {
      cause: 'mfa-required',
      weight: PROVEN,
      code: ['two_factor_required'],
      explanation: 'Send the code in CB-2FA-TOKEN.',
      seen: {
        status: 402,
        body: '{"errors":[{"id":"two_factor_required","message":"Two-step verification code required to complete this request"}]}',
      },
    },
  ],
});
