import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const url = 'https://openapi.etsy.com/v3/application/users/me';
const key = { 'x-api-key': 'vy3f8k2m9q1z7x5w4t6r0p' };

export const etsy = defineProvider({
  id: 'etsy',
  name: 'Etsy',
  category: 'commerce',
  address: url,
  hosts: /^(?:open)?api\.etsy\.com$/,
  sources: ['https://developers.etsy.com/documentation/essentials/authentication'],
  doors: ['field x-api-key', 'authorization bearer'],
  needs: [{ at: ['field x-api-key'], beside: 'authorization bearer' }],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key|API key not found|Shared secret is invalid/i,
      explanation:
        'x-api-key is the app’s keystring, since 2025 followed by a colon and the shared secret; an app that is not approved yet, or banned, has none.',
      seen: {
        status: 403,
        url,
        sent: key,
        body: '{"error":"API key not found or not active, or incorrect shared secret for API key."}',
      },
    },
    {
      cause: 'header-malformed',
      weight: PROVEN,
      says: /should be in the format 'keystring:shared_secret'/i,
      explanation: 'x-api-key is the app’s keystring, a colon and its shared secret; one half is not there.',
      seen: {
        status: 403,
        url,
        sent: key,
        body: '{"error":"Invalid API key: should be in the format \'keystring:shared_secret\'."}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /Shared secret is (?:required|missing)/i,
      explanation:
        'Since 2026 x-api-key holds the app’s keystring, a colon and its shared secret; the secret is not there.',
      seen: {
        status: 403,
        url,
        sent: key,
        body: '{"error":"Shared secret is required in x-api-key header."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /access token is expired/i,
      explanation: 'The access token lives an hour: renew it with the refresh token.',
      seen: {
        url,
        sent: { ...key, Authorization: 'Bearer 12345678.Zx81kQp07vTnE4sW' },
        body: '{"error":"invalid_token","error_description":"access token is expired"}',
      },
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /token (?:is )?malformed|access token must|missing user.?id/i,
      explanation: 'An Etsy access token begins with the user’s number and a dot; send it whole.',
      seen: {
        url,
        sent: { ...key, Authorization: 'Bearer Zx81kQp07vTnE4sW' },
        body: '{"error":"invalid_token","error_description":"token is malformed"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: PROVEN,
      says: /token is missing required scopes/i,
      explanation: 'The answer names the scope: let the shop’s owner grant it anew.',
      seen: {
        status: 403,
        url,
        sent: { ...key, Authorization: 'Bearer 12345678.Zx81kQp07vTnE4sW' },
        body: '{"error":"insufficient_scope","error_description":"token is missing required scopes: shops_r"}',
      },
    },
  ],
});
