import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

const client = {
  client_id: 'a1b2c3d4e5f6478899aabbccddeeff00',
  client_secret: '7F9c1B2a9D8e7F6a5B4c3D2e1F0a9B8c',
};

export const mulesoft = defineProvider({
  id: 'mulesoft',
  name: 'MuleSoft Anypoint',
  category: 'gateway',
  address: 'https://anypoint.mulesoft.com/accounts/api/me',
  hosts: /(^|\.)(?:anypoint\.mulesoft\.com|cloudhub\.io)$/,
  fields: [['www-authenticate', /mule-realm|Client-ID-Enforcement/i]],
  body: /"error"\s*:\s*"(?:Invalid [Cc]lient(?: id or secret)?|Authentication Attempt Failed|Unable to retrieve client_id from message)"|violates? the policy/,
  sources: [
    'https://docs.mulesoft.com/gateway/latest/policies-included-client-id-enforcement',
    'https://docs.mulesoft.com/gateway/latest/policies-included-jwt-validation',
  ],
  doors: [
    'authorization bearer',
    'authorization basic',
    'field client_id',
    'field client_secret',
    'query client_id',
    'query client_secret',
  ],
  lives: { seconds: 3_600, ends: 'token-expired' },
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN,
      says: /Unable to retrieve client_id from message|Authentication Attempt Failed/i,
      notSent: /client_id|^authorization /i,
      explanation:
        'The gateway’s client id policy found none where it looks: by default in the fields client_id and client_secret, or in Basic.',
      seen: { sent: {}, body: '{"error":"Authentication Attempt Failed"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: PROVEN,
      says: /^error: Invalid [Cc]lient(?: id or secret)?$|Authentication Attempt Failed/i,
      explanation:
        'The application has no approved contract with this API in this environment, or its secret was reset.',
      seen: { sent: client, body: '{"error":"Invalid client id or secret"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /JWT Token is expired/i,
      explanation: 'The gateway’s policy found the token’s exp in the past.',
      seen: {
        received: { 'WWW-Authenticate': 'Bearer realm="mule-realm"' },
        body: '{"error":"JWT Token is expired."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Quota has been exceeded/i,
      explanation: 'The contract’s tier allows fewer calls in this time.',
      seen: {
        status: 429,
        sent: client,
        url: 'https://acme.us-e2.cloudhub.io/api/x',
        body: '{"error":"Quota has been exceeded"}',
      },
    },
  ],
});
