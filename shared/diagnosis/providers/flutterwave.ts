import { PROVEN, STATED } from '../weights.ts';
import { defineProvider } from './provider.ts';

export const flutterwave = defineProvider({
  id: 'flutterwave',
  name: 'Flutterwave',
  category: 'payment',
  address: 'https://api.flutterwave.com/v3/transactions',
  hosts: /(^|\.)flutterwave\.(com|cloud)$/,
  keys: [
    { form: /^FLWSECK_TEST-/, kind: 'secret key', environment: 'test' },
    { form: /^FLWSECK-/, kind: 'secret key', environment: 'live' },
    { form: /^FLWPUBK_TEST-/, kind: 'public key', environment: 'test' },
    { form: /^FLWPUBK-/, kind: 'public key', environment: 'live' },
  ],
  sources: ['https://developer.flutterwave.com/v3.0/docs/common-errors'],
  doors: ['authorization bearer'],
  signs: [
    {
      cause: 'token-type-wrong',
      weight: PROVEN,
      sent: /FLWPUBK/,
      says: /Invalid authorization key|Authorization required|secret key required/i,
      explanation: 'A public key is for the payment form; the API wants the secret key, FLWSECK.',
      seen: {
        sent: { Authorization: 'Bearer FLWPUBK-abc-X' },
        body: '{"status":"error","message":"Invalid authorization key","data":null}',
      },
    },
    {
      cause: 'credentials-missing',
      weight: STATED,
      says: /Authorization required|secret key required/i,
      notSent: /./,
      explanation: 'Flutterwave saw no key; it goes into Authorization: Bearer.',
      seen: { sent: {}, body: '{"status":"error","message":"Authorization required","data":null}' },
    },
    {
      cause: 'credentials-rejected',
      weight: STATED,
      says: /Invalid authorization key|Authorization required/i,
      sent: /^authorization /,
      explanation: 'Flutterwave does not know the secret key; new keys end the old ones.',
      seen: {
        sent: { Authorization: 'Bearer FLWSECK-abc-X' },
        body: '{"status":"error","message":"Invalid authorization key","data":null}',
      },
    },
    {
      cause: 'ip-not-allowed',
      weight: STATED,
      says: /IP (?:address )?(?:is )?not whitelisted|enable IP Whitelisting/i,
      explanation: 'Transfers work only from addresses on the dashboard’s list.',
      seen: {
        status: 403,
        sent: { Authorization: 'Bearer FLWSECK-abc-X' },
        body: '{"status":"error","message":"Please enable IP Whitelisting to access this service","data":null}',
      },
    },
  ],
});
