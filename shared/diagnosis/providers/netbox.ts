import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const netbox = defineProvider({
  id: 'netbox',
  name: 'NetBox',
  category: 'observability',
  address: 'https://acme.cloud.netboxapp.com/api/dcim/devices/',
  hosts: /(^|\.)netboxapp\.com$|(^|\.)netbox\.dev$/,
  body: /"detail":"(?:Invalid v[12] token|Source IP \S+ is not permitted|Client IP address could not be determined|Token (?:expired|disabled)"|Token is read-only)/,
  sources: [
    'https://netboxlabs.com/docs/netbox/integrations/rest-api/#authentication',
    'https://github.com/netbox-community/netbox/blob/main/netbox/netbox/api/authentication.py',
  ],
  misleads: [
    {
      says: '403 with “Invalid token”',
      means: 'NetBox refuses unknown tokens with 403; permissions come later.',
    },
  ],
  doors: ['authorization token', 'authorization bearer'],
  signs: [
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /Invalid v[12] token/i,
      explanation:
        'NetBox has no such token. A token of version 2 begins with nbt_ and goes behind Bearer, one of version 1 behind Token.',
      seen: {
        status: 403,
        sent: { Authorization: 'Token 0123456789abcdef0123456789abcdef01234567' },
        body: '{"detail":"Invalid v1 token"}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: PROVEN,
      says: /Source IP \S+ is not permitted/i,
      explanation: 'The token lists the networks from which it may be used.',
      seen: {
        status: 403,
        body: '{"detail":"Source IP 203.0.113.7 is not permitted to authenticate using this token."}',
      },
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Client IP address could not be determined/i,
      explanation:
        'The token is bound to addresses, and the proxy before NetBox does not pass on whose request it is.',
      seen: {
        status: 403,
        body: '{"detail":"Client IP address could not be determined for validation. Check that the HTTP server is correctly configured to pass the required header(s)."}',
      },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /^detail: Token expired/i,
      explanation: 'The token’s end date has passed.',
      seen: { status: 403, body: '{"detail":"Token expired"}' },
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /^detail: (?:User inactive|Token disabled)/i,
      explanation: 'The user behind the token, or the token itself, is switched off.',
      seen: { status: 403, body: '{"detail":"Token disabled"}' },
    },
  ],
});
