import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const apisix = defineProvider({
  id: 'apisix',
  name: 'Apache APISIX',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  fields: [['server', /APISIX/i]],
  body: /Missing (?:JWT token|API key|authorization) (?:found )?in request|in JWT token"|Missing related consumer/i,
  sources: [
    'https://apisix.apache.org/docs/apisix/plugins/key-auth/',
    'https://github.com/apache/apisix/blob/master/apisix/plugins/jwt-auth.lua',
    'https://github.com/apache/apisix/blob/master/apisix/plugins/key-auth.lua',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Missing (?:JWT token|API key|authorization)(?: found)? in request/i,
      notSent: /./,
      explanation: 'APISIX found no credential where its plugin looks.',
      seen: '{"message":"Missing API key found in request"}',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /Missing API key(?: found)? in request/i,
      sent: /^(authorization|field|query) /,
      explanation:
        'The key-auth plugin reads the field apikey unless told otherwise; what was sent stands elsewhere.',
      seen: '{"message":"Missing API key found in request"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid API key in request|Invalid user (?:authorization|or password)|Invalid user key in JWT token/i,
      explanation: 'No consumer of this gateway has that key.',
      seen: '{"message":"Invalid API key in request"}',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /missing user key in JWT token|invalid jwt string|JWT token invalid/i,
      explanation: 'The token is no JWT, or lacks the claim key by which APISIX finds its consumer.',
      seen: '{"message":"missing user key in JWT token"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /signature mismatch: |failed to verify jwt/i,
      explanation: 'The token is signed with another secret than the consumer’s.',
      seen: '{"message":"signature mismatch: c2ln"}',
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /'exp' claim expired at/i,
      explanation: 'APISIX compared exp with its clock.',
      seen: '{"message":"\'exp\' claim expired at Tue, 14 Nov 2023 22:13:20 GMT"}',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /'nbf' claim not valid until/i,
      explanation: 'APISIX compared nbf with its clock.',
      seen: '{"message":"\'nbf\' claim not valid until Thu, 16 Nov 2023 12:00:00 GMT"}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /Invalid signature|client request can't be validated/i,
      explanation: 'The hmac-auth plugin computed another signature over the signed fields.',
      seen: {
        sent: {
          Authorization:
            'hmac username="alice", algorithm="hmac-sha256", headers="date @request-target", signature="dGVzdA=="',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"message":"client request can\'t be validated: Invalid signature"}',
        received: { Server: 'APISIX/3.9.0' },
      },
    },
    {
      cause: 'clock-skew',
      weight: PROVEN,
      says: /Clock skew exceeded|Date header missing/i,
      explanation: 'The signed date is further from the gateway’s clock than clock_skew allows.',
      seen: {
        body: '{"message":"client request can\'t be validated: Clock skew exceeded"}',
        received: { Server: 'APISIX/3.9.0' },
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /Your IP address is not allowed/i,
      explanation: 'The gateway’s list does not hold this address.',
      seen: {
        status: 403,
        body: '{"message":"Your IP address is not allowed"}',
        received: { Server: 'APISIX/3.9.0' },
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /The consumer_name is forbidden|The consumer_group_id is forbidden/i,
      explanation: 'The consumer is known and stands on no list of this route.',
      seen: {
        status: 403,
        body: '{"message":"The consumer_name is forbidden."}',
        received: { Server: 'APISIX/3.9.0' },
      },
    },
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /404 Route Not Found/i,
      explanation: 'No route of the gateway fits host, path and method.',
      seen: {
        status: 404,
        body: '{"error_msg":"404 Route Not Found"}',
        received: { Server: 'APISIX/3.9.0' },
      },
    },
  ],
});
