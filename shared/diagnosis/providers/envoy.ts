import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const envoy = defineProvider({
  id: 'envoy',
  name: 'Envoy and Istio',
  category: 'proxy',
  address: 'https://mesh.example.com/orders',
  fields: [['server', /istio-envoy|envoy/i], ['x-envoy-*']],
  body: /Jwt (?:is|issuer|verification|header)|RBAC: access denied|Audiences in Jwt|Jwks /,

  sources: ['https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter'],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found|Jwt is missing|Missing API key|Missing JWT token|subscription key/i,
      notSent: /./,
      explanation: 'The gateway saw no credential.',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Jwt issuer is not configured|No credentials found for given 'iss'/i,
      explanation: 'No issuer of that name is set up in the gateway.',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /Audiences in Jwt are not allowed/i,
      explanation: 'The gateway allows other audiences.',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt is expired|token expired/i,
      explanation: 'The gateway compared exp with its clock.',
    },
    {
      cause: 'token-not-yet-valid',
      weight: STATED,
      says: /Jwt not yet valid/i,
      explanation: 'The gateway compared nbf with its clock.',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Jwt verification fails|Jwks doesn't have key to match|Invalid signature/i,
      explanation: 'The gateway’s keys do not fit the token.',
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Jwks remote fetch is failed|Jwks doesn't have/i,
      explanation: 'The gateway could not fetch the issuer’s keys.',
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
  ],
});
