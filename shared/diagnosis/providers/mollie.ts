import { HINTED, PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const mollie = defineProvider({
  id: 'mollie',
  name: 'Mollie',
  category: 'payment',
  address: 'https://api.mollie.com/v2/payments',
  hosts: /(^|\.)mollie\.com$/,
  keys: [
    { form: /^test_/, kind: 'API key', environment: 'test', goes: ['authorization bearer'] },
    { form: /^live_/, kind: 'API key', environment: 'live', goes: ['authorization bearer'] },
    { form: /^access_/, kind: 'organisation or OAuth access token', goes: ['authorization bearer'] },
  ],
  sources: [
    'https://docs.mollie.com/reference/auth',
    'https://help.mollie.com/hc/en-us/articles/115000328205-Where-can-I-find-the-API-key-',
  ],
  doors: ['authorization bearer', 'authorization basic'],
  signs: [
    {
      cause: 'credentials-rejected',
      weight: PROVEN + HINTED,
      says: /Missing authentication, or failed to authenticate/i,
      sent: /./,
      explanation: 'Mollie does not know the key: mistyped, or replaced by a rotation.',
      seen: {
        sent: { Authorization: 'Bearer live_abcdefghijklmnopqrstuvwxyz1234' },
        body: '{"status":401,"title":"Unauthorized Request","detail":"Missing authentication, or failed to authenticate"}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Missing authentication, or failed to authenticate/i,
      notSent: /./,
      explanation: 'Mollie saw no key; send it as Bearer.',
      seen: {
        sent: {},
        body: '{"status":401,"title":"Unauthorized Request","detail":"Missing authentication, or failed to authenticate"}',
      },
    },
    {
      cause: 'scope-insufficient',
      weight: STATED,
      says: /(?:missing|lacks?|does not have|requires?) .*(?:permission|scope)|[a-z]+\.(?:read|write)\b.*permission/i,
      explanation: 'The access token was made without this permission.',
      seen: {
        status: 403,
        body: '{"status":403,"title":"Forbidden","detail":"The access token is missing the required permission payments.write."}',
      },
    },
    {
      cause: 'token-type-wrong',
      weight: STATED,
      says: /(?:API key|access token) (?:is )?not (?:allowed|supported)|only (?:available|accessible) (?:with|using) (?:an )?(?:organi[sz]ation )?access token/i,
      explanation: 'This call takes an organisation’s access token, not a profile’s API key.',
      seen: {
        status: 403,
        body: '{"status":403,"title":"Forbidden","detail":"This endpoint is only accessible using an organization access token."}',
      },
    },
  ],
});
