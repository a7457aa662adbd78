import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const kong = defineProvider({
  id: 'kong',
  name: 'Kong Gateway',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  fields: [['x-kong-*'], ['server', /kong/i]],
  challenge: /^(key|basic|bearer|hmac) ?.*kong/i,
  body: /no Route matched|No API key found in request|No credentials found for given '|HMAC signature (?:cannot be verified|does not match)|You cannot consume this service|"Bad token; /,
  misleads: [
    { says: 'Unauthorized', means: 'The JWT plugin says only this where no token was found at all.' },
  ],
  sources: [
    'https://developer.konghq.com/plugins/jwt',
    'https://developer.konghq.com/plugins/key-auth/',
    'https://github.com/Kong/kong/blob/master/kong/plugins/jwt/handler.lua',
    'https://github.com/Kong/kong/blob/master/kong/plugins/hmac-auth/access.lua',
  ],
  signs: [
    {
      cause: 'url-wrong',
      weight: STATED,
      says: /no Route matched/i,
      explanation:
        'Kong knows no route for this host, path and method; no credential helps before the route exists.',
      seen: '{"message":"no Route matched with those values"}',
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /No API key found in request/i,
      notSent: /./,
      explanation: 'Kong saw no key where its plugin looks: by default a field or parameter named apikey.',
      seen: '{"message":"No API key found in request"}',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /No API key found in request/i,
      sent: /^(authorization|field|query) /,
      explanation:
        'The key-auth plugin reads only the names that it is set to, by default apikey; what was sent stands elsewhere.',
      seen: '{"message":"No API key found in request"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authentication credentials|message: Unauthorized\. Invalid (?:key|credentials)/i,
      explanation: 'No consumer of this Kong has the key or the user with this password.',
      seen: '{"message":"Invalid authentication credentials"}',
    },
    {
      cause: 'token-issuer-mismatch',
      weight: PROVEN,
      says: /No credentials found for given '/i,
      explanation:
        'Kong finds the key of a JWT by its iss (or the claim that the plugin names); no consumer has a JWT credential of that value.',
      seen: '{"message":"No credentials found for given \'iss\'"}',
    },
    {
      cause: 'token-malformed',
      weight: STATED,
      says: /Bad token; |Unrecognizable token|No mandatory '\w+' in claims/i,
      explanation: 'The JWT plugin cannot read the token, or the claim by which it finds its key is absent.',
      seen: '{"message":"Bad token; invalid JSON"}',
    },
    {
      cause: 'token-signature-invalid',
      weight: PROVEN,
      says: /message: Invalid (?:signature|algorithm)|Invalid key\/secret/i,
      explanation:
        'The token is signed with another key or algorithm than the consumer’s JWT credential in Kong.',
      seen: { status: 401, body: '{"message":"Invalid signature"}' },
    },
    {
      cause: 'token-expired',
      weight: PROVEN,
      says: /exp: token expired/i,
      explanation: 'Kong compared exp with its clock.',
      seen: '{"exp":"token expired"}',
    },
    {
      cause: 'token-not-yet-valid',
      weight: PROVEN,
      says: /nbf: token not valid yet/i,
      explanation: 'Kong compared nbf with its clock.',
      seen: '{"nbf":"token not valid yet"}',
    },
    {
      cause: 'credentials-conflict',
      weight: PROVEN,
      says: /Multiple tokens provided/i,
      explanation: 'Kong found tokens in several places and takes none of them.',
      seen: '{"message":"Multiple tokens provided"}',
    },
    {
      cause: 'clock-skew',
      weight: STATED,
      says: /HMAC signature cannot be verified, a valid (?:x-)?date/i,
      explanation: 'The signed date is missing, or further from Kong’s clock than clock_skew allows.',
      seen: '{"message":"HMAC signature cannot be verified, a valid date or x-date header is required for HMAC Authentication"}',
    },
    {
      cause: 'signature-mismatch',
      weight: STATED,
      says: /HMAC signature (?:does not match|cannot be verified)$/i,
      explanation: 'Kong computed another HMAC over the fields listed in the header’s headers parameter.',
      seen: {
        sent: {
          Authorization:
            'hmac username="alice", algorithm="hmac-sha256", headers="date @request-target", signature="dGVzdA=="',
          Date: 'Wed, 15 Nov 2023 12:00:00 GMT',
        },
        body: '{"message":"HMAC signature does not match"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: STATED,
      says: /You cannot consume this service/i,
      explanation: 'The consumer is known; the service’s access list does not hold its group.',
      seen: { status: 403, body: '{"message":"You cannot consume this service"}' },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /(?:Your )?IP address (?:is )?not allowed/i,
      explanation: 'The ip-restriction plugin does not hold this address.',
      seen: {
        status: 403,
        body: '{"message":"Your IP address is not allowed"}',
        received: { Server: 'kong/3.4' },
      },
    },
    {
      cause: 'client-not-allowed',
      weight: STATED,
      says: /Request forbidden: bot|message: (?:Forbidden|Bad Request): .*user-?agent|Bot detected/i,
      explanation: 'The bot-detection plugin refuses this User-Agent.',
      seen: { status: 403, body: '{"message":"Request forbidden: bot"}', received: { Server: 'kong/3.4' } },
    },
  ],
});
