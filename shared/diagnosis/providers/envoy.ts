import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const envoy = defineProvider({
  id: 'envoy',
  name: 'Envoy and Istio',
  category: 'proxy',
  address: 'https://mesh.example.com/orders',
  fields: [['server', /istio-envoy|^envoy/i], ['x-envoy-*']],
  body: /^(?:Jwt |Jwks |Audiences in Jwt|RBAC: access denied|OAuth flow failed)/,
  misleads: [
    {
      says: 'RBAC: access denied',
      means: 'The policy refused; in Istio that is also the answer to a request without any token.',
    },
  ],
  sources: [
    'https://www.envoyproxy.io/docs/envoy/latest/configuration/http/http_filters/jwt_authn_filter',
    'https://github.com/google/jwt_verify_lib/blob/master/src/status.cc',
    'https://istio.io/latest/docs/reference/config/security/request_authentication/',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Jwt is missing/i,
      notSent: /^authorization /,
      explanation:
        'Envoy looks for a JWT in Authorization: Bearer or the parameter access_token and saw none.',
      seen: 'Jwt is missing',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: TOLD,
      says: /Jwt is missing/i,
      sent: /^(field|cookie|query) /,
      notSent: /^authorization /,
      explanation: 'Envoy’s filter reads only the places that its provider names.',
      seen: {
        sent: { 'X-Auth-Token': 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ1MSJ9.c2ln' },
        body: 'Jwt is missing',
      },
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /Jwt issuer is not configured/i,
      explanation:
        'No provider of this proxy has the token’s iss; the text must be the same letter by letter, down to a final slash.',
      seen: 'Jwt issuer is not configured',
    },
    {
      cause: 'token-audience-mismatch',
      weight: PROVEN,
      says: /Audiences in Jwt are not allowed/i,
      explanation: 'The token’s aud is not on the provider’s list of audiences.',
      seen: 'Audiences in Jwt are not allowed',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /Jwt is expired/i,
      explanation: 'Envoy compared exp with its clock, allowing a minute.',
      seen: 'Jwt is expired',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /Jwt not yet valid/i,
      explanation: 'Envoy compared nbf with its clock, allowing a minute.',
      seen: 'Jwt not yet valid',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /Jwt verification fails|Jwks doesn't have key to match|Jwt header \[alg\] is not supported|signature is wrong length/i,
      explanation:
        'None of the issuer’s keys that the proxy holds fits: changed keys, another environment’s issuer, or an algorithm that it does not know.',
      seen: 'Jwt verification fails',
    },
    {
      cause: 'server-misconfigured',
      weight: PROVEN,
      says: /Jwks remote fetch is failed|Jwks doesn't have any valid public key|Jwks (?:kid|alg|e|n|x|y) is|Failed to fetch jwks/i,
      explanation: 'The proxy could not fetch or read the issuer’s keys; every token fails until it can.',
      seen: 'Jwks remote fetch is failed',
    },
    {
      cause: 'token-malformed',
      weight: PROVEN,
      says: /Jwt is not in the form of|Jwt (?:header|payload) is an invalid|Jwt (?:header|payload) \[\w+\] field/i,
      explanation: 'What stands behind Bearer is not a JWT: an opaque token, or one cut short.',
      seen: 'Jwt is not in the form of Header.Payload.Signature with two dots and 3 sections',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /RBAC: access denied/i,
      notSent: /./,
      explanation:
        'A request without a token passes the check of tokens; the policy that wants an identity then finds none.',
      seen: { status: 403, sent: {}, body: 'RBAC: access denied' },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /RBAC: access denied/i,
      sent: /./,
      explanation:
        'An AuthorizationPolicy of the mesh, or an RBAC filter, allows no rule that this identity fits; the token itself passed.',
      seen: { status: 403, body: 'RBAC: access denied' },
    },
    {
      cause: 'session-expired',
      weight: STATED,
      says: /OAuth flow failed/i,
      explanation:
        'Envoy’s OAuth2 filter could not finish the login: wrong state, old cookie, or the identity provider refused.',
      seen: 'OAuth flow failed.',
    },
  ],
});
