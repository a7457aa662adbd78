import { PROVEN, STATED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const observability = defineProvider({
  id: 'grafana',
  name: 'Grafana, Loki, Elasticsearch, InfluxDB',
  body: /no org id|security_exception|"error":"unauthorized access"|Invalid username or password|invalid API key|api-key\.invalid/i,
  fields: [[/^x-elastic-product$/i], [/^x-influxdb-version$/i]],
  source: 'https://grafana.com/docs/loki/latest/operations/multi-tenancy/',
  signs: [
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /no org id/i,
      explanation: 'With several tenants Loki, Mimir and Tempo want X-Scope-OrgID on every request.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /unable to authenticate user|failed to authenticate user|Invalid username or password/i,
      explanation: 'The server compared user and password, or key, and they differ.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /missing authentication credentials/i,
      notSent: /./,
      explanation: 'Elasticsearch saw no credential.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /is unauthorized for (?:user|API key|service account)/i,
      explanation: 'The role or key does not cover the index or action.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /token expired|api key .* (?:has )?expired/i,
      explanation: 'The token or key is over.',
    },
  ],
});

export const gateways = defineProvider({
  id: 'gateways',
  name: 'Kong, APISIX, Envoy, Traefik, Tyk, Azure API Management',
  fields: [
    [/^x-kong-/i],
    [/^server$/i, /kong|APISIX|istio-envoy|envoy|openresty/i],
    [/^x-envoy-/i],
    [/^ocp-apim-/i],
  ],
  challenge: /^(key|basic|bearer) ?.*kong|AzureApiManagement/i,
  body: /no Route matched|"errorcode"\s*:\s*"(?:oauth|keymanagement|steps)|\b9009\d\d\b|Jwt (?:is|issuer|verification|header)|RBAC: access denied|subscription key/i,
  source: 'https://developer.konghq.com/plugins/key-auth/',
  signs: [
    {
      cause: 'permission-denied',
      weight: STATED,
      code: [
        'keymanagement.service.InvalidAPICallAsNoApiProductMatchFound',
        'oauth.v2.InvalidApiKeyForGivenResource',
      ],
      explanation: 'The key belongs to no product that covers this path.',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      code: ['steps.oauth.v2.FailedToResolveAPIKey', 'oauth.v2.MissingAuthorization'],
      notSent: /./,
      explanation: 'Apigee found no key where its policy looks.',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      code: ['keymanagement.service.access_token_expired', '900903'],
      explanation: 'The gateway knows the token and it is over.',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      code: ['oauth.v2.InvalidApiKey', '900901'],
      explanation: 'The gateway does not know the key or token.',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      code: ['900908', '900910'],
      explanation: 'The application is not subscribed to this API or lacks the scope.',
    },

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
