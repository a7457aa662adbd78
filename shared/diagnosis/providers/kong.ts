import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kong = defineProvider({
  id: 'kong',
  name: 'Kong Gateway',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  fields: [['x-kong-*'], ['server', /kong/i]],
  challenge: /^(key|basic|bearer) ?.*kong/i,
  body: /no Route matched/,

  sources: ['https://developer.konghq.com/plugins/key-auth/'],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /no Route matched/i,
      explanation: 'The gateway knows no route for host and path.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found|Jwt is missing|Missing API key|Missing JWT token|subscription key/i,
      notSent: /./,
      explanation: 'The gateway saw no credential.',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /No API key found|due to missing subscription key/i,
      sent: /^(authorization|field|query) /,
      explanation: 'The gateway looks for the key in another field or parameter.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|due to invalid subscription key/i,
      explanation: 'The gateway does not know the key.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Jwt issuer is not configured|No credentials found for given 'iss'/i,
      explanation: 'No issuer of that name is set up in the gateway.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt is expired|token expired/i,
      explanation: 'The gateway compared exp with its clock.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Jwt verification fails|Jwks doesn't have key to match|Invalid signature/i,
      explanation: 'The gateway’s keys do not fit the token.',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Jwt is not in the form of|Jwt header is an invalid JSON|Bad token/i,
      explanation: 'What stands behind Bearer is not a JWT.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /RBAC: access denied|You cannot consume this service/i,
      explanation: 'A policy of the gateway or mesh refuses the identity.',
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Your IP address is not allowed/i,
      explanation: 'The gateway’s list does not hold this address.',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /HMAC signature cannot be verified, a valid (?:x-)?date/i,
      explanation: 'The signed date is missing or too far off.',
    },
  ],
});
