import { STATED, SUGGESTED, TOLD } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const tyk = defineProvider({
  id: 'tyk',
  name: 'Tyk Gateway',
  category: 'gateway',
  address: 'https://gateway.example.com/orders',
  paths: /^\/tyk\//,
  fields: [['x-generator', /tyk\.io/i]],
  body: /"error"\s*:\s*"(?:Access to this API has been disallowed|Authorization [Ff]ield [Mm]issing|Key (?:has expired|is inactive|not authori[sz]ed)|Attempted access with malformed header)/,
  misleads: [
    {
      says: 'Access to this API has been disallowed',
      means: 'Either the key is unknown or it has no access: Tyk says the same to both.',
    },
  ],
  sources: [
    'https://tyk.io/docs/error-response-codes/',
    'https://tyk.io/docs/api-management/custom-error-responses',
  ],
  signs: [
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authorization field missing/i,
      notSent: /./,
      explanation: 'Tyk saw no key where the API’s definition says.',
      seen: '{"error":"Authorization field missing"}',
    },
    {
      cause: 'credentials-in-wrong-place',
      weight: STATED,
      says: /Authorization field missing/i,
      sent: /^(field|query|cookie) /,
      explanation:
        'Tyk reads the key from the field that the API’s definition names, by default Authorization.',
      seen: {
        sent: { 'X-Api-Key': 'eyJvcmciOiJkZWZhdWx0In0' },
        body: '{"error":"Authorization field missing"}',
      },
    },
    {
      cause: 'permission-denied',
      weight: TOLD,
      says: /Access to this API has been disallowed/i,
      status: [403],
      explanation:
        'The key is unknown to Tyk or its policy does not cover this API; Tyk does not tell which.',
      seen: { status: 403, body: '{"error":"Access to this API has been disallowed"}' },
    },
    {
      cause: 'credentials-rejected',
      weight: SUGGESTED,
      says: /Access to this API has been disallowed/i,
      explanation: 'Tyk gives one answer for an unknown key and for one without access to this API.',
      seen: '{"error":"Access to this API has been disallowed"}',
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Key not authori[sz]ed|User not authori[sz]ed/i,
      explanation: 'Tyk does not know the key, user or token.',
      seen: '{"error":"Key not authorised"}',
    },
    {
      cause: 'token-expired',
      weight: STATED,
      says: /Key has expired, please renew/i,
      explanation: 'The key’s time is over; a new one has to be made.',
      seen: '{"error":"Key has expired, please renew"}',
    },
    {
      cause: 'account-unusable',
      weight: STATED,
      says: /Key is inactive, please renew/i,
      explanation: 'The key was switched off.',
      seen: { status: 403, body: '{"error":"Key is inactive, please renew"}' },
    },
    {
      cause: 'header-malformed',
      weight: STATED,
      says: /Attempted access with malformed header|Header malformed/i,
      explanation: 'Tyk could not read Authorization as Basic or as the scheme of the API.',
      seen: { status: 400, body: '{"error":"Attempted access with malformed header"}' },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      says: /Rate limit exceeded|Quota exceeded/i,
      explanation: 'The key’s policy is used up.',
      seen: { status: 403, body: '{"error":"Quota exceeded"}', received: { 'X-Generator': 'tyk.io' } },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /access from this IP has been disallowed/i,
      explanation: 'The API takes requests from listed addresses only.',
      seen: {
        status: 403,
        body: '{"error":"access from this IP has been disallowed"}',
        received: { 'X-Generator': 'tyk.io' },
      },
    },
  ],
});
