import { STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const digitalocean = defineProvider({
  id: 'digitalocean',
  name: 'DigitalOcean',
  category: 'cloud',
  address: 'https://api.digitalocean.com/v2/account',
  hosts: /^api\.digitalocean\.com$/,
  keys: [
    { form: /^dop_v1_/, kind: 'personal access token', goes: ['authorization bearer'] },
    { form: /^doo_v1_/, kind: 'OAuth token', goes: ['authorization bearer'] },
    { form: /^dor_v1_/, kind: 'refresh token', spare: true },
  ],
  sources: ['https://github.com/digitalocean/openapi/blob/main/specification/DigitalOcean-public.v2.yaml'],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Unable to authenticate you/i,
      sent: /./,
      explanation:
        'DigitalOcean does not know the token: deleted, over, or of the Spaces keys, which are for the object store.',
      seen: { status: 401, body: '{"id":"Unauthorized","message":"Unable to authenticate you"}' },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Unable to authenticate you/i,
      notSent: /./,
      explanation: 'No token was sent.',
      seen: { status: 401, sent: {}, body: '{"id":"Unauthorized","message":"Unable to authenticate you"}' },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /You are (?:not authorized|missing the required permission)|do not have access for the attempted action/i,
      explanation: 'The token’s scopes do not cover the call, or it is for reading only.',
      seen: {
        status: 403,
        body: '{"id":"forbidden","message":"You do not have access for the attempted action."}',
      },
    },
    {
      cause: 'rate-limited',
      weight: STATED,
      code: ['too_many_requests'],
      explanation: 'Five thousand requests an hour, and 250 a minute.',
      seen: { status: 429 },
    },
  ],
});
