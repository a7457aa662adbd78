import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const azureApiManagement = defineProvider({
  id: 'azure-api-management',
  name: 'Azure API Management',
  category: 'gateway',
  address: 'https://contoso.azure-api.net/echo/resource',
  hosts: /\.azure-api\.net$/,
  fields: [['ocp-apim-*']],
  challenge: /AzureApiManagement/i,
  body: /due to (?:missing|invalid) subscription key/i,
  sources: [
    'https://learn.microsoft.com/en-us/azure/api-management/api-management-subscriptions',
    'https://mskb.pkisolutions.com/kb/4464930',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: PROVEN + HINTED,
      says: /JWT not present/i,
      notSent: /^authorization /,
      explanation: 'The policy validate-jwt finds no token in Authorization; a subscription’s key is none.',
      seen: {
        sent: { 'Ocp-Apim-Subscription-Key': '8c1d9e40a7b34f52b6e09f1c2d3a4b5e' },
        body: '{"statusCode":401,"message":"JWT not present."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /due to missing subscription key/i,
      notSent: /./,
      explanation:
        'The API wants a subscription key, in Ocp-Apim-Subscription-Key or the parameter subscription-key.',
      seen: {
        body: '{"statusCode":401,"message":"Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API."}',
      },
    },
    {
      cause: 'required-header-missing',
      weight: PROVEN,
      says: /due to missing subscription key/i,
      sent: /^authorization authorization: bearer eyJ/i,
      explanation:
        'Besides the token the gateway wants a subscription key, in Ocp-Apim-Subscription-Key or the parameter subscription-key.',
      seen: {
        sent: { Authorization: 'Bearer eyJhbGciOiJIUzI1NiJ9.eyJpc3MiOiJrZXkiLCJleHAiOjE3MDAwNTMyMDB9.c2ln' },
        body: '{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      },
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /due to missing subscription key/i,
      sent: /^(authorization|field|query) (?!.*\beyJ)/,
      explanation:
        'The gateway looks for the subscription key in Ocp-Apim-Subscription-Key or the parameter subscription-key; what was sent stands elsewhere.',
      seen: {
        sent: { 'X-Api-Key': '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
        body: '{"statusCode":401,"message":"Access denied due to missing subscription key."}',
      },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /due to invalid subscription key/i,
      explanation:
        'The key is of another product or service, or its subscription is not active. A new key can take some minutes to arrive at the gateway.',
      seen: {
        sent: { 'Ocp-Apim-Subscription-Key': '0f1e2d3c4b5a69788796a5b4c3d2e1f0' },
        body: '{"statusCode":401,"message":"Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription."}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /JWT not present/i,
      notSent: /^authorization /,
      explanation: 'The validate-jwt policy found no token.',
      seen: '{"statusCode":401,"message":"JWT not present."}',
    },
    {
      cause: 'token-rejected',
      weight: PROVEN,
      says: /Invalid JWT\b/i,
      explanation:
        'The validate-jwt policy refuses the token: audience, issuer, signature or time. The gateway’s trace tells which.',
      seen: '{"statusCode":401,"message":"Invalid JWT."}',
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /subscription .* (?:is not active|does not have access)|caller is not authorized/i,
      explanation: 'The subscription does not cover this API.',
      seen: {
        status: 403,
        body: '{"statusCode":403,"message":"The subscription used does not have access to this API."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Rate limit is exceeded|Out of call volume quota/i,
      explanation: 'The product’s policy is used up.',
      seen: {
        status: 403,
        body: '{"statusCode":403,"message":"Out of call volume quota. Quota will be replenished in 02:13:04."}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Client IP address .* is not in the allowed|Caller IP is (?:not allowed|blocked)/i,
      explanation: 'An ip-filter policy refuses this address.',
      seen: { status: 403, body: '{"statusCode":403,"message":"Caller IP is not allowed"}' },
    },
  ],
});
